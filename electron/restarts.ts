/** How often a core that ends by itself is started again, and after which pause. Pure. */

/** Ends within this time count together, ms. */
export const windowMs = 120_000;
/** More ends than these within it: given up. */
export const maxEnds = 5;
/** Pause after the first, second … end within it, ms; the last one repeats. */
const pausesMs = [0, 1_000, 2_000, 5_000];

export type Restart = { readonly pauseMs: number } | 'give_up';

/** `ends`: when it ended before, ms of one steady clock. Returns what follows its end at `now`, and the ends that still count. */
export function afterEnd(ends: readonly number[], now: number): { readonly ends: readonly number[]; readonly restart: Restart } {
  const counting = [...ends.filter((end) => now - end < windowMs), now];
  if (counting.length > maxEnds) return { ends: counting, restart: 'give_up' };
  return { ends: counting, restart: { pauseMs: pausesMs[Math.min(counting.length, pausesMs.length) - 1] ?? 0 } };
}
