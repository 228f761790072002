import { codeList } from '../code-list.ts';

export const cefr = codeList('cefr', 'Gemeinsamer Europäischer Referenzrahmen, IntV, DeuFöV', [
  ['none', 'keine Deutschkenntnisse'],
  ['pre_a1', 'unter A1 oder Alphabetisierungsbedarf'],
  ['A1', 'A1'],
  ['A2', 'A2'],
  ['B1', 'B1'],
  ['B2', 'B2'],
  ['C1', 'C1'],
  ['C2', 'C2'],
  ['native', 'Erstsprache'],
]);
