/** The support ends. Nothing that is missing keeps it from ending (corrections.md, 1). */
import { fail, type Result } from '../domain/result.ts';
import { readCase } from './answers.ts';
import type { Decided, Refusal } from './case-decision.ts';
import { endDay } from './case-status.ts';
import { takesInput } from './consent.ts';
import { beforeBeginning, comesBeforeBeginning, decideTurn, endField, endReasonField, supportForm, type TurnWish } from './course.ts';

export interface EndWish extends TurnWish {
  /** Code of the list `end_reason`. */
  readonly reason: string;
  /** For the course of the support; words need the consent, the end does not. */
  readonly note?: string;
}

const noteField = 'course_event.note';

/** The form of support that runs gets its end; where nobody said which one it is, the Beratung does. */
export function decideEnd(wish: EndWish): Result<readonly Decided[], Refusal> {
  const { catalogue, caseState, day, reason, note = '', today } = wish;
  const answers = readCase(caseState, undefined);
  if (endDay(answers, today) !== null) return fail({ type: 'AnswerInvalid', reason: 'Die Begleitung ist schon beendet.' });
  const form = supportForm(answers) ?? 'counselling';
  if (comesBeforeBeginning(answers, day, [form])) return beforeBeginning;
  const field = catalogue.field(noteField);
  const takesWords = field !== undefined && takesInput(caseState, field);
  return decideTurn(wish, {
    answers: { [endField[form]]: day, [endReasonField]: reason },
    event: { 'course_event.kind': 'ended', 'course_event.day': day, 'course_event.reason': reason, ...(note !== '' && takesWords ? { [noteField]: note } : {}) },
  });
}
