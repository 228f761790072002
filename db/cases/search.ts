/**
 * Full text search over the cases (FTS5), plain SQL.
 *
 * Two indexes over folded words: `case_names` (name, number, phones) and `case_words` (these and everything else). Whatever a person
 * types is taken apart into words first and each word is quoted, so nothing of it reaches FTS5 as syntax.
 *
 * [Note: by ear] `case_names` also holds how each word of a name sounds, and each two neighbours written as one (Hamid Ullah, Hamidullah), behind
 * a mark nobody can type. What is only heard alike comes after everything that is written alike; the list shows it when nothing is. And where
 * nothing is heard alike either, the last word may be the beginning of one ("Schew", Шевченко).
 *
 * [Note: words later] Indexing all words of a case anew costs more than everything else of a save, because `secure-delete` takes each old
 * one out of its page. So a save may leave it to the next quiet moment: the case is named in `words_due`, in the same transaction.
 *
 * [Note: closed files] That there is a shielded file is told whoever knows her: it is found by whole names, or by her number, a phone or her birth
 * date as it stands there, alone. No beginnings, sounds, mixtures and no texts, which would let a stranger put the file together letter by letter.
 */
import { digitsOf, foldWords, wordsOf } from '../../shared/cases/fold-words.ts';
import { soundBeginningsOf, soundsOf, wordsVersion } from '../../shared/cases/sound-words.ts';
import type { SearchHit, WordsIndexed } from '../contract/cases.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Sqlite } from '../open-database.ts';
import { describeIdentity, describeText, type Words } from './snippet.ts';

export interface CaseSearch {
  save(row: number, words: Words, indexed: WordsIndexed): void;
  /** Indexes up to `limit` cases whose words are due; returns how many are left. */
  settleWords(limit: number): number;
  countDueWords(): number;
  remove(row: number): void;
  clear(): void;
  search(text: string, limit: number, closed?: ReadonlySet<RecordId>): readonly SearchHit[];
  /** Rows whose name, number or phone fits. */
  rowsByIdentity(text: string): readonly number[];
}

/** In long texts a shorter word counts only where it stands whole: every text has a word that begins with "a". */
const shortestPrefix = 3;
/** Fewest digits that are looked for in the middle of a number. */
const shortestDigits = 4;
/** Of a full screen of results, how many are kept free for names that only sound like it. */
const keptForSounds = 5;
/** U+E000, for private use: FTS5 takes it for a letter, {@link wordsOf} for none. */
const soundMark = '\uE000';

/**
 * Bytes of kept words (JSON) one search reads to cut snippets out of texts. Thirty cases of the usual kind take a third of it; a case whose texts do
 * not fit any more is shown by its name.
 */
const readableBytes = 1_000_000;

interface Hit {
  readonly row: number;
  readonly record: RecordId;
  /** JSON of the words of name, number and phone. */
  readonly identity: string;
  /** Found in the texts, not in the identity. */
  readonly inTexts: 0 | 1;
}

export function caseSearch(db: Sqlite): CaseSearch {
  const known = db.prepare<[number], { readonly identity: string; readonly words: string }>('SELECT identity, words FROM case_texts WHERE row = ?');
  const bytesOf = db.prepare<[number], number>('SELECT octet_length(words) FROM case_texts WHERE row = ?').pluck();
  const keepText = db.prepare(`
    INSERT INTO case_texts (row, identity, digits, words) VALUES (?, ?, ?, ?)
    ON CONFLICT (row) DO UPDATE SET identity = excluded.identity, digits = excluded.digits, words = excluded.words`);
  const dropText = db.prepare('DELETE FROM case_texts WHERE row = ?');
  const noteDue = db.prepare('INSERT INTO words_due (row) VALUES (?) ON CONFLICT (row) DO NOTHING');
  const dropDue = db.prepare('DELETE FROM words_due WHERE row = ?');
  const due = db.prepare<[number], number>('SELECT row FROM words_due LIMIT ?').pluck();
  const countDue = db.prepare<[], number>('SELECT count(*) FROM words_due').pluck();
  const countDueWords = (): number => countDue.get() ?? 0;
  const names = index(db, 'case_names', 0);
  const all = index(db, 'case_words', 1);
  const withDigits = db.prepare<[string, number], Hit>(`
    SELECT r.row, r.id AS record, t.identity, 0 AS inTexts FROM case_texts t JOIN case_rows r ON r.row = t.row
    WHERE instr(t.digits, ?) > 0 LIMIT ?`);
  const withBoth = db.prepare<[string, string, number], Hit>(`
    SELECT r.row, r.id AS record, t.identity, 0 AS inTexts FROM case_names w JOIN case_rows r ON r.row = w.rowid JOIN case_texts t ON t.row = w.rowid
    WHERE case_names MATCH ? AND instr(t.digits, ?) > 0 LIMIT ?`);
  const rowsWithDigits = db.prepare<[string], number>('SELECT row FROM case_texts WHERE instr(digits, ?) > 0').pluck();

  const indexDue = (row: number): void => {
    if (dropDue.run(row).changes === 0) return;
    all.replace(row, foldAll(readKept(known.get(row)?.words ?? '[]').map((word) => word.text)));
  };

  const findHits = (text: string, terms: readonly string[], digits: string | null, limit: number, closed: ReadonlySet<RecordId>): readonly Hit[] => {
    const hits = new Map<number, Hit>();
    const shown = ({ record, identity, inTexts }: Hit): boolean => !closed.has(record) || (inTexts === 0 && isKnown(JSON.parse(identity) as readonly string[], terms, digits));
    const add = (found: readonly Hit[]): void => {
      for (const hit of found) if (!hits.has(hit.row) && shown(hit)) hits.set(hit.row, hit);
    };
    // What is left out must not take the place of others: the length of the answer would tell of it.
    const enough = limit + closed.size;
    if (terms.length > 0) add(names.matches.all(dayPhrase(text) ?? prefixes(terms), enough));
    if (digits !== null && hits.size < limit) add(withDigits.all(digits, enough));
    if (terms.some(isLong) && hits.size < limit) add(all.matches.all(dayPhrase(text) ?? longPrefixes(terms), enough + hits.size));
    const mixed = hits.size === 0 ? numberAndWords(text) : null;
    if (mixed !== null) add(mixed.words.length === 0 ? withDigits.all(mixed.digits, enough) : withBoth.all(prefixes(mixed.words), mixed.digits, enough));
    const written = [...hits.values()].slice(0, limit);
    // A screen full of names that are written so: whoever looks for another spelling types on.
    const heard = written.length < limit || written.some(({ inTexts }) => inTexts === 1) ? bySound(text) : null;
    const alike = heard === null ? [] : names.matches.all(heard, enough + hits.size).filter((hit) => !hits.has(hit.row) && shown(hit)).slice(0, Math.max(keptForSounds, limit - written.length));
    const begins = written.length === 0 && alike.length === 0 ? bySoundBeginning(text) : null;
    if (begins !== null) return names.matches.all(begins, enough).filter(shown).slice(0, limit);
    return [...written.slice(0, limit - Math.min(alike.length, keptForSounds)), ...alike].slice(0, limit);
  };
  return {
    save: (row, words, indexed) => {
      const json = JSON.stringify({ indexed: wordsVersion, words } satisfies KeptWords);
      const before = known.get(row);
      // Most acts change no word.
      if (before?.words === json) {
        if (indexed === 'now') indexDue(row);
        return;
      }
      const identity = identityOf(words);
      const identityJson = JSON.stringify(identity);
      keepText.run(row, identityJson, identity.map(digitsOf).join(' '), json);
      if (before?.identity !== identityJson || !before.words.startsWith(indexedNow)) {
        names.replace(row, `${foldAll(identity)}\n${innerWords(identity)}\n${allSounds(identity)}`);
      }
      noteDue.run(row);
      if (indexed === 'now') indexDue(row);
    },
    settleWords: (limit) => {
      for (const row of due.all(limit)) indexDue(row);
      return countDueWords();
    },
    countDueWords,
    remove: (row) => {
      dropText.run(row);
      dropDue.run(row);
      names.remove(row);
      all.remove(row);
    },
    clear: () => {
      db.exec('DELETE FROM case_texts; DELETE FROM case_names; DELETE FROM case_words; DELETE FROM words_due;');
    },
    search: (text, limit, closed = new Set()) => {
      const terms = wordsOf(text);
      const digits = searchedDigits(text);
      let readable = readableBytes;
      return findHits(text, terms, digits, limit, closed).map(({ row, record, identity, inTexts }) => {
        const bytes = inTexts === 1 ? (bytesOf.get(row) ?? 0) : 0;
        if (bytes > 0 && bytes <= readable) {
          readable -= bytes;
          const inText = describeText(readKept(known.get(row)?.words ?? '[]'), terms);
          if (inText !== null) return { record, ...inText };
        }
        return { record, ...describeIdentity(JSON.parse(identity) as readonly string[], terms, digits) };
      });
    },
    rowsByIdentity: (text) => {
      const terms = wordsOf(text);
      const digits = searchedDigits(text);
      const rows = new Set(terms.length > 0 ? names.rows.all(dayPhrase(text) ?? prefixes(terms)) : []);
      if (digits !== null) for (const row of rowsWithDigits.all(digits)) rows.add(row);
      const mixed = rows.size === 0 ? numberAndWords(text) : null;
      if (mixed !== null) {
        const named = mixed.words.length === 0 ? null : new Set(names.rows.all(prefixes(mixed.words)));
        for (const row of rowsWithDigits.all(mixed.digits)) if (named === null || named.has(row)) rows.add(row);
      }
      for (const expression of [bySound(text), bySoundBeginning(text)]) {
        if (rows.size === 0 && expression !== null) for (const row of names.rows.all(expression)) rows.add(row);
      }
      return [...rows];
    },
  };
}

function index(db: Sqlite, table: 'case_names' | 'case_words', inTexts: 0 | 1) {
  const remove = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
  const add = db.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`);
  return {
    remove: (row: number): void => void remove.run(row),
    replace: (row: number, words: string): void => {
      remove.run(row);
      add.run(row, words);
    },
    rows: db.prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck(),
    matches: db.prepare<[string, number], Hit>(`
      SELECT r.row, r.id AS record, t.identity, ${String(inTexts)} AS inTexts FROM ${table} w
      JOIN case_rows r ON r.row = w.rowid JOIN case_texts t ON t.row = w.rowid
      WHERE ${table} MATCH ? LIMIT ?`),
  };
}

/** What `case_texts.words` holds. */
interface KeptWords {
  readonly indexed: number;
  readonly words: Words;
}

/** How `words` begins when it was indexed as it would be today. */
const indexedNow = `{"indexed":${String(wordsVersion)},`;

/** The first version kept the words alone. */
function readKept(json: string): Words {
  const kept = JSON.parse(json) as KeptWords | Words;
  return 'words' in kept ? kept.words : kept;
}

function identityOf(words: Words): readonly string[] {
  return words.filter((word) => word.field === null).map((word) => word.text);
}

export function foldAll(texts: readonly string[]): string {
  return texts.map((text) => wordsOf(text).join(' ')).join('\n');
}

/** Parts of one word by which somebody is looked for, too: Brien of O'Brien, Ullah of Hamidullah, Zai of Ahmadzai. */
export function innerWords(identity: readonly string[]): string {
  const parts = identity.flatMap(writtenWords).flatMap((word) => {
    const [folded = ''] = wordsOf(word);
    const [, last = ''] = /^.{3,}(ullah|zai|zada|pour|oglu)$/.exec(folded) ?? [];
    return [...word.split(/['’]/).slice(1).flatMap(wordsOf), last];
  });
  return [...new Set(parts)].filter((part) => part.length >= shortestPrefix).join(' ');
}

function isLong(word: string): boolean {
  return word.length >= shortestPrefix;
}

/** FTS5 expressions: folded words hold letters and digits only, so the quotes cannot be left. */
export function prefixes(terms: readonly string[]): string {
  return terms.map((word) => `"${word}"*`).join(' ');
}

function longPrefixes(terms: readonly string[]): string {
  return terms.map((word) => (isLong(word) ? `"${word}"*` : `"${word}"`)).join(' ');
}

const months = ['januar', 'februar', 'marz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'];

/**
 * A whole birth date, `3.2.2008`, `geb. 3.2.08`, `3. Februar 2008` or `2008-02-03`: its numbers in this order, as they are indexed. Else day and month of
 * another would do as well.
 */
function dayPhrase(text: string): string | null {
  const written = foldWords(text).replace(/^\s*(?:geb(?:oren)?\b\.?(?:\s*am\b)?|\*)/, '').trim();
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  if (year !== '') return phraseOf(day, month, year);
  const [, germanDay = '', germanMonth = '', named = '', germanYear = ''] = /^(\d{1,2})\.\s*(?:(\d{1,2})\.|([a-z]{3,9})\.?)\s*(\d{4}|\d{2})$/.exec(written) ?? [];
  if (germanYear === '') return null;
  const monthNumber = named === '' ? germanMonth : String(months.findIndex((name) => name.startsWith(named)) + 1);
  if (monthNumber === '0') return null;
  const centuries = germanYear.length === 4 ? [germanYear] : [`20${germanYear}`, `19${germanYear}`];
  return centuries.map((full) => phraseOf(germanDay, monthNumber, full)).join(' OR ');
}

function phraseOf(day: string, month: string, year: string): string {
  return `"${day.padStart(2, '0')} ${month.padStart(2, '0')} ${year}"`;
}

/** The digits of a text that is nothing but a number; null otherwise. */
export function searchedDigits(text: string): string | null {
  if (!/^[\p{Nd}\s+()./\p{Pd}]+$/u.test(text.normalize('NFKC'))) return null;
  const digits = digitsOf(text);
  return digits.length >= shortestDigits ? digits : null;
}

/** What stands beside a number and is no name. */
const besideNumbers: ReadonlySet<string> = new Set(['tel', 'telefon', 'telefonnummer', 'fon', 'phone', 'handy', 'mobil', 'mobile', 'nr', 'nummer', 'whatsapp', 'ruf']);
/** A phone number inside a text: it begins as people write one. */
const phoneInText = /(?:\+|00?|49)[\s()./\p{Pd}]*\d(?:[\s()./\p{Pd}]*\d)+/u;

/** `Tel 0176 1234`, `0176 12345678 Mohamed`: the digits, and the words that have to be there, too; null for a text without such a number. */
export function numberAndWords(text: string): { readonly digits: string; readonly words: readonly string[] } | null {
  const plain = text.normalize('NFKC');
  const [number] = phoneInText.exec(plain) ?? [];
  if (number === undefined || searchedDigits(text) !== null) return null;
  const digits = digitsOf(number);
  if (digits.length < shortestDigits) return null;
  return { digits, words: wordsOf(plain.replace(number, ' ')).filter((word) => !besideNumbers.has(word)) };
}

/** Words as they are written: a mark may be a sound of its own, so nothing is folded yet. */
function writtenWords(text: string): readonly string[] {
  return text.toWellFormed().match(/[\p{L}\p{M}'’]+/gu) ?? [];
}

function marked(word: string): readonly string[] {
  return soundsOf(word).map((key) => soundMark + key);
}

export function allSounds(identity: readonly string[]): string {
  const keys = identity.flatMap((text) => {
    const words = writtenWords(text);
    const joined = words.slice(1).map((word, i) => (words[i] ?? '') + word);
    return [...words, ...joined].flatMap(marked);
  });
  return [...new Set(keys)].join(' ');
}

/** Somebody who typed this knows her, see [Note: closed files]. */
function isKnown(identity: readonly string[], terms: readonly string[], digits: string | null): boolean {
  const lines = identity.map((text) => ({ words: wordsOf(text), digits: digitsOf(text) }));
  const typed = terms.join(' ');
  if (lines.some((line) => line.words.join(' ') === typed || (digits !== null && line.digits === digits))) return true;
  const names = new Set(lines.flatMap(({ words }) => words));
  return terms.every((word) => !/\p{N}/u.test(word) && names.has(word));
}

/** Longer texts are no name that somebody looks for. */
const mostHeardWords = 6;

/** FTS5 expression: every word written alike or heard alike, two neighbours perhaps written as one; null when there is nothing to hear. */
export function bySound(text: string): string | null {
  return heardAs(text, (word) => marked(word).map((key) => `"${key}"`));
}

/** The same, where the last word may be the beginning of one. */
export function bySoundBeginning(text: string): string | null {
  return heardAs(text, (word, isLast) => (isLast ? soundBeginningsOf(word).map((key) => `"${soundMark}${key}"*`) : marked(word).map((key) => `"${key}"`)));
}

function heardAs(text: string, sounds: (word: string, isLast: boolean) => readonly string[]): string | null {
  const words = writtenWords(text);
  if (words.length === 0 || words.length > mostHeardWords || !words.some((word, at) => sounds(word, at === words.length - 1).length > 0)) return null;
  const ways = [words, ...words.slice(1).map((word, i) => [...words.slice(0, i), (words[i] ?? '') + word, ...words.slice(i + 2)])];
  // Numbers cannot be heard: a year or a file number beside the name has to be there.
  const numbers = wordsOf(text).filter((word) => /\p{N}/u.test(word)).map((word) => `("${word}"*)`);
  const heardOrWritten = (word: string, at: number, way: readonly string[]): string => {
    const written = wordsOf(word);
    return written.length === 0 ? '' : `(${[`(${prefixes(written)})`, ...sounds(word, at === way.length - 1)].join(' OR ')})`;
  };
  const expressions = ways.map((way) => [...way.map(heardOrWritten).filter((one) => one !== ''), ...numbers].join(' AND ')).filter((one) => one !== '');
  return expressions.length === 0 ? null : expressions.map((one) => `(${one})`).join(' OR ');
}
