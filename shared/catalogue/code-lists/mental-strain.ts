import { codeList } from '../code-list.ts';

export const mentalStrain = codeList('mental_strain', 'domain.md §5 Nr. 100; Art. 9 DSGVO', [
  ['none_reported', 'nicht berichtet'],
  ['reported', 'berichtet'],
  ['in_treatment', 'in Behandlung'],
]);
