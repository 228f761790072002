import { codeList } from '../code-list.ts';

export const planStatus = codeList('plan_status', 'Rahmenkonzept Nr. 1, 2.3, 2.4', [
  ['draft', 'Entwurf'],
  ['agreed', 'vereinbart'],
  ['under_review', 'in Überprüfung'],
  ['completed', 'abgeschlossen'],
  ['discontinued', 'nicht weitergeführt'],
  ['declined', 'Plan abgelehnt'],
]);
