import { codeList } from '../code-list.ts';

export const signatureState = codeList('signature_state', 'Rahmenkonzept Nr. 1, 2.3 (Vereinbarung auf Augenhöhe)', [
  ['signed', 'unterschrieben'],
  ['not_signed', 'nicht unterschrieben, mündlich vereinbart'],
]);
