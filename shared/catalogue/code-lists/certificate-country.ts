import { codeList } from '../code-list.ts';

export const certificateCountry = codeList('certificate_country', 'BQFG-Statistik (domain.md §5 Nr. 111)', [
  ['germany', 'Deutschland'],
  ['abroad_recognised', 'Ausland, anerkannt'],
  ['abroad_not_recognised', 'Ausland, nicht anerkannt'],
  ['abroad_not_assessed', 'Ausland, noch nicht geprüft'],
]);
