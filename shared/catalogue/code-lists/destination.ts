import { codeList } from '../code-list.ts';

export const destination = codeList('destination', 'ESF/ESF+, JUGEND STÄRKEN im Quartier (domain.md §3.2)', [
  ['general_school', 'allgemeinbildende Schule'],
  ['preparation_class', 'Vorbereitungs- oder Berufsintegrationsklasse'],
  ['pre_vocational', 'Berufsvorbereitung (BvB, BVJ, AVdual)'],
  ['entry_qualification', 'Einstiegsqualifizierung (EQ)'],
  ['dual_training', 'betriebliche Ausbildung'],
  ['school_based_training', 'schulische Ausbildung'],
  ['external_training', 'außerbetriebliche Ausbildung (BaE)'],
  ['higher_education', 'Studium, Studienkolleg'],
  ['language_course', 'Integrations- oder Sprachkurs'],
  ['employment_ssi', 'Arbeit, sozialversicherungspflichtig'],
  ['employment_marginal', 'Arbeit, geringfügig'],
  ['self_employed', 'selbstständig'],
  ['internship_voluntary', 'Praktikum, FSJ, BFD'],
  ['sgb_measure', 'Maßnahme nach SGB II oder III'],
  ['unemployed', 'arbeitslos, arbeitsuchend'],
  ['family_care', 'Elternzeit, Familie'],
  ['relocated', 'verzogen'],
]);
