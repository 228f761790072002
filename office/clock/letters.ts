/** Which letters fit the day of a file; their words are shared/papers/letters.ts. She reads them, perhaps with somebody's help. */
import type { CaseAnswers } from '../../shared/cases/answers.ts';
import { firstName, spokenName } from '../../shared/cases/case-status.ts';
import type { ClockDate } from '../../shared/clock/types.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { letterText, letterTitle, type LetterKind } from '../../shared/papers/letters.ts';
import type { LetterView } from '../../shared/rpc/clock.views.ts';

export type Letter = Omit<LetterView, 'cautions'>;

/** A day that has gone by, because something holds the file, is announced in no letter. From six months without activity on the one; from the end on the other. Neither for a file with nothing ahead. */
export function lettersOf(dates: readonly ClockDate[], answers: CaseAnswers, officeName: string, today: IsoDay): readonly Letter[] {
  const dayOf = (kind: ClockDate['kind']): IsoDay | undefined => dates.find((date) => date.kind === kind)?.day;
  const [silentSince, endsOn, goneOn] = [dayOf('inactive'), dayOf('inactive_end'), dayOf('anonymise')];
  const address = answers.value('person.address_form') === 'du' ? 'du' : 'sie';
  const name = address === 'du' ? firstName(answers) : spokenName(answers);
  const letter = (kind: LetterKind, day: IsoDay | null): Letter => ({ kind, title: letterTitle(kind, address), text: letterText(kind, { name, address, officeName, day }) });
  const letters: Letter[] = [];
  if (silentSince !== undefined && silentSince <= today && endsOn !== undefined) letters.push(letter('long_silent', endsOn > today ? endsOn : null));
  if (goneOn !== undefined && goneOn > today) letters.push(letter('copy_offer', goneOn));
  return letters;
}
