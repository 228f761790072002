/** The course of the support: what begins, changes, ends and resumes it have in common. */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import type { CaseFile, Decided, Refusal } from './case-decision.ts';
import { dayOf } from './case-status.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideEnter, withEntry } from './decide-enter.ts';

/** Codes of the list `support_form`. */
export type SupportForm = 'counselling' | 'case_management';

export const startField = { counselling: 'case.counselling_start', case_management: 'case.cm_start' } as const;
export const endField = { counselling: 'case.counselling_end', case_management: 'case.cm_end' } as const;
export const endReasonField = 'evaluation.end_reason';

export interface TurnWish extends CaseFile {
  /** A fresh random id: the line in the course of the support. */
  readonly entry: EntryId;
  /** The day it happened. */
  readonly day: IsoDay;
  readonly today: IsoDay;
}

/** null while nobody said. */
export function supportForm(answers: CaseAnswers): SupportForm | null {
  const form = answers.value('case.support_form');
  return form === 'counselling' || form === 'case_management' ? form : null;
}

/** What the course says of a change from one form to another; null while nobody had said one. */
export function changeKind(was: SupportForm | null, is: SupportForm): 'started' | 'changed_to_cm' | 'changed_to_counselling' {
  if (was === null || was === is) return 'started';
  return is === 'case_management' ? 'changed_to_cm' : 'changed_to_counselling';
}

/** Day of a course line after which the support runs on, as what it is or as another form. */
function turnDays(answers: CaseAnswers): readonly (IsoDay | null)[] {
  const runsOn = (kind: AnswerValue): boolean => kind === 'changed_to_cm' || kind === 'changed_to_counselling' || kind === 'resumed';
  return answers.entries('course_event').filter((line) => runsOn(answers.value('course_event.kind', line))).map((line) => asDay(answers.value('course_event.day', line)));
}

/**
 * Whether a turn on this day would come before a beginning: of one of `forms`, as its field says, or of what runs now, as the course says. The
 * field keeps the first beginning of a form, so a second run is known by its line alone; `lines: false` where no run ends.
 */
export function comesBeforeBeginning(answers: CaseAnswers, day: IsoDay, forms: readonly SupportForm[], lines = true): boolean {
  const days = [...forms.map((form) => dayOf(answers, startField[form])), ...(lines ? turnDays(answers) : [])];
  return days.some((begun) => begun !== null && day < begun);
}

export const beforeBeginning = fail({
  type: 'AnswerInvalid',
  reason: 'Der Tag liegt vor dem Beginn, der in der Akte steht. Bitte einen späteren Tag wählen oder zuerst den Beginn berichtigen.',
} as const);

export interface Turn {
  /** By field of the file itself; null takes an answer back. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** The line in the course of the support, by its fields. */
  readonly event: Readonly<Record<string, AnswerValue>>;
  /** A line that belongs before it and was never written. */
  readonly before?: { readonly entry: EntryId; readonly event: Readonly<Record<string, AnswerValue>> } | null;
}

/** The answers, on top of what stands there, and the lines of the course; one refusal refuses all. */
export function decideTurn(wish: TurnWish, turn: Turn): Result<readonly Decided[], Refusal> {
  const { catalogue, caseState, person, right, entry, day, today } = wish;
  if (day > today) return fail({ type: 'AnswerInvalid', reason: 'Der Tag liegt in der Zukunft.' });
  const file = { catalogue, caseState, person, right };
  const written = readCase(caseState, undefined);
  const decided: Decided[] = [];
  for (const [field, value] of Object.entries(turn.answers)) {
    // Nothing to take back.
    if (value === null && written.statements(field).every((one) => one === null)) continue;
    const answered = decideAnswer({ ...file, entry: null, field, value, base: basesFor(caseState, null, field), today });
    if (!answered.ok) return answered;
    decided.push(answered.value);
  }
  let grown: CaseFile = file;
  for (const line of [...(turn.before ? [turn.before] : []), { entry, event: turn.event }]) {
    const event = decideEnter({ ...grown, entry: line.entry, group: 'course_event', parent: null, answers: line.event, texts: {}, today });
    if (!event.ok) return event;
    decided.push(...event.value);
    grown = event.value.filter(({ body }) => body.type === 'addEntry').reduce<CaseFile>(withEntry, grown);
  }
  return ok(decided);
}
