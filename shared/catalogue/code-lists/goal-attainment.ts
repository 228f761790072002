import { codeList } from '../code-list.ts';

export const goalAttainment = codeList('goal_attainment', 'domain.md §3.2', [
  ['open', 'offen'],
  ['partly_reached', 'teilweise erreicht'],
  ['reached', 'erreicht'],
  ['not_reached', 'noch nicht erreicht'],
  ['no_longer_relevant', 'nicht mehr wichtig'],
]);
