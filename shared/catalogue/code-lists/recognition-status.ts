import { codeList } from '../code-list.ts';

export const recognitionStatus = codeList('recognition_status', 'BQFG-Statistik (domain.md §3.4)', [
  ['not_needed', 'nicht nötig'],
  ['not_applied', 'nicht beantragt'],
  ['advised', 'beraten'],
  ['applied', 'beantragt'],
  ['full_equivalence', 'volle Gleichwertigkeit'],
  ['partial_equivalence', 'teilweise Gleichwertigkeit'],
  ['compensation_measure', 'Auflage einer Ausgleichsmaßnahme'],
  ['no_equivalence', 'keine Gleichwertigkeit'],
  ['zab_statement', 'Zeugnisbewertung (ZAB)'],
]);
