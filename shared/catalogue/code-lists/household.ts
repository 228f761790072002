import { codeList } from '../code-list.ts';

export const household = codeList('household', 'EBKuS (domain.md §3.5)', [
  ['both_parents', 'mit beiden Eltern'],
  ['parent_and_partner', 'mit einem Elternteil und Partner/in'],
  ['single_parent', 'mit einem Elternteil'],
  ['grandparents_relatives', 'mit Großeltern, Verwandten'],
  ['foster_family', 'in einer Pflegefamilie'],
  ['care_group', 'in einer Wohngruppe'],
  ['partner', 'mit Partner/in'],
  ['own_children', 'mit eigenen Kindern'],
  ['flatmates', 'mit Mitbewohner/innen'],
  ['alone', 'allein'],
  ['other', 'anders'],
]);
