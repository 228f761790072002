import { codeList } from '../code-list.ts';

export const schoolType = codeList('school_type', 'bundesweit zusammengefasste Schularten (domain.md §3.4)', [
  ['lower_secondary_main', 'Haupt-, Mittelschule'],
  ['intermediate', 'Realschule'],
  ['comprehensive', 'Gesamt-, Gemeinschafts-, Ober-, Stadtteilschule'],
  ['gymnasium', 'Gymnasium'],
  ['special_needs', 'Förderschule'],
  ['preparation_class_general', 'Vorbereitungsklasse, allgemeinbildend'],
  ['preparation_class_vocational', 'Vorbereitungsklasse, berufsbildend (VABO, BIK, IFK, SPRINT)'],
  ['vocational_prep_year', 'Berufsvorbereitungsjahr (BVJ, BEJ, AV)'],
  ['vocational_school_part_time', 'Berufsschule'],
  ['vocational_school_full_time', 'Berufsfachschule'],
  ['upper_secondary_vocational', 'FOS, BOS, berufliches Gymnasium'],
  ['evening_college', 'Abendschule, Kolleg'],
  ['preparatory_college', 'Studienkolleg'],
  ['abroad', 'Schule im Ausland'],
]);
