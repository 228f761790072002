/** Whether rows, dates, words and facts of the cases are what their histories say. */
import { setImmediate } from 'node:timers/promises';
import { derivedDigest } from '../../db/check/derived-digest.ts';
import { StoreError } from '../../db/errors.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { projectAnew } from '../cases/stale.ts';

/** Cases per transaction: a save waits for one batch at most. */
const batch = 25;

/**
 * Projects every case anew, in place, and says whether anything was different; afterwards it is right. 0: nothing was.
 *
 * In a store that must not be written nothing is looked at.
 */
export async function compareProjections(context: OfficeContext, office: OpenOffice): Promise<number> {
  const { cases } = office.store;
  if (cases === null || office.store.missing !== null) return 0;
  while (cases.write((tx) => tx.projections.settleWords(batch)) > 0) {
    await setImmediate();
    if (context.session.open !== office) return 0;
  }
  const before = digest(office);
  const records = cases.read((tx) => tx.histories.ids('case'));
  for (let at = 0; at < records.length; at += batch) {
    await setImmediate();
    if (context.session.open !== office) return 0;
    try {
      if (projectAnew(context, office, records.slice(at, at + batch), 'kept').length > 0) return 1;
    } catch (problem) {
      if (!(problem instanceof StoreError)) throw problem;
      return 1;
    }
  }
  return before !== null && before === digest(office) ? 0 : 1;
}

function digest({ store }: OpenOffice): string | null {
  try {
    return derivedDigest(store).cases;
  } catch (problem) {
    if (!(problem instanceof StoreError)) throw problem;
    return null;
  }
}
