import { codeList } from '../code-list.ts';

export const asylumProcedure = codeList('asylum_procedure', 'AZRG-DV Anlage, Nr. 8', [
  ['none', 'kein Verfahren'],
  ['pending', 'läuft'],
  ['protection_granted', 'Schutz zuerkannt'],
  ['rejected_appeal', 'abgelehnt, Klage läuft'],
  ['rejected_final', 'unanfechtbar abgelehnt'],
  ['dublin', 'Dublin-Verfahren'],
]);
