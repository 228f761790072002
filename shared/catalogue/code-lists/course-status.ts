import { codeList } from '../code-list.ts';

export const courseStatus = codeList('course_status', 'IntV (domain.md §5 Nr. 202)', [
  ['waiting', 'wartet auf einen Platz'],
  ['attending', 'besucht den Kurs'],
  ['completed', 'abgeschlossen'],
  ['repeated_hours', 'Wiederholungsstunden'],
  ['dropped_out', 'abgebrochen'],
  ['excluded', 'ausgeschlossen'],
]);
