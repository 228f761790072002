/**
 * Wiederaufnahme of an ended file (Rahmenkonzept Nr. 1, 3.2): end and reason are taken back, the course of the support keeps both. An end that was written
 * down ahead of its day has no line there yet: nobody wrote anything on the day itself. It gets one now.
 *
 * So is what the evaluation said of that end: it would pass as said of the next one. The history keeps every answer; long texts stay, as words
 * of their own nobody takes for an answer to a question.
 */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, type Result } from '../domain/result.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import type { Decided, Refusal } from './case-decision.ts';
import { endDay } from './case-status.ts';
import { takesInput } from './consent.ts';
import { decideTurn, endField, endReasonField, supportForm, type TurnWish } from './course.ts';

export interface ResumeWish extends TurnWish {
  /** In words; '' says nothing. Words need the consent, the resumption does not. */
  readonly reason: string;
  /** A fresh random id: the line of the end, where it has none. */
  readonly endLine: EntryId;
}

const evaluationSection = '5';

export function decideResume(wish: ResumeWish): Result<readonly Decided[], Refusal | { readonly type: 'CaseNotEnded' }> {
  const { catalogue, caseState, day, today } = wish;
  const answers = readCase(caseState, undefined);
  const ended = endDay(answers, today);
  if (ended === null) return fail({ type: 'CaseNotEnded' });
  if (day < ended) return fail({ type: 'AnswerInvalid', reason: 'Der Tag liegt vor dem Ende der Begleitung. Bitte den Tag der Wiederaufnahme wählen.' });

  const form = supportForm(answers);
  const ends = form === null ? Object.values(endField) : [endField[form]];
  // What nobody may write without consent is not taken back without it either.
  const evaluation = catalogue.fieldsOf(evaluationSection, null).filter((field) => field.id !== endReasonField && takesInput(caseState, field));
  const changes: Record<string, AnswerValue> = Object.fromEntries([...ends, endReasonField, ...evaluation.map(({ id }) => id)].map((field) => [field, null]));
  const reason = wish.reason.trim();
  return decideTurn(wish, {
    answers: changes,
    event: { 'course_event.kind': 'resumed', 'course_event.day': day, ...(reason === '' ? {} : { 'course_event.note': reason }) },
    before: endIsTold(answers) ? null : { entry: wish.endLine, event: endEvent(answers, ended) },
  });
}

function endIsTold(answers: CaseAnswers): boolean {
  const kinds = answers.entries('course_event').map((line) => answers.value('course_event.kind', line));
  return kinds.findLast((kind) => kind === 'ended' || kind === 'resumed') === 'ended';
}

function endEvent(answers: CaseAnswers, ended: IsoDay): Readonly<Record<string, AnswerValue>> {
  const reason = answers.value(endReasonField);
  return { 'course_event.kind': 'ended', 'course_event.day': ended, ...(reason === null ? {} : { 'course_event.reason': reason }) };
}
