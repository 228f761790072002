import { codeList } from '../code-list.ts';

export const transferDirection = codeList('transfer_direction', 'Rahmenkonzept Nr. 1, 3.2', [
  ['in', 'Übernahme von einem anderen JMD'],
  ['out', 'Abgabe an einen anderen JMD'],
]);
