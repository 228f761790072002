import { codeList } from '../code-list.ts';

export const courseEventKind = codeList('course_event_kind', 'Rahmenkonzept Nr. 1, 2.1 bis 3.3', [
  ['started', 'Begleitung begonnen'],
  ['changed_to_cm', 'Wechsel zum Case Management'],
  ['changed_to_counselling', 'Wechsel zur Beratung'],
  ['ended', 'Begleitung beendet'],
  ['resumed', 'Begleitung wiederaufgenommen'],
  ['withdrawn', 'Einwilligung widerrufen'],
]);
