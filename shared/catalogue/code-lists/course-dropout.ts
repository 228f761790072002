import { codeList } from '../code-list.ts';

export const courseDropout = codeList('course_dropout', 'domain.md §5 Nr. 205', [
  ['work', 'Arbeit'],
  ['childcare', 'Kinderbetreuung'],
  ['illness', 'Krankheit'],
  ['relocation', 'Umzug'],
  ['level_mismatch', 'Niveau passte nicht'],
  ['motivation', 'wollte nicht mehr'],
  ['other', 'anderer Grund'],
]);
