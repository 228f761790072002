import { codeList } from '../code-list.ts';

export const measure = codeList('measure', 'SGB III, § 45a AufenthG (domain.md §3.4)', [
  ['none', 'keine'],
  ['career_orientation', 'Berufsorientierung (§ 48 SGB III)'],
  ['bereb', 'Berufseinstiegsbegleitung (§ 49 SGB III)'],
  ['bvb', 'Berufsvorbereitende Bildungsmaßnahme (BvB)'],
  ['eq', 'Einstiegsqualifizierung (EQ)'],
  ['asa', 'Assistierte Ausbildung (AsA)'],
  ['bae', 'außerbetriebliche Ausbildung (BaE)'],
  ['s16h_sgb2', 'Förderung schwer zu erreichender junger Menschen (§ 16h SGB II)'],
  ['activation_s45', 'Aktivierung und Eingliederung (§ 45 SGB III)'],
  ['work_opportunity', 'Arbeitsgelegenheit'],
  ['integration_course', 'Integrationskurs'],
  ['bsk', 'Berufssprachkurs'],
  ['school_support', 'schulische Förderung'],
  ['tutoring', 'Nachhilfe'],
  ['mentoring', 'Mentoring, Patenschaft'],
  ['voluntary_service', 'Freiwilligendienst (FSJ, BFD)'],
  ['internship', 'Praktikum'],
  ['youth_welfare', 'Hilfe nach SGB VIII'],
  ['gfh_advice', 'Bildungsberatung Garantiefonds Hochschule'],
  ['other', 'Sonstiges'],
]);
