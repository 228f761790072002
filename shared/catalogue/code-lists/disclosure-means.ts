import { codeList } from '../code-list.ts';

export const disclosureMeans = codeList('disclosure_means', 'Rahmenkonzept Nr. 1, 3.4', [
  ['talk', 'im Gespräch'],
  ['letter', 'Brief oder E-Mail'],
  ['print', 'Ausdruck'],
  ['export', 'Datei'],
]);
