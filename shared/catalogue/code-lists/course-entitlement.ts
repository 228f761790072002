import { codeList } from '../code-list.ts';

export const courseEntitlement = codeList('course_entitlement', '§§ 44, 44a, 45a AufenthG (domain.md §3.3)', [
  ['entitled', 'berechtigt (§ 44 AufenthG)'],
  ['obliged_foreigners_authority', 'verpflichtet durch die Ausländerbehörde'],
  ['obliged_sgb2', 'verpflichtet durch das Jobcenter'],
  ['admitted_bamf', 'vom BAMF zugelassen'],
  ['resettler_bva', 'Spätaussiedler/in (BVA)'],
  ['s45a', '§ 45a AufenthG'],
  ['self_payer', 'selbst bezahlt'],
  ['gfh', 'Garantiefonds Hochschule'],
]);
