import { codeList } from '../code-list.ts';

export const dropoutRisk = codeList('dropout_risk', 'JUGEND STÄRKEN im Quartier: Schulabsentismus', [
  ['none', 'nein'],
  ['risk', 'Abbruch droht'],
  ['absent', 'bleibt der Schule fern'],
]);
