/** What can stand in a field. */
import { z } from 'zod';

/**
 * Answers that are none of the field's own values, valid for every field that allows them:
 * `unknown` unbekannt · `not_stated` keine Angabe · `not_asked` nicht gefragt · `not_recorded` bewusst nicht erhoben.
 */
export const SpecialAnswer = z.enum(['unknown', 'not_stated', 'not_asked', 'not_recorded']);
export type SpecialAnswer = z.infer<typeof SpecialAnswer>;

/** Longest text accepted in one field, in UTF-16 code units. */
export const maxTextLength = 100_000;

/**
 * One answer. Text, code, day (`IsoDay`), month (`IsoMonth`) and reference are strings; several codes are a list.
 * `null` takes an answer back: the field is empty again.
 */
export const AnswerValue = z.union([
  z.string().max(maxTextLength),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
  z.strictObject({ special: SpecialAnswer }),
  z.null(),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export function isSpecial(value: AnswerValue | undefined): value is { special: SpecialAnswer } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
