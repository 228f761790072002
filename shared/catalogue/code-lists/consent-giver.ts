import { codeList } from '../code-list.ts';

export const consentGiver = codeList('consent_giver', '§ 8 Abs. 3 SGB VIII; Rahmenkonzept Nr. 1, 3.1', [
  ['young_person', 'junger Mensch'],
  ['legal_guardian', 'Personensorgeberechtigte'],
  ['both', 'junger Mensch und Personensorgeberechtigte'],
]);
