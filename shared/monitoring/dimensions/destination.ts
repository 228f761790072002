import { codeAt } from '../case-dates.ts';
import { cmFlow } from './cm-flow.ts';
import { type Dimension, unknown } from './dimension.ts';

/** The catalogue list `destination` as of this plan: a plan says itself what it counts, a later edition of the list is a later plan. */
const codes = [
  { code: 'general_school', label: 'allgemeinbildende Schule' },
  { code: 'preparation_class', label: 'Vorbereitungs- oder Berufsintegrationsklasse' },
  { code: 'pre_vocational', label: 'Berufsvorbereitung (BvB, BVJ, AVdual)' },
  { code: 'entry_qualification', label: 'Einstiegsqualifizierung (EQ)' },
  { code: 'dual_training', label: 'betriebliche Ausbildung' },
  { code: 'school_based_training', label: 'schulische Ausbildung' },
  { code: 'external_training', label: 'außerbetriebliche Ausbildung (BaE)' },
  { code: 'higher_education', label: 'Studium, Studienkolleg' },
  { code: 'language_course', label: 'Integrations- oder Sprachkurs' },
  { code: 'employment_ssi', label: 'Arbeit, sozialversicherungspflichtig' },
  { code: 'employment_marginal', label: 'Arbeit, geringfügig' },
  { code: 'self_employed', label: 'selbstständig' },
  { code: 'internship_voluntary', label: 'Praktikum, FSJ, BFD' },
  { code: 'sgb_measure', label: 'Maßnahme nach SGB II oder III' },
  { code: 'unemployed', label: 'arbeitslos, arbeitsuchend' },
  { code: 'family_care', label: 'Elternzeit, Familie' },
  { code: 'relocated', label: 'verzogen' },
  { code: 'not_ended', label: 'nicht beendet' },
  unknown,
];

/** Where she went after the Case Management that ended in the year; `not_ended` for everyone else. */
export const destination: Dimension = {
  id: 'destination',
  label: 'Verbleib nach dem Case Management',
  codes,
  reads: ['evaluation.destination', ...cmFlow.reads],
  code(answers, on) {
    const flow = cmFlow.code(answers, on);
    if (flow !== 'ended' && flow !== 'new_and_ended') return 'not_ended';
    const code = codeAt(answers, 'evaluation.destination');
    return code !== null && codes.some((known) => known.code === code && code !== 'not_ended') ? code : unknown.code;
  },
};
