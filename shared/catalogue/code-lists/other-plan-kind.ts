import { codeList } from '../code-list.ts';

export const otherPlanKind = codeList('other_plan_kind', 'Rahmenkonzept Nr. 1, 3.4', [
  ['youth_welfare', 'Hilfeplan (Jugendamt)'],
  ['jobcenter', 'Kooperationsplan (Jobcenter)'],
  ['employment_agency', 'Eingliederungsvereinbarung (Agentur für Arbeit)'],
  ['school', 'Förderplan der Schule'],
  ['measure', 'Förderplan eines Maßnahmeträgers'],
  ['participation', 'Teilhabeplan'],
  ['other', 'anderer Plan'],
]);
