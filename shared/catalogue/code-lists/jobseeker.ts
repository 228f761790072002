import { codeList } from '../code-list.ts';

export const jobseeker = codeList('jobseeker', 'ESF CO01 (domain.md §5 Nr. 116)', [
  ['no', 'nein'],
  ['agentur_sgb3', 'bei der Agentur für Arbeit (SGB III)'],
  ['jobcenter_sgb2', 'beim Jobcenter (SGB II)'],
]);
