import { codeList } from '../code-list.ts';

export const requestDecision = codeList('request_decision', 'Wie über einen Antrag entschieden ist', [
  ['granted', 'erfüllt'],
  ['partly', 'teilweise erfüllt'],
  ['refused', 'abgelehnt'],
  ['taken_back', 'vom jungen Menschen zurückgenommen'],
]);
