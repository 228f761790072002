/**
 * A word of a name as it is spoken, vowels and all, however it was put into Latin letters: Çelik, Celik, Tschelik; Шевченко, Shevchenko,
 * Schewtschenko, Szewczenko; Najib, Najeeb; Georgiev, Georgieff, Georgiew.
 *
 * Finer than sound-words.ts, which finds: this one decides. Some letters are read in several ways (Turkish and Romanian c, German and French
 * j, Somali x and c), so a word has several forms.
 */

import { apart, inLatin } from '../scripts/in-latin.ts';

/** Classes: `S` sh and zh, `C` tsh, `J` dzh, `Z` the French j, `H` breath, `E` ai and ei, `z` an s that a lost mark cannot have made; else the letter. */
type Readings = readonly string[];

const maxForms = 12;
/** Longer ones are no names. */
const maxLength = 40;

/** Letters whose mark is a sound. Signs, because Latin letters are all taken. */
const marked: Readonly<Record<string, string>> = {
  š: '1', ş: '1', ș: '1', ś: '1', ž: '1', ż: '1', ź: '1', č: '2', ç: '2', ć: '2', ț: '3', ţ: '3', đ: '4', ß: 'ss', ł: 'l', ñ: 'ny', ı: 'i', ə: 'e', ø: 'o', æ: 'a', œ: 'o',
};

/** The longest that fits wins. Sources: German, English, French, Polish, Turkish and Albanian ways to write the same sounds. */
const groups: readonly (readonly [spelled: string, readings: Readings])[] = [
  ['dsch', ['J']], ['tsch', ['C']], ['shch', ['S']], ['szcz', ['S']], ['sch', ['S']], ['tch', ['C']], ['dzh', ['J']], ['ch', ['H', 'C', 'S']],
  ['cz', ['C']], ['sz', ['S']], ['sh', ['S']], ['zh', ['S']], ['dj', ['J']], ['xh', ['J']], ['kh', ['H']], ['ts', ['z']], ['tz', ['z']],
  ['gh', ['g']], ['ph', ['v']], ['th', ['t']], ['dh', ['t']], ['ck', ['k']], ['ss', ['s']], ['gue', ['ge']], ['gui', ['gi']],
];

const single: Readonly<Record<string, Readings>> = {
  b: ['b'], c: ['k', 'C', 'J', 'z'], d: ['t'], f: ['v'], g: ['g'], h: ['H'], j: ['y', 'J', 'Z'], k: ['k'], l: ['l'], m: ['m'], n: ['n'], p: ['p'], q: ['k'],
  r: ['r'], s: ['s'], t: ['t'], v: ['v'], w: ['v'], x: ['H', 'ks'], z: ['z'], 1: ['S'], 2: ['C'], 3: ['z', 't'], 4: ['t', 'J'],
};

const vowels = 'aeiouy';

/** How vowels are written, from the first rule to the last. */
const vowelRules: readonly (readonly [RegExp, string])[] = [
  // y and i before a vowel, however often: Julija, Yuliia; at the beginning a sound of its own: Iordanka.
  [/^y?[ei](?=[aou])/, 'y'],
  [/^ye/, 'e'],
  [/^yi/, 'i'],
  [/[iy]+(?=[aou])/g, 'y'],
  [/[ae]+[iy]+e?/g, 'E'],
  [/[iy]e|[iy]{2,}|ee/g, 'i'],
  [/(?<!^)y(?![aou])/g, 'i'],
  [/ou|uo|oo|uu/g, 'u'],
  [/aa/g, 'a'],
  // A breath nobody hears at the end; after e it says that the e is an open one: Farzaneh, Farzana.
  [/eH$/, 'a'],
  [/(?<=[aiouE])H$/, ''],
];

/** Forms of one word, the likeliest first; none for a word without letters we can read. */
export function spokenForms(word: string): readonly string[] {
  return [...new Set(inLatin(word).flatMap(formsInLatin))].slice(0, maxForms);
}

function formsInLatin(word: string): readonly string[] {
  const spelled = readable(word);
  if (spelled.length === 0 || spelled.length > maxLength) return [];
  let forms = [''];
  const add = (readings: Readings): void => {
    const choices = forms.length * readings.length > maxForms ? readings.slice(0, Math.max(1, Math.floor(maxForms / forms.length))) : readings;
    forms = choices.flatMap((reading) => forms.map((form) => form + reading));
  };
  for (let at = 0; at < spelled.length; ) {
    const group = groups.find(([letters]) => spelled.startsWith(letters, at));
    const letter = spelled[at] ?? '';
    add(group?.[1] ?? (letter === 'c' ? readingsOfC(spelled, at) : vowels.includes(letter) ? [letter] : (single[letter] ?? [''])));
    at += group?.[0].length ?? 1;
  }
  return [...new Set(forms.map(settleVowels))].filter((form) => form !== '');
}

/** Somali writes a breath as c, before a vowel at the beginning and after one at the end: Cali is Ali, Jaamac is Jama. */
function readingsOfC(spelled: string, at: number): Readings {
  const silent = (at === 0 && vowels.includes(spelled[1] ?? '-')) || at === spelled.length - 1;
  return silent ? ['k', '', 'C', 'J'] : (single['c'] ?? []);
}

function settleVowels(readings: string): string {
  const settled = vowelRules.reduce((form, [pattern, by]) => form.replace(pattern, by), readings);
  return settled.replace(/([^E])\1+/g, '$1');
}

/** Small Latin letters, a sign for each mark that is a sound, all other marks lost; ä, ae = a, and so ö and ü; and what keeps two letters apart. */
function readable(word: string): string {
  const signs = [...word.normalize('NFC')].map((letter) => marked[letter] ?? letter).join('');
  const letters = [...signs.normalize('NFKD')].filter((letter) => /[a-z1-4]/.test(letter) || letter === apart);
  return letters.join('').replace(/([aou])e/g, '$1');
}
