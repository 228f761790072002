/** The 27th birthday: a hand-over to the MBE that is planned together, never an end by itself (corrections.md, How it must behave 7). */
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { birthday, type IsoDay } from '../domain/day.ts';

const ageLimit = 27;
const firstDays = ['case.first_interview_date', 'consent.data_processing_date', 'case.inquiry_date'] as const;

/** Somebody did what the birthday asks for. */
function isPlanned(answers: CaseAnswers): boolean {
  return answers.entries('task').some((task) => answers.value('task.kind', task) === 'handover_mbe' && answers.value('task.done_on', task) !== null);
}

/** Null for somebody who was 27 when she came, as residents of a Quartier are: there is no hand-over to plan. */
export function ageLimitDay(answers: CaseAnswers, born: IsoDay): IsoDay | null {
  const day = birthday(born, ageLimit);
  const came = firstDays.flatMap((field) => answers.statements(field).flatMap((value) => asDay(value) ?? [])).sort()[0];
  return (came !== undefined && came >= day) || isPlanned(answers) ? null : day;
}

/** '' for a birth date that is exact. */
export function birthPrecision(answers: CaseAnswers): string {
  const said = answers.statements('case.date_of_birth_precision');
  if (said.includes('year_only')) return ' (geschätzt: nur das Geburtsjahr ist bekannt)';
  return said.includes('estimated') ? ' (Geburtsdatum geschätzt)' : '';
}
