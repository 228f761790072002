/**
 * Full text search over the cases (FTS5), plain SQL.
 *
 * Two indexes over folded words: `case_names` (name, number, phones) and `case_words` (these and everything else). Whatever a person
 * types is taken apart into words first and each word is quoted, so nothing of it reaches FTS5 as syntax.
 */
import { digitsOf, wordsOf } from '../../shared/cases/fold-words.ts';
import type { SearchHit } from '../contract.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Sqlite } from '../open-database.ts';
import { describeHit, type Words } from './snippet.ts';


export interface CaseSearch {
  save(row: number, words: Words): void;
  remove(row: number): void;
  clear(): void;
  search(text: string, limit: number): readonly SearchHit[];
  /** Rows whose name, number or phone fits. */
  rowsByIdentity(text: string): readonly number[];
}

/** In long texts a shorter word counts only where it stands whole: every text has a word that begins with "a". */
const shortestPrefix = 3;
/** Fewest digits that are looked for in the middle of a number. */
const shortestDigits = 4;

interface Hit {
  readonly row: number;
  readonly record: RecordId;
  readonly words: string;
}

export function caseSearch(db: Sqlite): CaseSearch {
  const known = db.prepare<[number], string>('SELECT words FROM case_texts WHERE row = ?').pluck();
  const keepText = db.prepare(`
    INSERT INTO case_texts (row, words, digits) VALUES (?, ?, ?)
    ON CONFLICT (row) DO UPDATE SET words = excluded.words, digits = excluded.digits`);
  const dropText = db.prepare('DELETE FROM case_texts WHERE row = ?');
  const names = index(db, 'case_names');
  const all = index(db, 'case_words');
  const withDigits = db.prepare<[string, number], Hit>(`
    SELECT r.row, r.id AS record, t.words FROM case_texts t JOIN case_rows r ON r.row = t.row
    WHERE instr(t.digits, ?) > 0 LIMIT ?`);
  const rowsWithDigits = db.prepare<[string], number>('SELECT row FROM case_texts WHERE instr(digits, ?) > 0').pluck();

  const findHits = (terms: readonly string[], digits: string | null, limit: number): readonly Hit[] => {
    const hits = new Map<number, Hit>();
    const add = (found: readonly Hit[]): void => {
      for (const hit of found) if (!hits.has(hit.row)) hits.set(hit.row, hit);
    };
    if (terms.length > 0) add(names.matches.all(prefixes(terms), limit));
    if (digits !== null && hits.size < limit) add(withDigits.all(digits, limit));
    if (terms.some(isLong) && hits.size < limit) add(all.matches.all(longPrefixes(terms), limit + hits.size));
    return [...hits.values()].slice(0, limit);
  };
  return {
    save: (row, words) => {
      const json = JSON.stringify(words);
      const before = known.get(row);
      // Most acts change no word; indexing is the dearest part of saving.
      if (before === json) return;
      const identity = identityOf(words);
      keepText.run(row, json, identity.map(digitsOf).join(' '));
      if (before === undefined || foldAll(identityOf(JSON.parse(before) as Words)) !== foldAll(identity)) {
        names.replace(row, foldAll(identity));
      }
      all.replace(row, foldAll(words.map((word) => word.text)));
    },
    remove: (row) => {
      dropText.run(row);
      names.remove(row);
      all.remove(row);
    },
    clear: () => {
      db.exec('DELETE FROM case_texts; DELETE FROM case_names; DELETE FROM case_words;');
    },
    search: (text, limit) => {
      const terms = wordsOf(text);
      const digits = searchedDigits(text);
      return findHits(terms, digits, limit).map(({ record, words }) => ({
        record,
        ...describeHit(JSON.parse(words) as Words, terms, digits),
      }));
    },
    rowsByIdentity: (text) => {
      const terms = wordsOf(text);
      const digits = searchedDigits(text);
      const rows = new Set(terms.length > 0 ? names.rows.all(prefixes(terms)) : []);
      if (digits !== null) for (const row of rowsWithDigits.all(digits)) rows.add(row);
      return [...rows];
    },
  };
}

function index(db: Sqlite, table: 'case_names' | 'case_words') {
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
      SELECT r.row, r.id AS record, t.words FROM ${table} w
      JOIN case_rows r ON r.row = w.rowid JOIN case_texts t ON t.row = w.rowid
      WHERE ${table} MATCH ? LIMIT ?`),
  };
}

function identityOf(words: Words): readonly string[] {
  return words.filter((word) => word.field === null).map((word) => word.text);
}

function foldAll(texts: readonly string[]): string {
  return texts.map((text) => wordsOf(text).join(' ')).join('\n');
}

function isLong(word: string): boolean {
  return word.length >= shortestPrefix;
}

/** FTS5 expressions: folded words hold letters and digits only, so the quotes cannot be left. */
function prefixes(terms: readonly string[]): string {
  return terms.map((word) => `"${word}"*`).join(' ');
}

function longPrefixes(terms: readonly string[]): string {
  return terms.map((word) => (isLong(word) ? `"${word}"*` : `"${word}"`)).join(' ');
}

/** The digits of a text that is nothing but a number; null otherwise. */
function searchedDigits(text: string): string | null {
  if (!/^[\d\s+()./-]+$/.test(text.normalize('NFKC'))) return null;
  const digits = digitsOf(text);
  return digits.length >= shortestDigits ? digits : null;
}
