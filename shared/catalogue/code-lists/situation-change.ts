import { codeList } from '../code-list.ts';

export const situationChange = codeList('situation_change', 'JUGEND STÄRKEN im Quartier (domain.md §5 Nr. 173)', [
  ['improved', 'verbessert'],
  ['unchanged', 'unverändert'],
  ['worsened', 'verschlechtert'],
  ['not_assessable', 'nicht einzuschätzen'],
]);
