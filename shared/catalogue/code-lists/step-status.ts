import { codeList } from '../code-list.ts';

export const stepStatus = codeList('step_status', 'Rahmenkonzept Nr. 1, 2.4', [
  ['open', 'offen'],
  ['in_progress', 'in Arbeit'],
  ['done', 'erledigt'],
  ['cancelled', 'entfällt'],
]);
