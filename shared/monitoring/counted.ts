/** In which reporting years a person is counted. */
import type { CaseAnswers } from '../cases/answers.ts';
import { type IsoDay, yearOf } from '../domain/day.ts';
import { agreedPlanRun, earliestYear, overlapsYear } from './case-management-run.ts';
import { dayAt } from './case-dates.ts';

/**
 * Dated talks of the file beside its contacts, Fachkraft and young person together: first talk, beginning and end of Beratung and CM, informed
 * about and agreed to the CM, plan made, agreed, read together and reviewed, final talk; and the day a goal was reached. Not among them:
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
 * [Note: what is a contact] A talk, a letter or a way together with her or with her parents or Personensorgeberechtigte, on whatever channel.
 * A talk with others about her (school, Jobcenter, relatives) is work for her and no contact of hers; an appointment nobody came to is none
 * either. A contact of whom nobody said whom it was with was hers: it stands in her file.
 */
function contactsOf(answers: CaseAnswers): readonly (IsoDay | null)[] {
  return answers
    .entries('contact')
    .filter((entry) => answers.value('contact.no_show', entry) !== true && answers.value('contact.recipient', entry) !== 'relatives_third_parties')
    .map((entry) => dayAt(answers, 'contact.date', entry));
}

/** She was counted in this year with a file that is forgotten: whoever comes back counts once (corrections.md, "Numbers"). */
const countedBefore = 'case.counted_in_year';

/**
 * Reporting years, ascending: at least one contact in the year or an agreed plan running (corrections.md, "Numbers").
 *
 * "The file was open" does not count. A year after `today` never counts, and a date after `today` has not happened. Nor does a year
 * before {@link earliestYear}: a plan signed in 1926 is a slip of the keyboard, not a hundred years of support.
 */
export function countedYears(answers: CaseAnswers, today: IsoDay): readonly number[] {
  const days = [
    ...contactDays.map((field) => dayAt(answers, field)),
    ...contactsOf(answers),
    ...answers.entries('goal').map((goal) => dayAt(answers, 'goal.attained_on', goal)),
  ];
  const first = earliestYear(today);
  const happened = days.filter((day) => day !== null && day <= today).map((day) => yearOf(day as IsoDay));
  const years = new Set(happened.filter((year) => year >= first));
  const run = agreedPlanRun(answers, today);
  if (run !== null && yearOf(run.start) >= first) for (let year = yearOf(run.start); year <= yearOf(run.end ?? today); year += 1) if (overlapsYear(run, year)) years.add(year);
  // Of two answers the one that counts her once.
  for (const value of answers.statements(countedBefore)) if (typeof value === 'number') years.delete(value);
  return [...years].sort((a, b) => a - b);
}
