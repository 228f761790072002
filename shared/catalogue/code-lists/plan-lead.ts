import { codeList } from '../code-list.ts';

export const planLead = codeList('plan_lead', 'Rahmenkonzept Nr. 1, 3.4', [
  ['jmd', 'JMD'],
  ['youth_office', 'Jugendamt'],
  ['jobcenter', 'Jobcenter'],
  ['employment_agency', 'Agentur für Arbeit'],
  ['school', 'Schule'],
  ['measure_provider', 'Maßnahmeträger'],
  ['other', 'andere Stelle'],
]);
