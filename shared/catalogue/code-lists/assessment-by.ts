import { codeList } from '../code-list.ts';

export const assessmentBy = codeList('assessment_by', 'Feldkatalog Nr. 131', [
  ['jmd_staff', 'JMD'],
  ['school', 'Schule'],
  ['employment_agency', 'Agentur für Arbeit'],
  ['measure_provider', 'Maßnahmeträger'],
  ['other', 'andere Stelle'],
]);
