import { codeList } from '../code-list.ts';

export const mainActivity = codeList('main_activity', 'EBKuS; ESF (domain.md §3.4)', [
  ['at_school', 'in der Schule'],
  ['preparation_class', 'in einer Vorbereitungsklasse'],
  ['language_course', 'im Integrations- oder Sprachkurs'],
  ['pre_vocational_measure', 'in einer berufsvorbereitenden Maßnahme'],
  ['in_dual_training', 'in betrieblicher Ausbildung'],
  ['in_school_training', 'in schulischer Ausbildung'],
  ['in_higher_education', 'im Studium'],
  ['employed_ssi', 'in Arbeit, sozialversicherungspflichtig'],
  ['employed_marginal', 'in Arbeit, geringfügig'],
  ['self_employed', 'selbstständig'],
  ['internship_voluntary_service', 'im Praktikum oder Freiwilligendienst'],
  ['unemployed', 'arbeitslos'],
  ['inactive_no_education', 'nicht erwerbstätig, nicht in Bildung'],
  ['family_care', 'Elternzeit, Familie'],
  ['no_access', 'kein Zugang zu Arbeit oder Kurs'],
]);
