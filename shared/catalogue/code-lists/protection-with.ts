import { codeList } from '../code-list.ts';

export const protectionWith = codeList('protection_with', '§ 4 KKG, § 8a Abs. 4 SGB VIII', [
  ['head', 'Leitung'],
  ['expert', 'insoweit erfahrene Fachkraft'],
  ['colleague', 'Kollegin, Kollege'],
  ['young_person', 'junger Mensch'],
  ['guardians', 'Personensorgeberechtigte'],
]);
