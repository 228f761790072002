/** The cell key method: same cases, same key, same noise (anonymisation.md §1.1–1.2). */
import { unitsPerWhole } from './decimal.ts';
import type { Ptable } from './ptable.ts';

/** Sum of the count keys of a cell's cases mod 10^8; 0 … 99,999,999. Order does not matter. */
export function cellKey(keys: Iterable<number>): number {
  let sum = 0;
  for (const key of keys) sum = addKey(sum, key);
  return sum;
}

export function addKey(sum: number, key: number): number {
  return (sum + key) % unitsPerWhole;
}

/**
 * The noise of a cell with `count` cases and this cell key.
 *
 * Zero stays zero. Counts above the largest class use the largest class. Intervals are half-open: a key on a bound belongs to
 * the step above it.
 */
export function lookUp(ptable: Ptable, count: number, key: number): number {
  if (count === 0) return 0;
  const steps = ptable.classes[Math.min(count, ptable.classes.length - 1)];
  const step = steps?.find(({ upper }) => key < upper);
  if (step === undefined) throw new RangeError(`no noise for a count of ${count} and a key of ${key}`);
  return step.noise;
}
