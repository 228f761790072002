import { codeList } from '../code-list.ts';

export const parentsInformed = codeList('parents_informed', '§ 8 Abs. 3 SGB VIII', [
  ['yes', 'ja'],
  ['no', 'nein'],
  ['only_after_consultation', 'nur nach Rücksprache'],
]);
