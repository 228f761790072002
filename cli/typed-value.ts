/** Turns a word of the command line into an answer of the field's type. The core checks it again like any other. */
import type { Field } from '../shared/catalogue/types.ts';
import { SpecialAnswer, type AnswerValue } from '../shared/domain/answer.ts';

const yes = new Set(['ja', 'yes', 'true']);
const no = new Set(['nein', 'no', 'false']);

/**
 * `unknown`, `not_stated`, `not_asked`, `not_recorded` behind a colon are special answers (`:unknown`), `:empty` takes an answer
 * back. Several codes are separated by commas. Text is taken as it is.
 */
export function typedValue(field: Field, word: string): AnswerValue {
  if (word.startsWith(':')) {
    if (word === ':empty') return null;
    const special = SpecialAnswer.safeParse(word.slice(1));
    if (special.success) return { special: special.data };
  }
  switch (field.type) {
    case 'integer':
    case 'decimal': {
      const number = Number(word.replace(',', '.'));
      return word.trim() !== '' && Number.isFinite(number) ? number : word;
    }
    case 'boolean':
      return yes.has(word) ? true : no.has(word) ? false : word;
    case 'multichoice':
      return word.split(',').map((code) => code.trim()).filter((code) => code !== '');
    default:
      return word;
  }
}
