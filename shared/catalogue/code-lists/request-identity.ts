import { codeList } from '../code-list.ts';

export const requestIdentity = codeList('request_identity', 'Art. 12 Abs. 6 DSGVO: Wer fragt?', [
  ['known', 'persönlich bekannt'],
  ['document', 'Ausweis gezeigt'],
  ['authority', 'Vollmacht oder Bestellung gezeigt'],
  ['not_shown', 'nicht geklärt'],
]);
