/**
 * From when to when a person was in Case Management, as the file tells it on `today`.
 *
 * [Note: what makes a CM case] An agreed plan does, a draft does not (corrections.md, "Erstellung des Integrationsförderplans"), and a person
 * confirms it: while the form of support says Beratung and no start of the CM was recorded, the case is the Beratung its file says it is. It is
 * counted as long as the plan runs all the same. A recorded start makes one too, unless the form still says Beratung and no plan was agreed: the
 * date is proposed while a plan is only a draft. A CM that has ended was one, whatever the form says now.
 */
import type { CaseAnswers } from '../cases/answers.ts';
import { type IsoDay, yearOf } from '../domain/day.ts';
import { codeAt, dayAt, earliest } from './case-dates.ts';

export interface Run {
  readonly start: IsoDay;
  /** null while it goes on. */
  readonly end: IsoDay | null;
  /** Times in between in which it did not run; absent when there were none. */
  readonly pauses?: readonly Pause[];
}

export interface Pause {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** Values of the catalogue list `plan_status`. */
const neverAgreed: readonly string[] = ['draft', 'declined'];
const surelyAgreed: readonly string[] = ['agreed', 'under_review', 'completed'];
const over: readonly string[] = ['completed', 'discontinued'];

/**
 * The first year a date of support can lie in, seen from `today`: 15 years back, never before 2000.
 *
 * A JMD supports people from 12 to 27, so nobody's support is older; an earlier date is a typing error. Histories number years from 2000.
 */
export function earliestYear(today: IsoDay): number {
  return Math.max(2000, yearOf(today) - 15);
}

/** The agreed plan: from the day it was agreed to the end of the CM; null without an agreed plan. */
export function agreedPlanRun(answers: CaseAnswers, today: IsoDay): Run | null {
  const status = codeAt(answers, 'integration_plan.status') ?? '';
  if (neverAgreed.includes(status)) return null;
  // A plan agreed by word of mouth has no signature: then the day the Fachkraft signed or made it stands for it.
  const unsigned = ['integration_plan.staff_signed_on', 'integration_plan.created_on', 'case.cm_start'];
  const fields = ['integration_plan.signed_on', ...(surelyAgreed.includes(status) ? unsigned : [])];
  const days = fields.map((field) => dayAt(answers, field)).filter((day) => day !== null);
  // A mistyped year says that there is a plan, not since when: another date of the plan says it better.
  const start = days.find((day) => yearOf(day) >= earliestYear(today)) ?? days[0] ?? null;
  if (start === null || start > today) return null;
  const end = endAfter(answers, start, today);
  // A plan that is over on a day nobody wrote down ran in the year it was agreed; more is not known.
  return { start, end: end ?? (over.includes(status) ? start : null), pauses: pausesOf(answers) };
}

/** The Case Management; null for a person who is (or was) in Beratung only. */
export function caseManagementRun(answers: CaseAnswers, today: IsoDay): Run | null {
  const plan = agreedPlanRun(answers, today);
  const recorded = dayAt(answers, 'case.cm_start');
  const saysCounselling = dayAt(answers, 'case.cm_end') === null && codeAt(answers, 'case.support_form') === 'counselling';
  if (saysCounselling && (plan === null || recorded === null)) return null;
  const start = earliest([(recorded ?? today) > today ? null : recorded, plan?.start ?? null]);
  if (start === null) return null;
  return { start, end: endAfter(answers, start, today) ?? plan?.end ?? null, pauses: pausesOf(answers) };
}

export function overlapsYear({ start, end, pauses = [] }: Run, year: number): boolean {
  if (yearOf(start) > year || (end !== null && yearOf(end) < year)) return false;
  return !pauses.some(({ from, to }) => yearOf(from) < year && yearOf(to) > year);
}

/** Lines of the course of the support that take her out of the Case Management, and into it again. */
const out: readonly (string | null)[] = ['ended', 'changed_to_counselling'];
const back: readonly (string | null)[] = ['resumed', 'changed_to_cm'];

/**
 * The times between an end, or a change to Beratung, and what took it back: the dates of the file say only the first beginning and the last end.
 */
function pausesOf(answers: CaseAnswers): readonly Pause[] {
  const lines = answers
    .entries('course_event')
    .flatMap((entry) => {
      const day = dayAt(answers, 'course_event.day', entry);
      return day === null ? [] : [{ day, kind: codeAt(answers, 'course_event.kind', entry) }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const pauses: Pause[] = [];
  let from: IsoDay | null = null;
  for (const { day, kind } of lines) {
    if (out.includes(kind)) from ??= day;
    else if (back.includes(kind) && from !== null) {
      pauses.push({ from, to: day });
      from = null;
    }
  }
  return pauses;
}

/**
 * The end of the CM, else the end of the whole support; never before its start and never in the future.
 *
 * The Beratung that came before the CM ended on or before its start: that day is not the end of the CM.
 */
function endAfter(answers: CaseAnswers, start: IsoDay, today: IsoDay): IsoDay | null {
  const cmEnd = dayAt(answers, 'case.cm_end');
  if (cmEnd !== null) return cmEnd >= start && cmEnd <= today ? cmEnd : null;
  // The form says that it goes on: then the Beratung went over into it, maybe some days after the plan was agreed.
  if (codeAt(answers, 'case.support_form') === 'case_management') return null;
  const counsellingEnd = dayAt(answers, 'case.counselling_end');
  return counsellingEnd !== null && counsellingEnd > start && counsellingEnd <= today ? counsellingEnd : null;
}
