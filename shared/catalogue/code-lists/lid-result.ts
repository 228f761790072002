import { codeList } from '../code-list.ts';

export const lidResult = codeList('lid_result', 'Test „Leben in Deutschland“', [
  ['not_taken', 'nicht teilgenommen'],
  ['passed', 'bestanden'],
  ['failed', 'nicht bestanden'],
]);
