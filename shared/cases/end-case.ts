/** The support ends. Nothing that is missing keeps it from ending (corrections.md, 1). */
import { fail, type Result } from '../domain/result.ts';
import { readCase } from './answers.ts';
import type { Decided, Refusal } from './case-decision.ts';
import { endDay } from './case-status.ts';
import { decideTurn, endField, endReasonField, supportForm, type TurnWish } from './course.ts';

export interface EndWish extends TurnWish {
  /** Code of the list `end_reason`. */
  readonly reason: string;
}

/** The form of support that runs gets its end; where nobody said which one it is, the Beratung does. */
export function decideEnd(wish: EndWish): Result<readonly Decided[], Refusal> {
  const { day, reason, today } = wish;
  const answers = readCase(wish.caseState, undefined);
  if (endDay(answers, today) !== null) return fail({ type: 'AnswerInvalid', reason: 'Die Begleitung ist schon beendet.' });
  return decideTurn(wish, {
    answers: { [endField[supportForm(answers) ?? 'counselling']]: day, [endReasonField]: reason },
    event: { 'course_event.kind': 'ended', 'course_event.day': day, 'course_event.reason': reason },
  });
}
