import { codeList } from '../code-list.ts';

export const biographyType = codeList('biography_type', 'Feldkatalog Nr. 121', [
  ['school', 'Schule'],
  ['vocational_school', 'Berufsschule'],
  ['training', 'Ausbildung'],
  ['study', 'Studium'],
  ['work', 'Arbeit'],
  ['internship', 'Praktikum'],
  ['language_course', 'Sprachkurs'],
  ['integration_course', 'Integrationskurs'],
  ['voluntary_service', 'Freiwilligendienst'],
  ['family_care', 'Familie, Kinder'],
  ['flight', 'Flucht'],
  ['unemployment', 'Arbeitssuche'],
  ['other', 'Sonstiges'],
]);
