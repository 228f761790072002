/** Whether rows, dates, words and facts of the cases are what their histories say. */
import { setImmediate } from 'node:timers/promises';
import { derivedDigest } from '../../db/check/derived-digest.ts';
import { StoreError } from '../../db/errors.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { projectAnew } from '../cases/stale.ts';

/** Cases per transaction: a save waits for one batch at most. */
const batch = 25;

/**
 * Projects every case anew, in place; afterwards it is right. Returns 0 when nothing was different, 1 when something was or cannot be read.
 *
 * In a store that must not be written nothing is looked at.
 */
export async function compareProjections(context: OfficeContext, office: OpenOffice): Promise<number> {
  const { cases } = office.store;
  if (cases === null || office.store.missing !== null) return 0;
  const stopped = (): boolean => context.session.open !== office;
  try {
    // Words that were left for later are no difference.
    while (cases.write((tx) => tx.projections.settleWords(batch)) > 0) {
      await setImmediate();
      if (stopped()) return 0;
    }
    const before = derivedDigest(office.store).cases;
    const records = cases.read((tx) => tx.histories.ids('case'));
    for (let at = 0; at < records.length; at += batch) {
      await setImmediate();
      if (stopped()) return 0;
      if (projectAnew(context, office, records.slice(at, at + batch), 'kept').length > 0) return 1;
    }
    return before === derivedDigest(office.store).cases ? 0 : 1;
  } catch (problem) {
    // What cannot be read is not what its history says.
    if (!(problem instanceof StoreError)) throw problem;
    return 1;
  }
}
