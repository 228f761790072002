import { codeList } from '../code-list.ts';

export const supportPhase = codeList('support_phase', '§ 45 AufenthG; Programm: vor, während und nach dem Kurs', [
  ['before', 'vor dem Kurs'],
  ['during', 'während des Kurses'],
  ['after', 'nach dem Kurs'],
]);
