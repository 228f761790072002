import { codeList } from '../code-list.ts';

export const screeningResult = codeList('screening_result', 'Rahmenkonzept Nr. 1, 2.1', [
  ['counselling_sufficient', 'Beratung genügt'],
  ['cm_indicated', 'Case Management angezeigt'],
  ['referral', 'Verweis an andere Stelle'],
  ['no_need', 'kein Bedarf'],
]);
