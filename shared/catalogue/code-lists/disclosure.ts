import { codeList } from '../code-list.ts';

export const disclosure = codeList('disclosure', 'Rahmenkonzept Nr. 1, 3.4', [
  ['no', 'nein'],
  ['yes_per_case', 'ja, je Weitergabe neu'],
]);
