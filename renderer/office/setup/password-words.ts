/** Judges a new password in words a person can act on. Pure; no list of leaked passwords, no points. */
import { foldText } from '../../ui/fold.ts';

/** Shortest accepted; the contract's `minPasswordLength` (a test holds them together). */
export const minLength = 10;

export interface PasswordWords {
  readonly level: 'empty' | 'short' | 'guessable' | 'fair' | 'good';
  readonly text: string;
}

const rows = ['qwertzuiopasdfghjklyxcvbnm', 'qwertyuiop', '01234567890', 'abcdefghijklmnopqrstuvwxyz'];
const common = ['passwort', 'password', 'lotse', 'jmd', 'geheim', 'willkommen', 'hallo', 'sommer', 'winter', 'fruhling', 'herbst'];

/** What is left to guess once known words and names, runs on the keyboard and repeated characters are taken out. */
function hardPart(folded: string, names: readonly string[]): number {
  const words = [...common, ...names].map(foldText).filter((word) => word.length >= 3);
  const left = words.reduce((text, word) => text.replaceAll(word, ''), folded).replace(/(.)\1{2,}/g, '');
  const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]).map((row) => longestShared(left, row));
  return left.length - Math.max(0, ...runs);
}

function longestShared(text: string, row: string): number {
  for (let length = Math.min(text.length, row.length); length >= 4; length--) {
    for (let at = 0; at + length <= row.length; at++) if (text.includes(row.slice(at, at + length))) return length;
  }
  return 0;
}

/** `names`: login, own name, name of the JMD. */
export function passwordWords(password: string, names: readonly string[]): PasswordWords {
  const length = [...password].length;
  if (length === 0) return { level: 'empty', text: `Mindestens ${minLength} Zeichen. Gut sind drei oder vier Wörter, die nur Sie zusammenbringen.` };
  if (password.length < minLength) return { level: 'short', text: `Noch zu kurz: ${minLength - password.length} Zeichen fehlen.` };
  const folded = foldText(password);
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]);
  if (new Set(folded).size < 5 || hardPart(folded, parts) < 6)
    return { level: 'guessable', text: 'Leicht zu raten. Nehmen Sie lieber drei Wörter, die nichts miteinander zu tun haben.' };
  if (length < 14) return { level: 'fair', text: 'Geht. Ein Wort mehr macht es viel stärker.' };
  return { level: 'good', text: 'Gutes Passwort.' };
}
