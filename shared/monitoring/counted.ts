/** In which reporting years a person is counted. */
import type { CaseAnswers } from '../cases/answers.ts';
import { type IsoDay, yearOf } from '../domain/day.ts';
import { agreedPlanRun } from './case-management-run.ts';
import { dayAt } from './case-dates.ts';

/**
 * Dated acts of the file that the Fachkraft and the young person did together.
 *
 * Until contacts are a section of their own these stand for them: first talk, beginning and end of Beratung and CM, plan made,
 * agreed and (by the day a goal was reached) reviewed. Not among them: consent, planned dates, papers printed.
 */
const contactDays = [
  'case.first_interview_date',
  'case.counselling_start',
  'case.counselling_end',
  'case.cm_start',
  'case.cm_end',
  'integration_plan.created_on',
  'integration_plan.signed_on',
];

/**
 * Reporting years, ascending: at least one contact in the year or an agreed plan running (corrections.md, "Numbers").
 *
 * "The file was open" does not count. A year after `today` never counts, and a date after `today` has not happened.
 */
export function countedYears(answers: CaseAnswers, today: IsoDay): readonly number[] {
  const days = [
    ...contactDays.map((field) => dayAt(answers, field)),
    ...answers.entries('goal').map((goal) => dayAt(answers, 'goal.attained_on', goal)),
  ];
  const years = new Set(days.filter((day) => day !== null && day <= today).map((day) => yearOf(day as IsoDay)));
  const run = agreedPlanRun(answers, today);
  if (run !== null) for (let year = yearOf(run.start); year <= yearOf(run.end ?? today); year += 1) years.add(year);
  return [...years].sort((a, b) => a - b);
}
