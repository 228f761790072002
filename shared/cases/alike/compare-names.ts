/** Whether two names are one name: spelled otherwise, first and last exchanged, parts left out, parts written as one. */
import { compareWords, readWord, type Word, type WordLikeness } from './compare-words.ts';

/**
 * `equal`: every word is there in both. `heard`: the same, some of them only as they sound. `part`: every word of the shorter is in the longer.
 * `close`: as one of these, but for slips and short forms. `missing`: one side says nothing. `other`: two names.
 */
export type NameLikeness = 'equal' | 'heard' | 'part' | 'close' | 'missing' | 'other';

/** As written; '' where there is none. */
export interface WrittenName {
  readonly given: string;
  readonly family: string;
}

export interface NameMatch {
  readonly given: NameLikeness;
  readonly family: NameLikeness;
  /** Given name of the one is the family name of the other. */
  readonly swapped: boolean;
}

/** Compares and remembers: of hundreds of candidates most bear the same few names. One per question. */
export interface NameComparer {
  compare(a: WrittenName, b: WrittenName): NameMatch;
}

/** Parts of a name that come and go with the spelling. */
const particles: ReadonlySet<string> = new Set(['al', 'el', 'ul', 'ibn', 'bin', 'ben', 'bint', 'von', 'van', 'de', 'da', 'di']);
/** More words of one name are not looked at. */
const maxWords = 4;

const worth: Readonly<Record<NameLikeness, number>> = { equal: 4, heard: 3.5, part: 3, close: 2, missing: 0.5, other: 0 };

export function nameComparer(): NameComparer {
  const words = new Map<string, Word>();
  const pairs = new Map<string, WordLikeness>();
  const parts = new Map<string, NameLikeness>();
  const wordOf = (written: string): Word => remember(words, written, () => readWord(written));
  const compareTwo = (a: string, b: string): WordLikeness => remember(pairs, `${a} ${b}`, () => compareWords(wordOf(a), wordOf(b)));
  const comparePart = (a: string, b: string): NameLikeness =>
    remember(parts, `${a}\n${b}`, () => bestOf(waysOf(a).flatMap((one) => waysOf(b).map((other) => pairUp(one, other, compareTwo)))));

  return {
    compare: (a, b) => {
      const straight = { given: comparePart(a.given, b.given), family: comparePart(a.family, b.family), swapped: false };
      if (straight.given === 'equal' && straight.family === 'equal') return straight;
      const swapped = { given: comparePart(a.given, b.family), family: comparePart(a.family, b.given), swapped: true };
      const whole = acrossBoth(comparePart, a, b);
      return [straight, swapped, ...whole].reduce((best, match) => (valueOf(match) > valueOf(best) ? match : best));
    },
  };
}

/** Ali Reza | Heydari and Ali | Reza Heydari: who draws the line elsewhere has the same words. */
function acrossBoth(comparePart: (a: string, b: string) => NameLikeness, a: WrittenName, b: WrittenName): readonly NameMatch[] {
  if ([a, b].some(({ given, family }) => given === '' || family === '')) return [];
  const all = ({ given, family }: WrittenName): string => `${given} ${family}`;
  const whole = comparePart(all(a), all(b));
  return whole === 'equal' || whole === 'heard' ? [{ given: whole, family: whole, swapped: true }] : [];
}

function valueOf({ given, family }: NameMatch): number {
  return worth[given] + worth[family];
}

function bestOf(likenesses: readonly NameLikeness[]): NameLikeness {
  return likenesses.reduce<NameLikeness>((best, one) => (worth[one] > worth[best] ? one : best), likenesses.includes('missing') ? 'missing' : 'other');
}

/** The words of a name, and the same with two neighbours written as one; '' has one way with no words. */
export function waysOf(written: string): readonly (readonly string[])[] {
  const all = (written.toWellFormed().match(/[\p{L}\p{M}'’]+/gu) ?? []).slice(0, maxWords);
  const bare = all.filter((word) => !particles.has(word.toLowerCase()));
  const joined = all.slice(1).map((word, at) => [...all.slice(0, at), `${all[at] ?? ''}${word}`, ...all.slice(at + 2)]);
  const oneWord = all.length > 2 ? [[all.join('')]] : [];
  return bare.length > 0 && bare.length < all.length ? [all, bare, ...joined, ...oneWord] : [all, ...joined, ...oneWord];
}

/** Finds each word of the shorter in the longer, the equal ones first. */
function pairUp(a: readonly string[], b: readonly string[], compare: (a: string, b: string) => WordLikeness): NameLikeness {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length === 0) return 'missing';
  const free = new Set(longer.keys());
  const take = (word: string, wanted: WordLikeness): boolean => {
    const at = [...free].find((index) => compare(word, longer[index] ?? '') === wanted);
    return at !== undefined && free.delete(at);
  };
  const unmatched = shorter.filter((word) => !take(word, 'equal'));
  if (unmatched.length === 0) return free.size === 0 ? 'equal' : 'part';
  const unheard = unmatched.filter((word) => !take(word, 'heard'));
  if (unheard.length === 0) return free.size === 0 ? 'heard' : 'close';
  return unheard.every((word) => take(word, 'close')) ? 'close' : 'other';
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
