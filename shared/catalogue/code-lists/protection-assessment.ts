import { codeList } from '../code-list.ts';

export const protectionAssessment = codeList('protection_assessment', '§ 4 KKG, § 8a SGB VIII', [
  ['no_danger', 'keine Gefährdung'],
  ['need_for_help', 'Hilfebedarf, keine Gefährdung'],
  ['danger', 'Gefährdung'],
  ['acute_danger', 'akute Gefährdung'],
]);
