/**
 * What the course of the support owes to an answer: form, beginning and end can be answered in their fields, too, and whoever reads the course
 * is to find the same as after a dialog.
 *
 * A turn is a line. A date that is put right puts its line right, and what was answered by mistake and taken back the same day is no turn: a
 * resumption is an act of its own.
 */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import type { CaseFile, Decided, Refusal } from './case-decision.ts';
import { dayOf, endDay } from './case-status.ts';
import { changeKind, endField, endReasonField, startField, supportForm } from './course.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideEnter } from './decide-enter.ts';
import { decideRetireEntry } from './decide-entry.ts';

const group = 'course_event';
const formField = 'case.support_form';
const told: ReadonlySet<string> = new Set([formField, ...Object.values(startField), ...Object.values(endField), endReasonField]);

interface Line {
  readonly entry: EntryId;
  readonly kind: AnswerValue;
  readonly day: AnswerValue;
}

type Change =
  | { readonly add: Readonly<Record<string, AnswerValue>> }
  | { readonly line: EntryId; readonly says: Readonly<Record<string, AnswerValue>> }
  | { readonly takeBack: EntryId };

/** What is to be written along with `decided`; one act adds one line at most, named `entry`. Empty for every other answer. */
export function decideCourseLines(file: CaseFile, decided: readonly Decided[], entry: EntryId, today: IsoDay): Result<readonly Decided[], Refusal> {
  const said = new Map(decided.flatMap(({ body }) => (body.type === 'answer' && body.entry === null && told.has(body.field) ? [[body.field, body.value] as const] : [])));
  if (said.size === 0) return ok([]);
  const before = readCase(file.caseState, undefined);
  const after: CaseAnswers = { ...before, value: (field, place = null) => (place === null && said.has(field) ? (said.get(field) ?? null) : before.value(field, place)) };
  const written: Decided[] = [];
  for (const change of [formChange(before, after, today), beginning(before, after, today), ending(before, after, today)]) {
    if (change === null) continue;
    const lines = decideChange(file, change, entry, today);
    if (!lines.ok) return lines;
    written.push(...lines.value);
  }
  return ok(written);
}

function linesOf(answers: CaseAnswers): readonly Line[] {
  return answers.entries(group).map((entry) => ({ entry, kind: answers.value('course_event.kind', entry), day: answers.value('course_event.day', entry) }));
}

const ofForms: readonly AnswerValue[] = ['started', 'changed_to_cm', 'changed_to_counselling'];

function lastOf(answers: CaseAnswers, kinds: readonly AnswerValue[]): Line | undefined {
  return linesOf(answers).findLast(({ kind }) => kinds.includes(kind));
}

function formChange(before: CaseAnswers, after: CaseAnswers, today: IsoDay): Change | null {
  const [was, is] = [supportForm(before), supportForm(after)];
  if (is === null || is === was || endDay(after, today) !== null) return null;
  const last = lastOf(after, ofForms);
  if (was !== null && last?.day === today) {
    // Begun today, and only now it is said as what; or said by mistake: the line of the mistake goes.
    if (last.kind === 'started') return null;
    if (last.kind === changeKind(is, was)) return { takeBack: last.entry };
  }
  // The day the form began, unless it ran before: then its first beginning stays in the field.
  const start = dayOf(after, startField[is]);
  const fits = start !== null && start <= today && (typeof last?.day !== 'string' || start >= last.day);
  return { add: { 'course_event.kind': changeKind(was, is), 'course_event.day': fits ? start : today } };
}

/** The beginning is said after the form, or put right. */
function beginning(before: CaseAnswers, after: CaseAnswers, today: IsoDay): Change | null {
  const form = supportForm(after);
  if (form === null || form !== supportForm(before)) return null;
  const [was, is] = [before.value(startField[form]), dayOf(after, startField[form])];
  const last = lastOf(after, ofForms);
  if (is === null || is > today || is === was || last === undefined || (was !== null && was !== last.day)) return null;
  return { line: last.entry, says: { 'course_event.day': is } };
}

function ending(before: CaseAnswers, after: CaseAnswers, today: IsoDay): Change | null {
  const [was, is] = [endDay(before, today), endDay(after, today)];
  const last = lastOf(after, ['ended', 'resumed']);
  const line = last?.kind === 'ended' ? last : undefined;
  if (is === null) return line === undefined || was === null || line.day !== was ? null : { takeBack: line.entry };
  const reason = after.value(endReasonField);
  const says = { 'course_event.day': is, ...(reason === null ? {} : { 'course_event.reason': reason }) };
  return line === undefined ? { add: { 'course_event.kind': 'ended', ...says } } : { line: line.entry, says };
}

function decideChange(file: CaseFile, change: Change, entry: EntryId, today: IsoDay): Result<readonly Decided[], Refusal> {
  if ('add' in change) return decideEnter({ ...file, entry, group, parent: null, answers: change.add, texts: {}, today });
  if ('takeBack' in change) {
    const taken = decideRetireEntry({ ...file, entry: change.takeBack, retired: true });
    return taken.ok ? ok([taken.value]) : taken;
  }
  const { line, says } = change;
  const decided: Decided[] = [];
  for (const [field, value] of Object.entries(says)) {
    if (readCase(file.caseState, undefined).value(field, line) === value) continue;
    const answered = decideAnswer({ ...file, entry: line, field, value, base: basesFor(file.caseState, line, field), today });
    if (!answered.ok) return answered;
    decided.push(answered.value);
  }
  return ok(decided);
}
