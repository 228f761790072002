import { codeList } from '../code-list.ts';

export const guardianRelation = codeList('guardian_relation', 'domain.md §5 Nr. 75', [
  ['mother', 'Mutter'],
  ['father', 'Vater'],
  ['guardian', 'Vormund'],
  ['other', 'andere Person'],
]);
