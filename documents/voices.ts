/** The languages of one paper: German alone, Einfaches Deutsch alone, or German and beside it her own; each says every fixed text. */
import { germanDay, type IsoDay } from '../shared/domain/day.ts';
import { isReviewed } from '../shared/languages/packs.ts';
import { rightToLeft, type LanguageCode } from '../shared/languages/types.ts';
import { fillIn, wordsFor, type WordKey, type Words } from '../shared/languages/words.ts';

export interface Voice {
  /** As a PDF names it. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
}

/** A text in each language of the paper, in their order. */
export type Said = readonly string[];

export interface Voices {
  readonly all: readonly Voice[];
  /** The last of them is not German as everybody writes it: what somebody translated is for it. */
  readonly translated: boolean;
  /** What a translation is worth, and that nobody has checked this one; null on a German paper. */
  readonly note: Said | null;
  /** A fixed text; values of its places are numbers and days, or names. */
  readonly say: (key: WordKey, values?: Values) => Said;
  /** The same in every language: a name, a number. */
  readonly same: (text: string) => Said;
}

export interface Values {
  /** Runs from left to right in every script: days, times, counts. */
  readonly numbers?: Readonly<Record<string, string>>;
  /** Printable text of a person or a place, in whatever direction it is written. */
  readonly names?: Readonly<Record<string, string>>;
}

const [leftToRightIsolate, firstStrongIsolate, endOfIsolate] = ['\u2066', '\u2068', '\u2069'];
const writtenFromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A word from the other side does not turn its neighbours around. */
function isolated(value: string, { dir }: Voice, isolate: string): string {
  return dir === 'rtl' || writtenFromTheRight.test(value) ? `${isolate}${value}${endOfIsolate}` : value;
}

function isolatedAll(values: Readonly<Record<string, string>>, voice: Voice, isolate: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([place, value]) => [place, isolated(value, voice, isolate)]));
}

/**
 * Vowel signs of the Arabic script, which print is read without.
 *
 * A letter with such a sign is two glyphs for one place; programs that take text out of a PDF put the sign before its letter or say both twice.
 */
const vowelSigns = /[\u064b-\u0652\u0670]/gu;

function withoutVowelSigns(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.replaceAll(vowelSigns, '')])) as Words;
}

function voiceOf(code: LanguageCode, address: 'du' | 'sie'): Voice {
  const words = wordsFor(code, address);
  if (rightToLeft.has(code)) return { lang: code, dir: 'rtl', words: withoutVowelSigns(words) };
  return { lang: code === 'de-simple' ? 'de' : code, dir: 'ltr', words };
}

export function voicesOf(language: LanguageCode, address: 'du' | 'sie'): Voices {
  const alone = language === 'de' || language === 'de-simple';
  const all = (alone ? [language] : (['de', language] as const)).map((code) => voiceOf(code, address));
  const translated = language !== 'de';
  return {
    all,
    translated,
    note: translated ? all.map(({ words }) => (isReviewed(language) ? words.translation : `${words.translation} ${words.translation_unreviewed}`)) : null,
    say: (key, { numbers = {}, names = {} } = {}) =>
      all.map((voice) => fillIn(voice.words[key], { ...isolatedAll(numbers, voice, leftToRightIsolate), ...isolatedAll(names, voice, firstStrongIsolate) })),
    same: (text) => all.map((voice) => isolated(text, voice, writtenFromTheRight.test(text) ? firstStrongIsolate : leftToRightIsolate)),
  };
}

/** In German: only the office sees a preview, or it came out by another way than ours. */
export const previewMark = 'Vorschau, noch keine Fassung';

/** Which version of the plan a paper is. A preview says that it is none. */
export function versionLine({ version, day }: { readonly version: number | null; readonly day: IsoDay }, { say, same }: Voices): Said {
  return version === null ? same(previewMark) : say('version', { numbers: { number: String(version), day: germanDay(day) } });
}

/** 1 = Monday. */
export function weekdayKey(day: IsoDay): WordKey {
  const sunday0 = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `weekday.${String(sunday0 === 0 ? 7 : sunday0)}` as WordKey;
}

/** From, until, both; null where nobody said. */
export function spanOf(from: IsoDay | null, until: IsoDay | null, { say }: Voices): Said | null {
  if (from !== null && until !== null) return from === until ? say('until_day', { numbers: { day: germanDay(until) } }) : say('from_until', { numbers: { from: germanDay(from), until: germanDay(until) } });
  if (from !== null) return say('from_day', { numbers: { day: germanDay(from) } });
  if (until !== null) return say('until_day', { numbers: { day: germanDay(until) } });
  return null;
}

/** "Donnerstag, 12.02.2026" */
export function dayWithWeekday(day: IsoDay, { all, same }: Voices): Said {
  return all.map(({ words, dir }, at) => `${words[weekdayKey(day)]}${dir === 'rtl' ? '،' : ','} ${same(germanDay(day))[at] ?? ''}`);
}
