/** Names in other scripts as somebody who hears them would write them in Latin letters: for finding, never for a paper. */
import { arabic } from './arabic.ts';
import { armenian } from './armenian.ts';
import { cyrillic } from './cyrillic.ts';
import { ethiopic } from './ethiopic.ts';
import { georgian } from './georgian.ts';
import { greek } from './greek.ts';
import type { Script } from './script.ts';

/** Most readings of one word; a word with more keeps the likeliest of its last letters. */
const maxReadings = 8;
/** Longer ones, marks and all, are no names. */
const maxLength = 160;

/**
 * Stands between two letters that are heard one after the other where Latin writes one sound with them: `z·hra`, not the French j of Zhanna. Between such
 * letters may be a vowel nobody wrote (زهرا, Zahra) or none (إسحاق, Ishaq, in which nobody writes them apart): they are read both ways.
 */
export const apart = '·';
/** Two letters of two signs that sound-words.ts and alike/spoken.ts would take for one sound. */
const oneSound = /^(?:[cdgkpstz]h|t[sz]|sz|dj)$/;

/** No letter stands in two of them. */
const letters: ReadonlyMap<string, readonly string[]> = new Map(
  [cyrillic, greek, armenian, georgian, ethiopic, arabic].flatMap((script: Script) =>
    Object.entries(script).map(([letter, readings]) => [letter, typeof readings === 'string' ? [readings] : readings] as const),
  ),
);

/** The small letters of a word in Latin ones, the likeliest reading first; what nobody here reads stays as it is. None for what is too long. */
export function inLatin(word: string): readonly string[] {
  if (word.length > maxLength) return [];
  const written = [...word.toWellFormed().normalize('NFKC').toLowerCase()];
  if (!written.some(isOfAnother)) return [written.join('')];
  const spelled = written.map(withoutMark);
  let readings = [''];
  for (let at = 0; at < spelled.length; ) {
    const { choices, length } = readAt(spelled, at);
    const kept = readings.length * choices.length > maxReadings ? choices.slice(0, 1) : choices;
    const joined = kept.flatMap((choice) => readings.flatMap((reading) => joins(reading, choice)));
    readings = joined.length > maxReadings ? kept.flatMap((choice) => readings.flatMap((reading) => joins(reading, choice).slice(0, 1))) : joined;
    at += length;
  }
  return [...new Set(readings)];
}

function joins(before: string, after: string): readonly string[] {
  return oneSound.test(before.slice(-1) + after.slice(0, 1)) ? [`${before}${apart}${after}`, before + after] : [before + after];
}

/** Written without short vowels, all or some of them; Sorani writes them, by letters of its own. */
export function leavesVowelsOut(word: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Ethiopic}]/u.test(word) && !/[ەێۆ]/u.test(word);
}

function isOfAnother(letter: string): boolean {
  return letters.has(letter) || letters.has(withoutMark(letter));
}

/** ή is η; a letter whose mark is a sound of its own (й, ї, أ) stands in the tables. */
function withoutMark(letter: string): string {
  if (letters.has(letter)) return letter;
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return letters.has(bare) ? bare : letter;
}

function readAt(spelled: readonly string[], at: number): { readonly choices: readonly string[]; readonly length: number } {
  for (const length of [2, 1]) {
    const key = spelled.slice(at, at + length).join('');
    const found = (at === 0 ? letters.get(`^${key}`) : undefined) ?? (at + length >= spelled.length ? letters.get(`${key}$`) : undefined) ?? letters.get(key);
    if (found !== undefined) return { choices: found, length: Math.min(length, spelled.length - at) };
  }
  return { choices: [spelled[at] ?? ''], length: 1 };
}
