import { codeList } from '../code-list.ts';

export const discrimination = codeList('discrimination', 'domain.md §5 Nr. 88', [
  ['none_reported', 'nicht berichtet'],
  ['reported', 'berichtet'],
  ['severe', 'schwer belastend'],
]);
