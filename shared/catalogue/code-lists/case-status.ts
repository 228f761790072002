import { codeList } from '../code-list.ts';

export const caseStatus = codeList('case_status', 'Rahmenkonzept Nr. 1, 3.3', [
  ['open', 'laufend'],
  ['dormant', 'ohne Aktivität'],
  ['closed', 'beendet'],
  ['transferred', 'abgegeben'],
  ['restricted', 'Verarbeitung eingeschränkt'],
  ['anonymised', 'anonymisiert'],
  ['erased', 'gelöscht'],
]);
