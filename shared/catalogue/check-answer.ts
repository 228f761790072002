/** Whether a value can stand in a field, and how it is stored. */
import { isSpecial, maxTextLength, SpecialAnswer, type AnswerValue } from '../domain/answer.ts';
import { IsoDay, IsoMonth } from '../domain/day.ts';
import { EntryId, UserId } from '../domain/ids.ts';
import { fail, ok, unreachable, type Result } from '../domain/result.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { LoadedCatalogue } from './load-catalogue.ts';
import type { Field } from './types.ts';

/** Longest text of one line where the field says nothing, in UTF-16 code units. */
export const defaultMaxLength = 500;

/** `reason` is a short German sentence for the person who typed. It never repeats what was typed. */
export type CheckedAnswer = Result<AnswerValue, { readonly reason: string }>;

/** `null`, '' and an empty list take the answer back. `today` decides what lies in the future. */
export function checkAnswer(catalogue: LoadedCatalogue, field: Field, value: AnswerValue, today: IsoDay): CheckedAnswer {
  if (field.type === 'automatic') return refuse('Dieses Feld füllt Lotse selbst aus.');
  if (value === null) return ok(null);
  if (isSpecial(value)) {
    return field.special === false ? refuse('Hier braucht es eine der vorgesehenen Antworten.') : ok(value);
  }
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? checkLine(field, value) : refuse('Hier gehört Text hin.');
    case 'longtext':
      return typeof value === 'string' ? checkLong(value) : refuse('Hier gehört Text hin.');
    case 'date':
      return checkDay(field, value, today);
    case 'year_month':
      return checkMonth(field, value, today);
    case 'integer':
    case 'decimal':
      return checkNumber(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : refuse('Hier geht nur Ja oder Nein.');
    case 'choice':
      return checkCode(catalogue, field, value);
    case 'multichoice':
      return checkCodes(catalogue, field, value);
    case 'reference':
      return EntryId.safeParse(value).success ? ok(value) : refuse('Bitte einen Eintrag der Akte wählen.');
    case 'staff':
      return UserId.safeParse(value).success ? ok(value) : refuse('Bitte eine Person aus dem JMD wählen.');
    default:
      return unreachable(field.type);
  }
}

function refuse(reason: string): CheckedAnswer {
  return fail({ reason });
}

function checkLine(field: Field, value: string): CheckedAnswer {
  const line = cleanLine(value);
  const longest = field.maxLength ?? defaultMaxLength;
  if (line === '') return ok(null);
  if (line.length > longest) return refuse(`Höchstens ${longest} Zeichen.`);
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern.source})$`, 'u').test(line))
    return refuse(field.pattern.hint);
  return ok(line);
}

function checkLong(value: string): CheckedAnswer {
  const text = cleanText(value);
  if (text.length > maxTextLength) return refuse(`Höchstens ${maxTextLength} Zeichen.`);
  return ok(text === '' ? null : text);
}

function checkDay(field: Field, value: AnswerValue, today: IsoDay): CheckedAnswer {
  if (value === '') return ok(null);
  const day = IsoDay.safeParse(value);
  if (!day.success) return refuse('Diesen Tag gibt es nicht.');
  if (field.notInFuture === true && day.data > today) return refuse('Der Tag liegt in der Zukunft.');
  return ok(day.data);
}

function checkMonth(field: Field, value: AnswerValue, today: IsoDay): CheckedAnswer {
  if (value === '') return ok(null);
  const month = IsoMonth.safeParse(value);
  if (!month.success) return refuse('Bitte Monat und Jahr angeben.');
  if (field.notInFuture === true && month.data > today.slice(0, 7)) return refuse('Der Monat liegt in der Zukunft.');
  return ok(month.data);
}

function checkNumber(field: Field, value: AnswerValue): CheckedAnswer {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('Hier gehört eine Zahl hin.');
  if (field.type === 'integer' && !Number.isInteger(value)) return refuse('Hier gehört eine ganze Zahl hin.');
  if (field.min !== undefined && value < field.min) return refuse(`Mindestens ${field.min}.`);
  if (field.max !== undefined && value > field.max) return refuse(`Höchstens ${field.max}.`);
  return ok(value === 0 ? 0 : value);
}

/** `unknown` and its like, written as a bare code, mean the special answer: there is one way to store one meaning. */
function specialCode(catalogue: LoadedCatalogue, field: Field, code: string): AnswerValue {
  if (field.special === false || catalogue.hasCode(field.codeList ?? '', code)) return null;
  const special = SpecialAnswer.safeParse(code);
  return special.success ? { special: special.data } : null;
}

function checkCode(catalogue: LoadedCatalogue, field: Field, value: AnswerValue): CheckedAnswer {
  if (typeof value !== 'string') return refuse('Bitte einen Wert aus der Liste wählen.');
  if (value === '') return ok(null);
  const special = specialCode(catalogue, field, value);
  if (special !== null) return ok(special);
  return catalogue.hasCode(field.codeList ?? '', value) ? ok(value) : refuse('Diesen Wert gibt es in der Liste nicht.');
}

/** Each code once, in the order of the list: the same choice is the same value, in whatever order it was ticked. */
function checkCodes(catalogue: LoadedCatalogue, field: Field, value: AnswerValue): CheckedAnswer {
  const wanted = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(wanted)) return refuse('Bitte Werte aus der Liste wählen.');
  const [only] = wanted;
  if (only === undefined || (wanted.length === 1 && only === '')) return ok(null);
  const special = wanted.length === 1 ? specialCode(catalogue, field, only) : null;
  if (special !== null) return ok(special);
  const list = field.codeList ?? '';
  if (!wanted.every((code) => catalogue.hasCode(list, code))) return refuse('Diesen Wert gibt es in der Liste nicht.');
  return ok(catalogue.codes(list).flatMap(({ code }) => (wanted.includes(code) ? [code] : [])));
}
