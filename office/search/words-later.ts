/**
 * Puts into the index what saves left for later, see [Note: words later]: when nobody has saved for a while, a case at a time, and before a search.
 * What is left when the office is locked stays named in the database.
 */
import { storeCodeOf } from '../../db/errors.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';

/** Milliseconds without a save: whoever types is not held up. */
const quiet = 1_500;
/** Milliseconds a search waits for it: what was just typed, not what an import left. */
const beforeSearch = 20;

const waiting = new WeakMap<OpenOffice, NodeJS.Timeout>();

/** To be called after a save and after an unlock. */
export function indexSoon(context: OfficeContext, office: OpenOffice): void {
  if (context.options.background === false) return;
  const step = (): void => {
    if (context.session.open === office && settleWords(context, office, 0) > 0) wait(0);
  };
  const wait = (milliseconds: number): void => {
    clearTimeout(waiting.get(office));
    waiting.set(office, setTimeout(step, milliseconds).unref());
  };
  wait(quiet);
}

/** A command that ends after one act waits for all. */
export function indexBeforeSearch(context: OfficeContext, office: OpenOffice): void {
  settleWords(context, office, context.options.background === false ? Infinity : beforeSearch);
}

/**
 * Indexes one case, and more as long as `milliseconds` are not over; returns how many are left, 0 where nothing can be done now.
 *
 * Never throws: older words are better than no search.
 */
function settleWords({ options }: OfficeContext, { store }: OpenOffice, milliseconds: number): number {
  const { cases, missing } = store;
  if (cases === null || missing !== null) return 0;
  try {
    // Counted first: most of the time nothing is due, and nothing is committed.
    if (cases.read((tx) => tx.projections.countDueWords()) === 0) return 0;
    const until = performance.now() + milliseconds;
    return cases.write(({ projections }) => {
      let left = projections.settleWords(1);
      while (left > 0 && performance.now() < until) left = projections.settleWords(1);
      return left;
    });
  } catch (problem) {
    options.log?.(`WORDS_NOT_INDEXED ${storeCodeOf(problem) ?? 'INTERNAL'}`);
    return 0;
  }
}
