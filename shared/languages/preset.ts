/**
 * Which language the papers of a young person are in by default: what somebody chose, else what she is likely to read.
 *
 * By language and script, never by citizenship: Dari and Farsi, Kurmancî and Sorani are read by people of one passport, and many read
 * no first language at all (corrections.md, "Papers").
 */
import { packs } from './packs.ts';
import { languageCodes, type LanguageCode, type SecondLanguage } from './types.ts';

/** Code of the list `language` (ISO 639-3) → the pack its speakers read. */
const packOf: Readonly<Record<string, SecondLanguage>> = {
  ara: 'ar',
  prs: 'prs',
  haz: 'prs',
  ukr: 'uk',
  kmr: 'kmr',
  tir: 'ti',
  som: 'so',
  ron: 'ro',
  bul: 'bg',
  rus: 'ru',
  tur: 'tr',
  pus: 'ps',
  ckb: 'ckb',
  fra: 'fr',
  eng: 'en',
  pes: 'fa',
  sqi: 'sq',
  bos: 'bs',
  srp: 'bs',
  hrv: 'bs',
  spa: 'es',
  pol: 'pl',
};

const notLatin: ReadonlySet<LanguageCode> = new Set<LanguageCode>(['ar', 'prs', 'uk', 'ti', 'bg', 'ru', 'ps', 'ckb', 'fa']);

export interface Reader {
  /** Code of `paper_language`; null where nobody chose. */
  readonly chosen: string | null;
  /** Codes of `language`. */
  readonly firstLanguages: readonly string[];
  readonly otherLanguages: readonly string[];
  /** Code of `script_literacy`. */
  readonly script: string | null;
}

export interface Preset {
  readonly preset: LanguageCode;
  /** A German sentence. */
  readonly why: string;
}

export function presetLanguage(reader: Reader, usable: (code: LanguageCode) => boolean): Preset {
  const simple = usable('de-simple') ? 'de-simple' : 'de';
  const chosen = languageCodes.find((code) => code === reader.chosen);
  if (chosen !== undefined && usable(chosen)) return { preset: chosen, why: 'So ist es in dieser Akte gewählt.' };
  if (chosen !== undefined) return { preset: 'de', why: `Gewählt ist „${german(chosen)}“. Diese Übersetzung ist noch nicht geprüft und im JMD nicht eingeschaltet.` };

  if (reader.firstLanguages.length === 0) return { preset: 'de', why: 'Noch ist keine Erstsprache eingetragen.' };
  if (reader.script === 'not_literate') return { preset: simple, why: 'Lesen ist noch neu: wenige, einfache Wörter und Bilder helfen am meisten.' };
  if (reader.firstLanguages.includes('deu')) return { preset: 'de', why: 'Erstsprache ist Deutsch.' };

  const first = readable(reader.firstLanguages, reader.script);
  const other = readable(reader.otherLanguages, reader.script);
  const match = [...first, ...other].find(usable);
  if (match !== undefined) return { preset: match, why: first.includes(match) ? `Erstsprache ist ${german(match)}.` : `${german(match)} gehört zu den weiteren Sprachen.` };
  const [wanted] = [...first, ...other];
  if (wanted !== undefined) return { preset: simple, why: `Die Übersetzung „${german(wanted)}“ ist noch nicht geprüft und im JMD nicht eingeschaltet.` };
  return { preset: simple, why: 'Für diese Sprachen und diese Schrift gibt es noch keine Übersetzung.' };
}

/** Languages whose script she reads; with Latin letters those written in them first. */
function readable(languages: readonly string[], script: string | null): readonly SecondLanguage[] {
  const known = [...new Set(languages.flatMap((code) => packOf[code] ?? []))];
  const latin = known.filter((code) => !notLatin.has(code));
  const others = known.filter((code) => notLatin.has(code));
  if (script === 'other_script_only') return others;
  return script === 'latin' ? [...latin, ...others] : known;
}

function german(code: LanguageCode): string {
  return packs[code].language.german;
}
