import { codeList } from '../code-list.ts';

export const offersAvailable = codeList('offers_available', 'Rahmenkonzept Nr. 1, 2.5 (Systemebene)', [
  ['yes', 'ja'],
  ['partly', 'teilweise'],
  ['no', 'nein'],
]);
