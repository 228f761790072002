import type { AnswerValue } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';

/** The day an answer names, or null. Asks the type first: most fields are empty, and a failed parse is dear. */
export function asDay(value: AnswerValue): IsoDay | null {
  return typeof value === 'string' ? (IsoDay.safeParse(value).data ?? null) : null;
}
