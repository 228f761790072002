import { codeList } from '../code-list.ts';

export const interpreterNeed = codeList('interpreter_need', 'Jahresberichte der JMD (domain.md §5 Nr. 74)', [
  ['no', 'nein'],
  ['sometimes', 'manchmal'],
  ['always', 'immer'],
]);
