import { codeList } from '../code-list.ts';

export const familySituation = codeList('family_situation', 'EBKuS (domain.md §5 Nr. 82)', [
  ['parents_together', 'Eltern leben zusammen'],
  ['single_parent', 'ein Elternteil allein'],
  ['parent_new_partner', 'Elternteil mit neuer Partnerschaft'],
  ['parents_abroad', 'Eltern im Ausland'],
  ['parents_deceased', 'Eltern verstorben'],
]);
