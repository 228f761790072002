import { codeList } from '../code-list.ts';

export const handover = codeList('handover', 'Rahmenkonzept Nr. 1, 2.3', [
  ['handed_over', 'Ausdruck ausgehändigt'],
  ['declined', 'Ausdruck abgelehnt, bleibt beim JMD'],
  ['not_yet', 'noch nicht ausgehändigt'],
]);
