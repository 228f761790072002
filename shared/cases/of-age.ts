/** The 18th birthday: her own consent, and the rights of the Personensorgeberechtigten end (corrections.md, 6). */
import { addDays, birthday, germanDay, type IsoDay } from '../domain/day.ts';
import type { CaseAnswers } from './answers.ts';
import { dayOf } from './case-status.ts';
import { consentField, consentStatus } from './consent.ts';
import type { NextDate } from './next-dates.ts';

/** How long before it is put before the counsellor: eight weeks. */
export const ofAgeAheadDays = 56;

const withGuardians: readonly unknown[] = ['legal_guardian', 'both'];

const tasks: readonly unknown[] = ['own_consent_of_age', 'guardians_of_age'];

/**
 * Due from eight weeks before the birthday until somebody says what came of it: a consent dated since, or the task with its day.
 *
 * Only for who agreed as a minor: whoever came to us grown up never had to be asked a second time.
 */
export function ofAgeDate(answers: CaseAnswers, today: IsoDay): NextDate | null {
  const born = dayOf(answers, 'case.date_of_birth');
  if (born === null || consentStatus(answers) !== 'granted') return null;
  const day = birthday(born, 18);
  if (today < addDays(day, -ofAgeAheadDays)) return null;
  const agreed = agreedOn(answers);
  if (agreed !== null && agreed >= day) return null;
  if (answers.entries('task').some((task) => tasks.includes(answers.value('task.kind', task)) && answers.value('task.done_on', task) !== null)) return null;

  const alone = answers.value('consent.granted_by') === 'young_person';
  const certain = [null, 'exact'].some((precision) => answers.value('case.date_of_birth_precision') === precision);
  const what = alone ? 'Rechte der Personensorgeberechtigten enden' : 'eigene Einwilligung nötig, Rechte der Personensorgeberechtigten enden';
  return { day, kind: 'of_age', entry: null, text: `${today < day ? 'Wird am' : 'Ist seit dem'} ${germanDay(day)} 18${certain ? '' : ' (Geburtstag geschätzt)'}: ${what}` };
}

/** null: nobody knows, but as a minor: somebody else had to agree for her. Where no day is known it was not later than it was written down. */
function agreedOn(answers: CaseAnswers): IsoDay | null {
  const said = dayOf(answers, 'consent.data_processing_date');
  if (said !== null) return said;
  if (withGuardians.includes(answers.value('consent.granted_by'))) return null;
  return dayOf(answers, 'case.first_interview_date') ?? answers.writtenOn(consentField);
}
