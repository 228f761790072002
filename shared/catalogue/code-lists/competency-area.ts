import { codeList } from '../code-list.ts';

export const competencyArea = codeList('competency_area', 'übliche Kompetenzklassen (domain.md §3.5)', [
  ['language', 'sprachlich'],
  ['self', 'persönlich'],
  ['social', 'sozial'],
  ['methodical', 'methodisch'],
  ['vocational_technical', 'fachlich'],
  ['intercultural_multilingual', 'interkulturell, mehrsprachig'],
  ['digital', 'digital'],
  ['basic_skills', 'Grundbildung'],
]);
