/** The monitoring plan shipped as default: what the JMD count for the federation. Data; later a signed edition from the centre. */
import { dimensions } from './dimensions/all.ts';
import { d5v3js2modified } from './ptables/D5_V3_js2_modified.ts';
import type { MonitoringPlan } from './types.ts';

export const defaultPlan: MonitoringPlan = {
  id: 'jmd-bund',
  version: 1,
  catalogue: '2026.2',
  ptable: d5v3js2modified.id,
  // The federation does not collect the residence status (BT-Drs. 19/21279); health never leaves by office (corrections.md 13).
  neverCounted: [
    'person.residence_status',
    'person.residence_valid_until',
    'person.residence_obligation',
    'person.asylum_procedure',
    'person.work_permit',
    'health.',
    'social.discrimination',
    'social.stress_factors',
    'finance.debts',
  ],
  corrections: { untilMonthDay: '02-15' },
  dimensions: dimensions.map(({ id, label, codes }) => ({ id, label, codes })),
  tables: [
    {
      id: 'A1',
      title: 'Begleitete junge Menschen nach Form der Begleitung',
      area: 'target_group',
      unit: 'persons',
      dimensions: ['support_form'],
      population: null,
      protection: 'exact',
      release: 'named',
    },
    {
      id: 'A2xA3',
      title: 'Begleitete junge Menschen nach Geschlecht und Alter',
      area: 'target_group',
      unit: 'persons',
      dimensions: ['gender', 'age_group'],
      population: null,
      protection: 'cell_key',
      release: 'named',
    },
    {
      id: 'A7',
      title: 'Begleitete junge Menschen nach Zeit seit der Einreise',
      area: 'target_group',
      unit: 'persons',
      dimensions: ['time_since_entry'],
      population: null,
      protection: 'cell_key',
      release: 'named',
    },
    {
      id: 'B1',
      title: 'Case Management: laufend, neu begonnen, beendet',
      area: 'case_management',
      unit: 'persons',
      dimensions: ['cm_flow'],
      population: { dimension: 'support_form', in: ['case_management'] },
      protection: 'cell_key',
      release: 'named',
    },
    {
      id: 'B6',
      title: 'Verbleib nach beendetem Case Management',
      area: 'case_management',
      unit: 'persons',
      dimensions: ['destination'],
      population: { dimension: 'cm_flow', in: ['ended', 'new_and_ended'] },
      protection: 'cell_key',
      release: 'named',
    },
  ],
};
