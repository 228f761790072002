import { codeList } from '../code-list.ts';

export const priority = codeList('priority', 'domain.md §5 Nr. 150', [
  ['high', 'hoch'],
  ['medium', 'mittel'],
  ['low', 'niedrig'],
]);
