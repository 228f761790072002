/**
 * When the support ended, or will: of all the answers that stand, every way to read them.
 *
 * Two PCs may have ended a file on two days, or one may have ended it while the other took it up again. Nothing is done with such a file until
 * somebody decides; the later end is the one that is shown.
 */
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { endField } from '../cases/course.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';

export interface Ends {
  /** Null while the support goes on. May lie ahead: then it is planned. */
  readonly end: IsoDay | null;
  /** Read otherwise, the file says another day, or none. */
  readonly contradicted: boolean;
  /** Every end that can be read, earliest first. */
  readonly days: readonly IsoDay[];
}

export function endsOf(answers: CaseAnswers): Ends {
  const ends = { counselling: daysIn(answers, endField.counselling), case_management: daysIn(answers, endField.case_management) };
  const read = statementsOf(answers, 'case.support_form').flatMap((form) =>
    form === 'counselling' || form === 'case_management'
      ? ends[form]
      : ends.counselling.flatMap((one) => ends.case_management.map((other) => later(one, other))),
  );
  const outcomes = [...new Set(read)];
  const days = outcomes.filter((day) => day !== null).sort();
  return { end: days.at(-1) ?? null, contradicted: outcomes.length > 1, days };
}

/** Whether there was Case Management at any time, by any answer that stands. */
export function everManaged(answers: CaseAnswers): boolean {
  const started = [startedField, endField.case_management].some((field) => daysIn(answers, field).some((day) => day !== null));
  return started || answers.statements('case.support_form').includes('case_management');
}

const startedField = 'case.cm_start';

function statementsOf(answers: CaseAnswers, field: string): readonly AnswerValue[] {
  const said = answers.statements(field);
  return said.length === 0 ? [null] : said;
}

function daysIn(answers: CaseAnswers, field: string): readonly (IsoDay | null)[] {
  return statementsOf(answers, field).map(asDay);
}

function later(a: IsoDay | null, b: IsoDay | null): IsoDay | null {
  return a === null || (b !== null && b > a) ? b : a;
}
