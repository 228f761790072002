import { codeList } from '../code-list.ts';

export const healthLimitation = codeList('health_limitation', 'domain.md §5 Nr. 98; Art. 9 DSGVO', [
  ['none', 'keine'],
  ['minor', 'gering'],
  ['considerable', 'erheblich'],
]);
