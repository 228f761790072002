import { codeList } from '../code-list.ts';

export const careConnection = codeList('care_connection', 'domain.md §5 Nr. 103', [
  ['gp', 'Hausarztpraxis'],
  ['specialist', 'Facharztpraxis, Therapie'],
  ['psychosocial_centre', 'psychosoziales Zentrum'],
  ['addiction_help', 'Suchthilfe'],
  ['none', 'keine'],
]);
