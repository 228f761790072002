import { codeList } from '../code-list.ts';

export const stressFactor = codeList('stress_factor', 'EBKuS (domain.md §5 Nr. 89)', [
  ['family_conflict', 'Konflikte in der Familie'],
  ['separation_from_family', 'Trennung von der Familie'],
  ['violence', 'Gewalt'],
  ['debts', 'Schulden'],
  ['delinquency', 'Straffälligkeit'],
  ['addiction_in_family', 'Sucht in der Familie'],
  ['none', 'keine'],
  ['other', 'andere'],
]);
