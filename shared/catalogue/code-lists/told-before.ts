import { codeList } from '../code-list.ts';

export const toldBefore = codeList('told_before', '§ 4 Abs. 3 KKG: vorherige Information', [
  ['yes', 'ja'],
  ['no', 'nein'],
  ['not_possible', 'nicht möglich'],
]);
