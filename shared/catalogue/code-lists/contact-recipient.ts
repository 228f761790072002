import { codeList } from '../code-list.ts';

export const contactRecipient = codeList('contact_recipient', 'JMD-Zeitstatistik, drei Gruppen (domain.md §2.6)', [
  ['young_person', 'junger Mensch'],
  ['parents_guardians', 'Eltern, Personensorgeberechtigte'],
  ['relatives_third_parties', 'Angehörige, Dritte'],
]);
