import { codeList } from '../code-list.ts';

export const levelSource = codeList('level_source', 'domain.md §5 Nr. 73', [
  ['certificate', 'Zertifikat'],
  ['placement_test', 'Einstufungstest'],
  ['staff_estimate', 'Einschätzung der Fachkraft'],
  ['self_assessment', 'Selbsteinschätzung'],
]);
