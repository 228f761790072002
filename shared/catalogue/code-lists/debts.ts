import { codeList } from '../code-list.ts';

export const debts = codeList('debts', 'domain.md §5 Nr. 94', [
  ['none', 'keine'],
  ['manageable', 'überschaubar'],
  ['problematic', 'belastend'],
]);
