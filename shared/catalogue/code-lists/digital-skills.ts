import { codeList } from '../code-list.ts';

export const digitalSkills = codeList('digital_skills', 'Bilanz JMD digital (domain.md §5 Nr. 120)', [
  ['none', 'keine'],
  ['basic', 'Grundkenntnisse'],
  ['good', 'gute Kenntnisse'],
]);
