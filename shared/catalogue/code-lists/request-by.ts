import { codeList } from '../code-list.ts';

export const requestBy = codeList('request_by', 'Wer Rechte geltend macht', [
  ['young_person', 'der junge Mensch selbst'],
  ['legal_guardian', 'Personensorgeberechtigte'],
  ['representative', 'rechtliche Betreuung oder bevollmächtigte Person'],
  ['other', 'andere Person'],
]);
