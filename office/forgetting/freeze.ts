/** Freezing of the reporting years that are final, and what is still said of them. */
import { ORPCError } from '@orpc/server';
import { setImmediate } from 'node:timers/promises';
import { filesAtRest } from '../../db/backup/in-worker.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import { freezeYears } from '../../db/erase/freeze-years.ts';
import { freezingYears } from '../../db/erase/freezing.ts';
import { finalYears } from '../../shared/monitoring/final-years.ts';
import { stillOpen } from '../base.ts';
import { clockOffice } from '../clock/guard.ts';
import type { OpenContext } from '../context.ts';
import { currentPlan } from '../monitoring/plans.ts';
import { onlyFor } from '../monitoring/roles.ts';
import { renewSecondPlaceKeys } from '../safety/backup.ts';
import { inTurn } from '../safety/state.ts';
import { keepTallyTotals } from '../tally/totals.ts';

/** Final years that are not frozen yet, and those on which somebody was interrupted. */
export function yearsToFreeze({ store, options }: OpenContext): readonly number[] {
  const { cases } = store;
  if (cases === null || store.missing !== null) return [];
  const frozen = cases.read((tx) => tx.frozenYears());
  const final = store.desk.read((tx: DeskTx) => finalYears(tx.deliveries.list(), currentPlan.plan, options.today()));
  return [...new Set([...freezingYears(store), ...final.filter((year) => !frozen.has(year))])].sort((a, b) => a - b);
}

/**
 * Freezes what is final; returns those years. Nothing happens on a day that is not believed: what goes cannot come back. Whoever types waits for a few cases
 * at most, and for the rewriting of the files at the end.
 *
 * Throws LOCKED when the office was locked meanwhile, and what the disk refuses; the next call goes on.
 */
export async function freezeFinalYears(context: OpenContext): Promise<readonly number[]> {
  if (yearsToFreeze(context).length === 0 || clockOffice(context).dayProblem !== null) return [];
  const { store, office, actor } = context;
  return inTurn(office, async () => {
    // A backup being written reads old pages, and would keep them from going.
    await filesAtRest(store.dir);
    stillOpen(context);
    const years = yearsToFreeze(context);
    keepTallyTotals(store, years);
    for (const step of freezeYears(store, years, actor)) {
      if (step !== 'between cases') continue;
      await setImmediate();
      await filesAtRest(store.dir);
      stillOpen(context);
    }
    await renewSecondPlaceKeys(context, office);
    return years;
  });
}

/** By command, one year that is final; frozen already is no refusal. Throws ROLE_NOT_ALLOWED, YEAR_NOT_FINAL, CLOCK_DAY_UNTRUSTED. */
export async function freezeYear(context: OpenContext, year: number): Promise<void> {
  onlyFor(context, 'head');
  if (context.store.cases?.read((tx) => tx.frozenYears()).has(year) === true && !freezingYears(context.store).includes(year)) return;
  if (!yearsToFreeze(context).includes(year)) throw new ORPCError('YEAR_NOT_FINAL');
  if (clockOffice(context).dayProblem !== null) throw new ORPCError('CLOCK_DAY_UNTRUSTED');
  await freezeFinalYears(context);
}
