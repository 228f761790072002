import { codeList } from '../code-list.ts';

export const appointmentStatus = codeList('appointment_status', 'EBKuS (ausgefallen); digital-hub', [
  ['planned', 'geplant'],
  ['kept', 'war da'],
  ['no_show', 'nicht gekommen'],
  ['moved', 'verschoben'],
  ['cancelled', 'abgesagt'],
]);
