/** In which reporting years a person is counted. */
import type { CaseAnswers } from '../cases/answers.ts';
import { type IsoDay, yearOf } from '../domain/day.ts';
import { agreedPlanRun, earliestYear } from './case-management-run.ts';
import { dayAt } from './case-dates.ts';

/**
 * Dated talks of the file, Fachkraft and young person together.
 *
 * Until contacts are a section of their own these stand for them: first talk, beginning and end of Beratung and CM, informed about
 * and agreed to the CM, plan made, agreed, read together and reviewed, final talk; and the day a goal was reached. Not among them:
 * consent on paper, planned dates, feedback of others, papers printed.
 */
const contactDays = [
  'case.first_interview_date',
  'case.counselling_start',
  'case.counselling_end',
  'consent.case_management_informed_on',
  'consent.case_management_agreed_on',
  'case.cm_start',
  'case.cm_end',
  'integration_plan.created_on',
  'integration_plan.signed_on',
  'integration_plan.read_together_on',
  'integration_plan.reviewed_on',
  'evaluation.final_interview_date',
];

/**
 * Reporting years, ascending: at least one contact in the year or an agreed plan running (corrections.md, "Numbers").
 *
 * "The file was open" does not count. A year after `today` never counts, and a date after `today` has not happened. Nor does a year
 * before {@link earliestYear}: a plan signed in 1926 is a slip of the keyboard, not a hundred years of support.
 */
export function countedYears(answers: CaseAnswers, today: IsoDay): readonly number[] {
  const days = [
    ...contactDays.map((field) => dayAt(answers, field)),
    ...answers.entries('goal').map((goal) => dayAt(answers, 'goal.attained_on', goal)),
  ];
  const first = earliestYear(today);
  const happened = days.filter((day) => day !== null && day <= today).map((day) => yearOf(day as IsoDay));
  const years = new Set(happened.filter((year) => year >= first));
  const run = agreedPlanRun(answers, today);
  if (run !== null && yearOf(run.start) >= first) for (let year = yearOf(run.start); year <= yearOf(run.end ?? today); year += 1) years.add(year);
  return [...years].sort((a, b) => a - b);
}
