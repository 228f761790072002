/**
 * Names that are written down by ear: Yusuf, Yousef, Youssef, يوسف; Шевченко, Shevchenko, Schewtschenko; Çelik, Tschelik; ዳዊት, Dawit.
 *
 * A word becomes the keys of how it may sound: consonants in coarse classes, vowels only where a word begins, and whether it ends in a or e
 * (Ivan is not Ivana). Some letters are read in two ways (German and French j, Romanian and Turkish c, Somali x), so a word has several
 * keys; two words sound alike when they share one. Meant for names only, and for finding, never for deciding that two people are one.
 */
import { apart, inLatin } from './scripts/in-latin.ts';

/** Changes with how words are folded or heard: what was indexed under another number is indexed anew. */
export const wordsVersion = 5;

/** Most keys of one word; a word with more open readings keeps the first. */
const maxKeys = 8;
/** Longer ones are no names. */
const maxLength = 40;

/** Letters whose mark changes the sound; all hissing and rustling sounds are one class, `S`. */
const marked: Readonly<Record<string, string>> = { š: 'S', ş: 'S', ș: 'S', ś: 'S', ž: 'S', ż: 'S', ź: 'S', č: 'S', ç: 'S', ć: 'S', ț: 's', ţ: 's', ß: 's', ł: 'l', ğ: 'g', ñ: 'n', đ: 'S', ı: 'i' };

/** Longest first. Each reading is a class letter: `S` rustling, `H` rough breath. */
const groups: readonly (readonly [spelled: string, readings: readonly string[]])[] = [
  ['dsch', ['S']], ['tsch', ['S']], ['sch', ['S']], ['tch', ['S']], ['dzh', ['S']], ['shch', ['S']], ['szcz', ['S']],
  ['cz', ['S']], ['sz', ['S']], ['sh', ['S']], ['zh', ['S']], ['dj', ['S']], ['xh', ['S']], ['ch', ['S', 'H']],
  ['ts', ['s']], ['tz', ['s']], ['ss', ['s']], ['kh', ['H']], ['gh', ['g']], ['ph', ['f']], ['th', ['t']], ['dh', ['t']], ['ck', ['k']], ['ff', ['v']],
];

const single: Readonly<Record<string, readonly string[]>> = {
  b: ['b'], c: ['k', 'S'], d: ['t'], f: ['f'], g: ['g'], h: ['H'], j: ['S', 'y'], k: ['k'], l: ['l'], m: ['m'], n: ['n'], p: ['p'], q: ['k'],
  r: ['r'], s: ['s'], t: ['t'], v: ['v'], w: ['v'], x: ['ks', 'H'], z: ['s'], S: ['S'],
};

const vowels = 'aeiouy';

interface Heard {
  /** As it was read, vowels and all. */
  readonly whole: string;
  readonly key: string;
  /** `a` where the word ends in a or e. */
  readonly ends: string;
}

/** `y` in a name that begins so; no sound inside a word. A vowel says no more than that there is one. */
function simplify(readings: string): Heard {
  const begins = readings.startsWith('ye') || readings.startsWith('yi') ? readings.slice(1) : readings.replace(/^i(?=[aou])/, 'y');
  const first = begins[0] ?? '';
  const start = first === 'y' && vowels.includes(begins[1] ?? '') && begins.length > 1 ? 'y' : vowels.includes(first) ? 'a' : '';
  const ends = /[ae][yi]?H?$|[ae]i?[ae]$/.test(begins) ? 'a' : '';
  const consonants = begins.replace(/H$/, '').replace(/f$/, 'v').replace(/[aeiouy]/g, '');
  const key = start + consonants.replace(/(.)\1+/g, '$1');
  return { whole: readings, key, ends };
}

/** Fewest sounds that tell a word from others, and fewest letters where there are not so many. */
const fewest = 2;
const shortestWhole = 3;

/** Keys of one word, none for a word without letters we can read. */
export function soundsOf(word: string): readonly string[] {
  const keys = heardIn(word).map(({ whole, key, ends }) => {
    if (key.length >= fewest || ends !== '') return key + ends;
    // Nino, ნინო: so few sounds are heard with their vowels.
    return whole.length < shortestWhole ? '' : whole;
  });
  return [...new Set(keys)].filter((key) => key !== '');
}

/** With what the keys of a word begin whose first letters these are. */
export function soundBeginningsOf(letters: string): readonly string[] {
  return [...new Set(heardIn(letters).map(({ key }) => key))].filter((key) => key.length >= fewest);
}

function heardIn(word: string): readonly Heard[] {
  return inLatin(word).flatMap(heardInLatin).slice(0, maxKeys);
}

function heardInLatin(word: string): readonly Heard[] {
  const spelled = readable(word);
  if (spelled.length === 0 || spelled.length > maxLength) return [];
  let readings = [''];
  const add = (more: readonly string[]): void => {
    const choices = readings.length * more.length > maxKeys ? more.slice(0, 1) : more;
    readings = readings.flatMap((reading) => choices.map((one) => reading + one));
  };
  for (let at = 0; at < spelled.length; ) {
    const group = groups.find(([letters]) => spelled.startsWith(letters, at));
    const letter = spelled[at] ?? '';
    if (group !== undefined) add(group[1]);
    // Somali writes a breath as c: Cali is Ali.
    else if (at === 0 && letter === 'c' && 'aeiou'.includes(spelled[1] ?? '-')) add(['k', 'S', '']);
    else add(vowels.includes(letter) ? [letter] : (single[letter] ?? ['']));
    at += group === undefined ? 1 : group[0].length;
  }
  return readings.map(simplify);
}

/** Latin letters without marks, but for those whose mark is a sound; and what keeps two of them apart. */
function readable(word: string): string {
  const sounds = [...word.normalize('NFC')].map((letter) => marked[letter] ?? letter).join('');
  const letters = [...sounds.normalize('NFKD')].filter((letter) => /[a-zS]/.test(letter) || letter === apart).join('');
  // Abdul Rahman, Abdurrahman, Abd ar-Rahman: the l of the article is spoken as the sound after it.
  return letters.replace(/^(abd[aeu])[lrsnztd](?=[rsnztd])/, '$1');
}
