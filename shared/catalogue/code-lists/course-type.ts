import { codeList } from '../code-list.ts';

export const courseType = codeList('course_type', 'IntV, DeuFöV §§ 12, 13, Garantiefonds Hochschule (domain.md §3.3)', [
  ['ic_general', 'allgemeiner Integrationskurs'],
  ['ic_youth', 'Jugendintegrationskurs'],
  ['ic_women', 'Frauenintegrationskurs'],
  ['ic_parents', 'Elternintegrationskurs'],
  ['ic_literacy', 'Alphabetisierungskurs'],
  ['ic_second_script', 'Kurs für Zweitschriftlernende'],
  ['ic_remedial', 'Förderkurs'],
  ['ic_disability', 'Kurs für Menschen mit Behinderung'],
  ['ic_intensive', 'Intensivkurs'],
  ['bsk_b2', 'Berufssprachkurs B2'],
  ['bsk_c1', 'Berufssprachkurs C1'],
  ['bsk_c2', 'Berufssprachkurs C2'],
  ['bsk_special', 'Spezialberufssprachkurs'],
  ['gfh_course', 'Sprachkurs Garantiefonds Hochschule'],
  ['school_german', 'schulische Deutschförderung'],
  ['first_orientation', 'Erstorientierungskurs'],
  ['other', 'anderer Kurs'],
]);
