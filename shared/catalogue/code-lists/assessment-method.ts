import { codeList } from '../code-list.ts';

export const assessmentMethod = codeList('assessment_method', 'Praxisleitfaden Kompetenzfeststellung 2012', [
  ['interview_biographic', 'biografisches Gespräch'],
  ['self_assessment', 'Selbsteinschätzung'],
  ['observation', 'Beobachtung'],
  ['assessment_centre', 'Assessment-Center'],
  ['test', 'Test'],
  ['work_sample', 'Arbeitsprobe'],
  ['portfolio', 'Portfolio'],
]);
