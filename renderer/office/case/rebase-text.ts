/**
 * Carries words typed while a save was on its way over to the text the core sent back.
 *
 * The core may answer with more than was sent: the words of somebody else in the same paragraph. `typed` grew out of `sent`;
 * what changed between the two (one stretch, as typing is) is applied to `returned`. Where both touched the same stretch the
 * typed words are put in and none of the other's is taken out.
 */
export function rebaseText(sent: string, typed: string, returned: string): string {
  if (returned === sent) return typed;
  if (typed === sent) return returned;
  const mine = stretch(sent, typed);
  const theirs = stretch(sent, returned);
  if (mine.to <= theirs.from) return returned.slice(0, mine.from) + mine.words + returned.slice(mine.to);
  const shift = returned.length - sent.length;
  if (mine.from >= theirs.to) return returned.slice(0, mine.from + shift) + mine.words + returned.slice(mine.to + shift);
  const end = theirs.from + theirs.words.length;
  return returned.slice(0, end) + mine.words + returned.slice(end);
}

/** The one stretch of `before` that was replaced by `words`. */
function stretch(before: string, after: string): { from: number; to: number; words: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, words: after.slice(from, after.length - tail) };
}
