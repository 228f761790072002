import { codeList } from '../code-list.ts';

export const vocationalQualification = codeList('vocational_qualification', 'ISCED (domain.md §3.4)', [
  ['none', 'keine'],
  ['in_training', 'in Ausbildung'],
  ['training_dropped', 'Ausbildung abgebrochen'],
  ['dual_training', 'betriebliche Ausbildung'],
  ['school_based_training', 'schulische Ausbildung'],
  ['higher_education', 'Studium'],
  ['foreign_vocational', 'Ausbildung im Ausland'],
  ['foreign_higher_education', 'Studium im Ausland'],
  ['semi_skilled', 'angelernt, Berufserfahrung ohne Abschluss'],
]);
