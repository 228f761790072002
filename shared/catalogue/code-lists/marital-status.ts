import { codeList } from '../code-list.ts';

export const maritalStatus = codeList('marital_status', 'DSMeld, Familienstand', [
  ['LD', 'ledig'],
  ['VH', 'verheiratet'],
  ['LP', 'in eingetragener Lebenspartnerschaft'],
  ['GS', 'geschieden'],
  ['VW', 'verwitwet'],
]);
