/** Beratung ↔ Case Management, at any time (domain.md §6, rule 2). */
import type { AnswerValue } from '../domain/answer.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readCase } from './answers.ts';
import type { Decided, Refusal } from './case-decision.ts';
import { dayOf, endDay } from './case-status.ts';
import { beforeBeginning, changeKind, comesBeforeBeginning, decideTurn, endField, startField, type SupportForm, supportForm, type TurnWish } from './course.ts';

export interface FormWish extends TurnWish {
  readonly form: SupportForm;
}

/**
 * The form that was ends on the day, the other begins or goes on: its first beginning stays, the course of the support says what lay between.
 *
 * Nothing when the file says so already. A file that has ended is taken up again first: else it would be ended and open at once.
 * Nothing ends before it began.
 */
export function decideChangeForm(wish: FormWish): Result<readonly Decided[], Refusal> {
  const { form, day, today } = wish;
  const answers = readCase(wish.caseState, undefined);
  const now = supportForm(answers);
  if (endDay(answers, today) !== null) return fail({ type: 'AnswerInvalid', reason: 'Die Begleitung ist beendet. Bitte zuerst wiederaufnehmen.' });
  if (now === form && answers.statements('case.support_form').length === 1 && answers.value(startField[form]) !== null) return ok([]);

  const other: SupportForm = form === 'counselling' ? 'case_management' : 'counselling';
  // Who only says when the present form began ends no run of it.
  if (comesBeforeBeginning(answers, day, ['counselling', 'case_management'], now !== form)) return beforeBeginning;
  const changes: Record<string, AnswerValue> = { 'case.support_form': form, [endField[form]]: null };
  if (answers.value(startField[form]) === null) changes[startField[form]] = day;
  const otherRan = now === other || answers.value(startField[other]) !== null;
  if (otherRan && dayOf(answers, endField[other]) === null) changes[endField[other]] = day;

  return decideTurn(wish, { answers: changes, event: { 'course_event.kind': changeKind(now, form), 'course_event.day': day } });
}
