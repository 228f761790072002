import { codeList } from '../code-list.ts';

export const releaseForm = codeList('release_form', 'Rahmenkonzept Nr. 1, 3.4; § 203 StGB', [
  ['written', 'schriftlich'],
  ['oral', 'mündlich'],
]);
