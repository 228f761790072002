/** Words of the view that is turned to her: from the packs of the papers, so that screen and paper say the same. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import { numbersFromLeft } from '../../../shared/languages/number-runs.ts';
import type { LanguageCode } from '../../../shared/languages/types.ts';
import { fillIn, type Words } from '../../../shared/languages/words.ts';
import type { OwnWords } from '../../../shared/plan/types.ts';
import { wordsIn } from './second-language.ts';

/** Digits and points stand as one run from left to right, whatever surrounds them. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** Monday is 1. */
function weekday(words: Words, day: IsoDay): string {
  const number = (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  return words[`weekday.${number}`];
}

/** "Montag 16.03.2026" */
export function dayWords(words: Words, day: IsoDay): string {
  return `${weekday(words, day)} ${leftToRight(germanDay(day))}`;
}

/** "Montag · bis 16.03.2026" */
export function untilWords(words: Words, day: IsoDay): string {
  return `${weekday(words, day)} · ${fillIn(words.until_day, { day: leftToRight(germanDay(day)) })}`;
}

/** "Montag · ab 16.03.2026" */
export function fromWords(words: Words, day: IsoDay): string {
  return `${weekday(words, day)} · ${fillIn(words.from_day, { day: leftToRight(germanDay(day)) })}`;
}

export function timeWords(words: Words, time: string): string {
  return fillIn(words.at_time, { time: leftToRight(time) });
}

/** Where; '' for a code no pack has a word for. */
export function placeWords(words: Words, place: string): string {
  const key = `place.${place}`;
  return key in words ? words[key as keyof Words] : '';
}

/** Her own words as they are spoken now, and in which language that is. */
export function ownWords({ text, translation }: OwnWords, spoken: LanguageCode): { readonly text: string; readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const said = spoken !== 'de' && translation !== '';
  return { text: numbersFromLeft(said ? translation : text), ...wordsIn(said ? spoken : 'de') };
}
