import { codeList } from '../code-list.ts';

export const familyAbroad = codeList('family_abroad', 'domain.md §5 Nr. 83', [
  ['none', 'niemand'],
  ['some', 'einzelne Angehörige'],
  ['core_family', 'Eltern, Geschwister oder eigene Familie'],
]);
