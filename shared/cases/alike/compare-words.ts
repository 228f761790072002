/** Whether two words of names are one word in two spellings. */
import { inLatin, leavesVowelsOut } from '../scripts/in-latin.ts';
import { knownName } from './known-names.ts';
import { spokenForms } from './spoken.ts';

/**
 * `equal`: two ways to write one name. `heard`: only by letters that are taken for each other, as in Karim and Kerim, but in Lena and Lina as well.
 * `close`: a slip of the pen, a short form, or another name.
 */
export type WordLikeness = 'equal' | 'heard' | 'close' | 'other';

/** A word and what is read out of it, once. */
export interface Word {
  /** Small letters without marks. */
  readonly plain: string;
  /** The same in Latin ones. */
  readonly latin: string;
  readonly forms: readonly string[];
  readonly known: string | undefined;
  /** Written without its short vowels. */
  readonly bare: boolean;
}

export function readWord(written: string): Word {
  const plain = withoutMarks(written);
  const readings = inLatin(written).map(withoutMarks);
  const known = [plain, ...readings].map(knownName).find((name) => name !== undefined);
  return { plain, latin: readings[0] ?? plain, forms: spokenForms(written), known, bare: leavesVowelsOut(written) };
}

function withoutMarks(word: string): string {
  return word.toWellFormed().normalize('NFKD').toLowerCase().replace(/[\p{M}'’ʿʾ`´·-]/gu, '');
}

/** Fewest letters of a short form (Selam, Selamawit) and of a word in which one letter may be a slip. */
const shortestShortForm = 4;
const shortestWithSlip = 5;
/** Fewest consonants that say something without their vowels. */
const shortestSkeleton = 3;

export function compareWords(a: Word, b: Word): WordLikeness {
  if (a.plain === b.plain) return 'equal';
  if (a.known !== undefined && a.known === b.known) return differByBreath(a, b) ? 'close' : 'equal';
  const differ = a.known !== undefined && b.known !== undefined;
  if (!differ && a.forms.some((form) => b.forms.includes(form))) return 'equal';
  if (!differ && a.forms.some((form) => b.forms.some((other) => soundEqual(form, other)))) return 'heard';
  if (!differ && a.bare !== b.bare && fitsBare(a.bare ? a : b, a.bare ? b : a)) return 'close';
  return isShortForm(a.plain, b.plain) || sharesSkeleton(a, b) || isSlip(a, b) ? 'close' : 'other';
}

/** Anna and Hanna, Elena and Helena are one name in two languages, and two sisters in one family: a breath is heard, so it is no spelling. */
function differByBreath(a: Word, b: Word): boolean {
  const [breath, vowel] = [/^h/, /^[aeiou]/];
  return (breath.test(a.latin) && vowel.test(b.latin)) || (vowel.test(a.latin) && breath.test(b.latin));
}

/** Letters that are written for each other; s stands where the mark of an ş was lost, and Z is the French j. */
const exchanged: ReadonlySet<string> = new Set(['ei', 'ou', 'ae', 'Ee', 'sz', 'Ss', 'ZS', 'Zs'].flatMap(([a = '', b = '']) => [a + b, b + a]));

function soundEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const pair = `${a[at] ?? ''}${b[at] ?? ''}`;
    if (pair[0] === pair[1]) continue;
    // At the end a and e part names: Emrah, Emre.
    if (!exchanged.has(pair) || (at === a.length - 1 && (pair === 'ae' || pair === 'ea'))) return false;
  }
  return true;
}

/** حسن and Hassan: the one is the other without the short vowels, which everybody speaks. None comes at the end, and which comes first nobody can tell. */
function fitsBare(bare: Word, full: Word): boolean {
  return bare.forms.some((form) => {
    const sounds = [...form].map((sound, at) => vowelClass(sound, at === 0));
    const pattern = new RegExp(`^${sounds.join('[aeiou]?')}H?$`);
    return full.forms.some((other) => pattern.test(other));
  });
}

/** Which vowel it is depends on who wrote it down: Moussa, Musa; Omid, Umid. */
function vowelClass(sound: string, first: boolean): string {
  if (first && 'aeiouE'.includes(sound)) return '[aeiouE]';
  return { a: '[ae]', e: '[aei]', i: '[ie]', o: '[ou]', u: '[ou]' }[sound] ?? sound;
}

function isShortForm(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= shortestShortForm && (a.startsWith(b) || b.startsWith(a));
}

/** Consonants in coarse classes, without breath; `a` for a vowel at the beginning. */
export function skeletonOf(form: string): string {
  const start = /^[aeiouE]/.test(form) ? 'a' : '';
  return start + form.replace(/[aeiouyEH]/g, '').replace(/[SCJZz]/g, 's').replace(/(.)\1+/g, '$1');
}

function sharesSkeleton(a: Word, b: Word): boolean {
  const skeletons = new Set(a.forms.map(skeletonOf));
  return b.forms.map(skeletonOf).some((skeleton) => skeleton.length >= shortestSkeleton && skeletons.has(skeleton));
}

/** One letter more, less, other, or two exchanged, but not the first: Samira is not Amira. Ukrainian g is written h as well. */
function isSlip(a: Word, b: Word): boolean {
  return a.forms.slice(0, 3).some((form) => b.forms.slice(0, 3).some((other) => oneLetterApart(form, other)));
}

function oneLetterApart(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < shortestWithSlip || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  if (start === 0 && !/^[gH]{2}$/.test(`${a[0] ?? ''}${b[0] ?? ''}`)) return false;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  const swapped = restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0] && restOfA.slice(2) === restOfB.slice(2);
  return swapped || restOfA.slice(1) === restOfB.slice(1) || restOfA.slice(1) === restOfB || restOfA === restOfB.slice(1);
}
