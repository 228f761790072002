import { codeList } from '../code-list.ts';

export const addressForm = codeList('address_form', 'Gesprächskultur der JMD', [
  ['du', 'du'],
  ['sie', 'Sie'],
]);
