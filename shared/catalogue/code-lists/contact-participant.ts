import { codeList } from '../code-list.ts';

export const contactParticipant = codeList('contact_participant', 'Alltag der JMD', [
  ['parents_guardians', 'Eltern, Personensorgeberechtigte'],
  ['relatives', 'Angehörige'],
  ['friends', 'Freundinnen, Freunde'],
  ['trusted_person', 'vertraute Person, Ehrenamt'],
  ['interpreter', 'Sprachmittler/in'],
  ['colleague', 'Kollege, Kollegin'],
  ['institution', 'andere Stelle'],
  ['other', 'andere'],
]);
