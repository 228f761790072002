import { codeList } from '../code-list.ts';

export const cooperation = codeList('cooperation', 'Formular 1.1 (domain.md §1.4)', [
  ['yes', 'ja'],
  ['no', 'nein'],
  ['not_yet_discussed', 'noch nicht besprochen'],
]);
