import type { CaseAnswers } from '../cases/answers.ts';
import { ageOf } from '../cases/case-status.ts';
import type { IsoDay } from '../domain/day.ts';

/** As chosen in the file; where nobody chose, du below sixteen and Sie else, as schools and offices do. */
export function addressOf(answers: CaseAnswers, today: IsoDay): 'du' | 'sie' {
  const chosen = answers.value('person.address_form');
  if (chosen === 'du' || chosen === 'sie') return chosen;
  const age = ageOf(answers, today);
  return age !== null && age < 16 ? 'du' : 'sie';
}
