import { codeList } from '../code-list.ts';

export const biographyResult = codeList('biography_result', 'Feldkatalog Nr. 126', [
  ['completed', 'abgeschlossen'],
  ['dropped_out', 'abgebrochen'],
  ['ongoing', 'läuft noch'],
  ['interrupted_by_flight', 'durch Flucht unterbrochen'],
]);
