/** What the form shows in its automatic fields: computed from the file, never stored as an answer. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { endsOf, everManaged } from '../clock/ends.ts';
import { anonymisePeriod } from '../clock/months.ts';
import { defaultClockSettings, type ClockSettings } from '../clock/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { RecordState } from '../history/state.ts';
import type { CaseAnswers } from './answers.ts';
import { caseStatus, lastActivity } from './case-status.ts';

/** By field id; null where there is nothing to say yet. The file number is an answer like any other and not among them. */
export function automaticAnswers(
  catalogue: LoadedCatalogue,
  caseState: RecordState,
  answers: CaseAnswers,
  today: IsoDay,
  clock: ClockSettings = defaultClockSettings,
): Readonly<Record<string, AnswerValue>> {
  const printed = caseState.documents;
  return {
    'case.status': caseStatus(catalogue, answers, today),
    'case.last_activity_date': lastActivity(catalogue, answers, today),
    'case.anonymise_due': anonymiseDue(answers, clock, today),
    'integration_plan.version': printed.at(-1)?.version ?? null,
    // A paper of an older version is never made again, but one plan is printed in several languages, each on its day.
    'integration_plan.printed_on': printed.map(({ day }) => day).sort().at(-1) ?? null,
  };
}

/** As the clock has it: nothing where it is not for this file. */
function anonymiseDue(answers: CaseAnswers, clock: ClockSettings, today: IsoDay): IsoDay | null {
  const { end } = endsOf(answers);
  if (end === null || end > today || (!clock.counsellingToo && !everManaged(answers))) return null;
  return anonymisePeriod(end, clock).day;
}
