/** Where in a case the searched words stand, in the words as they were typed. */
import { digitsOf, wordsOf } from '../../shared/cases/fold-words.ts';
import type { CaseProjection, SearchHit } from '../contract/cases.ts';

export type Words = CaseProjection['words'];
type Described = Pick<SearchHit, 'field' | 'snippet'>;

/** Characters shown before and after the first found word. */
const before = 30;
const after = 60;
/** Long texts are looked through in pieces of about so many characters. */
const pieceLength = 1_000;

/** A hit among name, number and phone. `terms` are folded; `digits` are those of a searched phone number. */
export function describeIdentity(identity: readonly string[], terms: readonly string[], digits: string | null): Described {
  const [best] = identity.map((text) => ({ text, score: scoreOf(text, terms) })).sort((a, b) => b.score - a.score);
  if (best !== undefined && best.score > 0) return { field: null, snippet: cut(best.text, terms) };
  const withDigits = digits === null ? undefined : identity.find((text) => digitsOf(text).includes(digits));
  // Only heard alike, see [Note: by ear] in search.ts: the name.
  return { field: null, snippet: withDigits ?? identity[0] ?? '' };
}

/** The first text that has all of the words, else one with most of them; null when none has any. */
export function describeText(words: Words, terms: readonly string[]): Described | null {
  let best: { readonly word: Words[number]; readonly score: number } | null = null;
  for (const word of [...words].sort((a, b) => Number(a.field !== null) - Number(b.field !== null))) {
    const score = scoreOf(word.text, terms);
    if (score > (best?.score ?? 0)) best = { word, score };
    if (score === new Set(terms).size) break;
  }
  return best === null ? null : { field: best.word.field, snippet: cut(best.word.text, terms) };
}

/** How many of the terms some word of the text begins with. */
function scoreOf(text: string, terms: readonly string[]): number {
  const missing = new Set(terms);
  const total = missing.size;
  for (const piece of piecesOf(text)) {
    const words = wordsOf(piece.text);
    for (const term of missing) if (words.some((word) => word.startsWith(term))) missing.delete(term);
    if (missing.size === 0) break;
  }
  return total - missing.size;
}

/** Cut where white space is, so that no word is torn. */
function* piecesOf(text: string): Generator<{ readonly text: string; readonly at: number }> {
  for (let at = 0; at < text.length; ) {
    const space = text.slice(at + pieceLength).search(/\s/);
    const end = space === -1 ? text.length : at + pieceLength + space;
    yield { text: text.slice(at, end), at };
    at = end;
  }
}

function cut(text: string, terms: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const found = findWord(line, terms);
  const at = found?.at ?? 0;
  const start = at <= before ? 0 : line.indexOf(' ', at - before) + 1;
  const rough = at + after;
  const end = rough >= line.length ? line.length : Math.max(line.lastIndexOf(' ', rough), at + (found?.length ?? 0));
  return `${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`;
}

function findWord(line: string, terms: readonly string[]): { readonly at: number; readonly length: number } | null {
  const has = (text: string): boolean => {
    const words = wordsOf(text);
    return terms.some((term) => words.some((word) => word.startsWith(term)));
  };
  for (const piece of piecesOf(line)) {
    if (!has(piece.text)) continue;
    for (const { 0: word, index } of piece.text.matchAll(/\S+/g)) if (has(word)) return { at: piece.at + index, length: word.length };
  }
  return null;
}
