import { codeList } from '../code-list.ts';

export const incomeSource = codeList('income_source', 'Gesetzliche Bezeichnungen (domain.md §3.4)', [
  ['own_earnings', 'eigenes Einkommen'],
  ['training_allowance', 'Ausbildungsvergütung'],
  ['parents_partner', 'Eltern, Partner/in'],
  ['sgb2', 'Leistungen nach SGB II'],
  ['sgb3_alg', 'Arbeitslosengeld'],
  ['bab', 'Berufsausbildungsbeihilfe (BAB)'],
  ['bafoeg', 'BAföG'],
  ['asylblg', 'Asylbewerberleistungen'],
  ['sgb8', 'Jugendhilfe (SGB VIII)'],
  ['sgb12', 'Sozialhilfe (SGB XII)'],
  ['child_benefit', 'Kindergeld'],
  ['parental_allowance', 'Elterngeld'],
  ['housing_benefit', 'Wohngeld'],
  ['advance_maintenance', 'Unterhaltsvorschuss'],
  ['orphans_pension', 'Waisenrente'],
  ['scholarship', 'Stipendium'],
  ['gfh', 'Garantiefonds Hochschule'],
  ['none', 'kein Einkommen'],
  ['other', 'Sonstiges'],
]);
