import { codeList } from '../code-list.ts';

export const datePrecision = codeList('date_precision', 'Urkundenlage bei Geflüchteten', [
  ['exact', 'genau'],
  ['estimated', 'geschätzt'],
  ['year_only', 'nur das Jahr bekannt'],
]);
