/**
 * Full text search over the cases (FTS5), plain SQL.
 *
 * One row per case: `identity` holds name, number and phones, `content` everything else, both folded. Whatever a person types is
 * taken apart into words first and each word is quoted, so nothing of it reaches FTS5 as syntax.
 */
import { digitsOf, wordsOf } from '../../shared/cases/fold-words.ts';
import type { CaseProjection, SearchHit } from '../contract.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Sqlite } from '../open-database.ts';
import { describeHit } from './snippet.ts';

export type Words = CaseProjection['words'];

export interface CaseSearch {
  save(row: number, words: Words): void;
  remove(row: number): void;
  clear(): void;
  search(text: string, limit: number): readonly SearchHit[];
  /** Rows whose name, number or phone fits. */
  rowsByIdentity(text: string): readonly number[];
}

/** Shorter words are looked for in names and numbers only: every text has a word that begins with "a". */
const shortestContentWord = 3;
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
  const dropWords = db.prepare('DELETE FROM case_words WHERE rowid = ?');
  const addWords = db.prepare('INSERT INTO case_words (rowid, identity, content) VALUES (?, ?, ?)');
  const matches = db.prepare<[string, number], Hit>(`
    SELECT r.row, r.id AS record, t.words FROM case_words w
    JOIN case_rows r ON r.row = w.rowid JOIN case_texts t ON t.row = w.rowid
    WHERE case_words MATCH ? LIMIT ?`);
  const matchingRows = db.prepare<[string], number>('SELECT rowid FROM case_words WHERE case_words MATCH ?').pluck();
  const withDigits = db.prepare<[string, number], Hit>(`
    SELECT r.row, r.id AS record, t.words FROM case_texts t JOIN case_rows r ON r.row = t.row
    WHERE instr(t.digits, ?) > 0 LIMIT ?`);
  const rowsWithDigits = db.prepare<[string], number>('SELECT row FROM case_texts WHERE instr(digits, ?) > 0').pluck();

  const findHits = (text: string, limit: number): readonly Hit[] => {
    const identity = matchExpression(text, 'identity');
    if (identity === null) return [];
    const digits = searchedDigits(text);
    const hits = new Map<number, Hit>();
    const add = (found: readonly Hit[]) => found.forEach((hit) => void (hits.has(hit.row) || hits.set(hit.row, hit)));
    add(matches.all(identity, limit));
    if (digits !== null && hits.size < limit) add(withDigits.all(digits, limit));
    const anywhere = matchExpression(text, 'anywhere');
    if (anywhere !== null && hits.size < limit) add(matches.all(anywhere, limit + hits.size));
    return [...hits.values()].slice(0, limit);
  };
  return {
    save: (row, words) => {
      const json = JSON.stringify(words);
      // Most acts change no word; indexing is the dearest part of saving.
      if (known.get(row) === json) return;
      const identity = words.filter((word) => word.field === null).map((word) => word.text);
      const content = words.filter((word) => word.field !== null).map((word) => word.text);
      keepText.run(row, json, identity.map(digitsOf).join(' '));
      dropWords.run(row);
      addWords.run(row, foldAll(identity), foldAll(content));
    },
    remove: (row) => {
      dropText.run(row);
      dropWords.run(row);
    },
    clear: () => {
      db.exec('DELETE FROM case_texts; DELETE FROM case_words;');
    },
    search: (text, limit) => {
      const terms = wordsOf(text);
      const digits = searchedDigits(text);
      return findHits(text, limit).map(({ record, words }) => ({
        record,
        ...describeHit(JSON.parse(words) as Words, terms, digits),
      }));
    },
    rowsByIdentity: (text) => {
      const expression = matchExpression(text, 'identity');
      if (expression === null) return [];
      const digits = searchedDigits(text);
      const rows = new Set(matchingRows.all(expression));
      if (digits !== null) for (const row of rowsWithDigits.all(digits)) rows.add(row);
      return [...rows];
    },
  };
}

function foldAll(texts: readonly string[]): string {
  return texts.map((text) => wordsOf(text).join(' ')).join('\n');
}

/** FTS5 expression: every word as a quoted prefix; null when there is no word to look for, or none long enough. */
function matchExpression(text: string, where: 'identity' | 'anywhere'): string | null {
  const words = [...new Set(wordsOf(text))];
  if (words.length === 0) return null;
  if (where === 'anywhere' && words.every((word) => word.length < shortestContentWord)) return null;
  const all = words.map((word) => `"${word}"*`).join(' ');
  return where === 'identity' ? `identity : (${all})` : all;
}

/** The digits of a text that is nothing but a number; null otherwise. */
function searchedDigits(text: string): string | null {
  if (!/^[\d\s+()./-]+$/.test(text.normalize('NFKC'))) return null;
  const digits = digitsOf(text);
  return digits.length >= shortestDigits ? digits : null;
}
