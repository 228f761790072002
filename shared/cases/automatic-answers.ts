/** What the form shows in its automatic fields: computed from the file, never stored as an answer. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { addMonths, type IsoDay } from '../domain/day.ts';
import type { RecordState } from '../history/state.ts';
import type { CaseAnswers } from './answers.ts';
import { caseStatus, endDay, lastActivity } from './case-status.ts';

/** Months from the end to the anonymisation: two, so that every byte is gone at three (corrections.md, 8). */
export const anonymiseAfterMonths = 2;

/** By field id; null where there is nothing to say yet. The file number is an answer like any other and not among them. */
export function automaticAnswers(
  catalogue: LoadedCatalogue,
  caseState: RecordState,
  answers: CaseAnswers,
  today: IsoDay,
): Readonly<Record<string, AnswerValue>> {
  const end = endDay(answers, today);
  const printed = caseState.documents.filter((document) => document.purpose === 'plan').at(-1);
  return {
    'case.status': caseStatus(catalogue, answers, today),
    'case.last_activity_date': lastActivity(catalogue, answers, today),
    'case.anonymise_due': end === null ? null : addMonths(end, anonymiseAfterMonths),
    'integration_plan.version': printed?.version ?? null,
    'integration_plan.printed_on': printed?.day ?? null,
  };
}
