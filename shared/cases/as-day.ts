import type { AnswerValue } from '../domain/answer.ts';
import { isIsoDay, type IsoDay } from '../domain/day.ts';

/** The day an answer names, or null. Asked for many fields of every case, so not by way of the schema, which takes ten times as long. */
export function asDay(value: AnswerValue): IsoDay | null {
  return typeof value === 'string' && isIsoDay(value) ? value : null;
}
