import { codeList } from '../code-list.ts';

export const rating4 = codeList('rating4', 'domain.md §3.2', [
  ['1', 'gering'],
  ['2', 'eher gering'],
  ['3', 'eher hoch'],
  ['4', 'hoch'],
  ['0', 'nicht eingeschätzt'],
]);
