import { codeList } from '../code-list.ts';

export const examResult = codeList('exam_result', 'DTZ, Berufssprachkurse (domain.md §3.3)', [
  ['not_taken', 'nicht teilgenommen'],
  ['below_a2', 'unter A2'],
  ['a2', 'A2'],
  ['b1', 'B1'],
  ['b2_passed', 'B2 bestanden'],
  ['c1_passed', 'C1 bestanden'],
  ['failed', 'nicht bestanden'],
  ['pending', 'Ergebnis steht aus'],
]);
