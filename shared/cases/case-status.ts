/** What follows from the answers of a case without anybody typing it. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { activitiesOf, lastActivityDay } from '../clock/activity.ts';
import { addMonths, ageOn, type IsoDay } from '../domain/day.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';

/** Months without activity after which a file is called dormant (a hint; domain.md §3.2). */
export const dormantAfterMonths = 6;

/** Codes of the list `case_status`; `restricted`, `anonymised` and `erased` are acts of their own. */
export type CaseStatus = 'open' | 'dormant' | 'closed' | 'transferred';

export function dayOf(answers: CaseAnswers, field: string): IsoDay | null {
  return asDay(answers.value(field));
}

/**
 * The day the support ended, or null while it goes on.
 *
 * The end of the present form of support counts: a Case Management that ended does not end a Beratung that goes on.
 */
export function endDay(answers: CaseAnswers, today: IsoDay): IsoDay | null {
  const counselling = dayOf(answers, 'case.counselling_end');
  const management = dayOf(answers, 'case.cm_end');
  const form = answers.value('case.support_form');
  const end = form === 'counselling' ? counselling : form === 'case_management' ? management : later(counselling, management);
  return end !== null && end <= today ? end : null;
}

function later(a: IsoDay | null, b: IsoDay | null): IsoDay | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** The last day on which somebody worked with or for her, from the fields the catalogue marks; future dates are plans. */
export function lastActivity(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): IsoDay | null {
  return lastActivityDay(activitiesOf(catalogue, answers, today), today);
}

export function caseStatus(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): CaseStatus {
  if (endDay(answers, today) !== null) {
    return answers.value('evaluation.end_reason') === 'transfer_other_jmd' ? 'transferred' : 'closed';
  }
  const last = lastActivity(catalogue, answers, today);
  return last !== null && addMonths(last, dormantAfterMonths) < today ? 'dormant' : 'open';
}

/** Completed years of life, null without a birth date. */
export function ageOf(answers: CaseAnswers, today: IsoDay): number | null {
  const born = dayOf(answers, 'case.date_of_birth');
  return born === null || born > today ? null : ageOn(born, today);
}

function line(answers: CaseAnswers, field: string): string {
  const value = answers.value(field);
  return typeof value === 'string' ? value : '';
}

/** "Nachname, Vorname"; a person with one name is called by it, a Rufname stands in where no first name is known. */
export function caseName(answers: CaseAnswers): string {
  const first = line(answers, 'person.first_name') || line(answers, 'person.call_name');
  return [line(answers, 'person.last_name'), first].filter((part) => part !== '').join(', ');
}

/** "Vorname Nachname", as a letter or a plan writes it, with the name she is called by. */
export function spokenName(answers: CaseAnswers): string {
  return [firstName(answers), line(answers, 'person.last_name')].filter((part) => part !== '').join(' ');
}

/** The name she is called by: Rufname, else first name, else ''. */
export function firstName(answers: CaseAnswers): string {
  return line(answers, 'person.call_name') || line(answers, 'person.first_name');
}
