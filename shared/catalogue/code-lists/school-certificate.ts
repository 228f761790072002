import { codeList } from '../code-list.ts';

export const schoolCertificate = codeList('school_certificate', 'ISCED-Gruppen der ESF+ (domain.md §3.4)', [
  ['still_at_school', 'noch in der Schule'],
  ['none', 'ohne Abschluss'],
  ['special_needs', 'Förderschulabschluss'],
  ['lower_secondary', 'Hauptschulabschluss, Berufsreife, ESA'],
  ['intermediate', 'Mittlerer Schulabschluss'],
  ['fachhochschulreife', 'Fachhochschulreife'],
  ['abitur', 'Hochschulreife'],
  ['foreign_primary', 'ausländischer Abschluss, Grundschule (ISCED 1)'],
  ['foreign_lower_secondary', 'ausländischer Abschluss, Mittelstufe (ISCED 2)'],
  ['foreign_upper_secondary', 'ausländischer Abschluss, Oberstufe (ISCED 3)'],
]);
