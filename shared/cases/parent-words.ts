/**
 * Whether a name as it is typed speaks of parents or of whoever has custody. Names are compared as search compares them: ä = ae = a, marks and case aside.
 *
 * A word counts as a whole: „Eltern-Haus“ is the parents' home, „Muttersprachlicher Dienst“, „Mutter-Kind-Haus“ and „Elternberatung“ are nobody's mother.
 */
import { foldWords } from './fold-words.ts';

/** Who they are to her, folded. */
const kin = [
  '(mutter|vater)(n|s|chen|lein)?',
  '(mutti|vati|mam+a|mam+i|papa|papi|paps)s?',
  'eltern(teil(e|s|es|en)?|paar(s|es)?|haus(es)?)?',
  'familie',
].join('|');

/** Who decides for her by law: Vormund, Amtsvormundschaft, Personensorgeberechtigte; the Vormundschaftsgericht only decides about it. */
const custody = '[a-z]*vormund((?!schaftsgericht)[a-z]*)|(allein|mit|personen)?(sorge|erziehungs)(rechtsinhaber|rechtigt|berechtigt|rechtsberechtigt)[a-z]*|(amts|erganzungs)pfleger(in|innen|s)?';

/** In the languages one hears most in an office. „Anne“ is a mother in Turkish and a name in German, so it is none here. */
const inOtherLanguages = ['parents?', '(step)?(mother|father)s?', 'mum+y?', 'mom+y?', 'dad+y?', 'maman', 'baba', 'мама', 'мать', 'мати', 'папа', 'тато', 'отец', 'батько', 'батьки', 'родители', 'ماما', 'بابا'].join('|');

const parentWord = new RegExp(`^((kinds|kindes|stief|pflege|adoptiv|herkunfts)(${kin})|(?!familie)(${kin})|${custody}|${inOtherLanguages})$`, 'u');

/** Speaks of parents when nobody else is named with it: „Familie Schulz“ may be the neighbours, „Ehe-, Familien- und Lebensberatung“ is an office. */
const familyWord = /^(fam|familie|familienangehorigen?r?|angehorigen?r?|verwandten?r?|eheleute|ehepaar|haushalt|zuhause|daheim)$/;

const titles: ReadonlySet<string> = new Set(['frau', 'fr', 'herr', 'herrn', 'hr', 'dr']);
/** Folded: „für“ is „fur“. */
const fillers: ReadonlySet<string> = new Set('an bei beim beide beiden das dem den der deren dessen die eigene eigenen fur ihr ihre ihrem ihren ihrer leibliche leiblichen meine mit sein seine seinen seiner u und unsere von vom zu zum zur'.split(' '));

/** Words of a name, folded; hyphenated ones stay one. */
function wordsOf(name: string): readonly string[] {
  return foldWords(name.replace(/\p{Cf}/gu, '')).match(/[\p{L}\p{M}]+(-[\p{L}\p{M}]+)*/gu) ?? [];
}

function isParentWord(word: string): boolean {
  const parts = word.split('-');
  return parentWord.test(parts.join('')) || parts.every((part) => parentWord.test(part));
}

/** A word for parents, whatever else stands beside it; `„Familie“` alone or with nothing but her own names. */
export function speaksOfParents(name: string, hers: readonly string[]): boolean {
  const words = wordsOf(name);
  if (words.some(isParentWord)) return true;
  const own = new Set(hers.flatMap(wordsOf));
  const others = words.filter((word) => !familyWord.test(word) && !titles.has(word) && !fillers.has(word) && !own.has(word));
  return words.some((word) => familyWord.test(word)) && others.length === 0;
}

/** „Frau Karimi“, where she is called Karimi and nothing says that it is somebody else. */
export function isOnlyHerSurname(name: string, surnames: readonly string[]): boolean {
  const own = new Set(surnames.flatMap(wordsOf));
  const words = wordsOf(name).filter((word) => !titles.has(word) && !fillers.has(word));
  return words.length > 0 && words.every((word) => own.has(word));
}

/** Somebody who is known: in full, or a part of the name alone. */
export function isCalled(name: string, known: string): boolean {
  const words = wordsOf(name).filter((word) => !titles.has(word));
  const theirs = wordsOf(known).filter((word) => !titles.has(word));
  if (words.length === 0 || theirs.length === 0) return false;
  return words.every((word) => theirs.includes(word)) || (theirs.length > 1 && theirs.every((word) => words.includes(word)));
}

/** A place that is known: by its whole name. A part of it may be another one: „Jugendamt“ is not „Jugendamt Nord“. */
export function isNamed(name: string, known: string): boolean {
  const words = wordsOf(name);
  const theirs = wordsOf(known);
  return theirs.length > 0 && theirs.every((word) => words.includes(word));
}
