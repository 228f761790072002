import { codeList } from '../code-list.ts';

export const competencyInstrument = codeList(
  'competency_instrument',
  'Praxisleitfaden Kompetenzfeststellung 2012: über 240 Verfahren, die Liste ist offen',
  [
    ['dia_train', 'DIA-TRAIN'],
    ['profilpass', 'ProfilPASS'],
    ['kompetenzpass', 'Kompetenzpass'],
    ['assessment_centre', 'Assessment-Center'],
    ['work_sample', 'Arbeitsprobe'],
    ['biographic_interview', 'biografisches Gespräch'],
    ['own_procedure', 'eigenes Verfahren'],
    ['other', 'anderes Verfahren'],
  ],
);
