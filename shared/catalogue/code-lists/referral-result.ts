import { codeList } from '../code-list.ts';

export const referralResult = codeList('referral_result', 'Rahmenkonzept Nr. 1, 2.5', [
  ['started', 'begonnen'],
  ['completed', 'abgeschlossen'],
  ['waiting_list', 'auf der Warteliste'],
  ['rejected', 'von der Stelle abgelehnt'],
  ['declined', 'vom jungen Menschen abgelehnt'],
]);
