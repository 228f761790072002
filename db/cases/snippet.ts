/** Where in a case the searched words stand, in the words as they were typed. */
import { digitsOf, wordsOf } from '../../shared/cases/fold-words.ts';
import type { CaseProjection, SearchHit } from '../contract.ts';

export type Words = CaseProjection['words'];

/** Characters shown before and after the first found word. */
const before = 30;
const after = 60;

/** `terms` are folded; `digits` are those of a searched phone number. */
export function describeHit(words: Words, terms: readonly string[], digits: string | null): Pick<SearchHit, 'field' | 'snippet'> {
  const scored = words.map((word) => ({ ...word, score: terms.filter((term) => hasTerm(word.text, term)).length }));
  const withDigits = digits === null ? undefined : words.find((w) => w.field === null && digitsOf(w.text).includes(digits));
  // Name and number first, then the text with most of the words.
  const best = [...scored].sort((a, b) => b.score - a.score || Number(a.field !== null) - Number(b.field !== null))[0];
  if (best !== undefined && best.score > 0) return { field: best.field, snippet: cut(best.text, terms) };
  // Only heard alike, see [Note: by ear] in search.ts: the name.
  return { field: null, snippet: withDigits?.text ?? words.find((word) => word.field === null)?.text ?? '' };
}

function hasTerm(text: string, term: string): boolean {
  return wordsOf(text).some((word) => word.startsWith(term));
}

function cut(text: string, terms: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const found = [...line.matchAll(/\S+/g)].find(({ 0: word }) => terms.some((term) => hasTerm(word, term)));
  const at = found?.index ?? 0;
  const start = at <= before ? 0 : line.indexOf(' ', at - before) + 1;
  const rough = at + after;
  const end = rough >= line.length ? line.length : Math.max(line.lastIndexOf(' ', rough), at + (found?.[0].length ?? 0));
  return `${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`;
}
