import { isSpecial } from '../../domain/answer.ts';
import { codeAt } from '../case-dates.ts';
import { type Dimension, unknown } from './dimension.ts';

const codes = [
  { code: 'w', label: 'weiblich' },
  { code: 'm', label: 'männlich' },
  { code: 'd', label: 'divers' },
  { code: 'x', label: 'ohne Eintrag oder keine Angabe' },
  unknown,
];

/** As answered. "Keine Angabe" is an answer, counted with the empty entry of the register; everything else that is no answer is `unknown`. */
export const gender: Dimension = {
  id: 'gender',
  label: 'Geschlecht',
  codes,
  reads: ['case.gender'],
  code(answers) {
    const value = answers.value('case.gender');
    if (isSpecial(value)) return value.special === 'not_stated' ? 'x' : unknown.code;
    const code = codeAt(answers, 'case.gender');
    return code !== null && codes.some((known) => known.code === code) ? code : unknown.code;
  },
};
