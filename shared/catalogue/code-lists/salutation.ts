import { codeList } from '../code-list.ts';

export const salutation = codeList('salutation', 'DIN 5008', [
  ['none', 'Name ohne Anrede'],
  ['frau', 'Frau'],
  ['herr', 'Herr'],
]);
