/** Whether rows, dates, words and facts of the cases are what their histories say. */
import { setImmediate } from 'node:timers/promises';
import { caseDigest } from '../../db/check/derived-digest.ts';
import { StoreError } from '../../db/errors.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { projectAnew } from '../cases/stale.ts';

/** Cases compared without a pause: a save waits for one batch at most, and comes before or after it, never in between. */
const batch = 25;

/**
 * Projects every case anew, in place; afterwards what can be read is right. Returns how many were different or cannot be read.
 *
 * In a store that must not be written nothing is looked at. Throws LOCKED when the office is locked meanwhile.
 */
export async function compareProjections(context: OfficeContext, office: OpenOffice): Promise<number> {
  const { cases } = office.store;
  if (cases === null || office.store.missing !== null) return 0;
  const records = cases.read((tx) => tx.histories.ids('case'));
  let wrong = 0;
  for (let at = 0; at < records.length; at += batch) {
    await setImmediate();
    if (context.session.open !== office) throw new StoreError('LOCKED');
    wrong += compareBatch(context, office, records.slice(at, at + batch));
  }
  return wrong;
}

function compareBatch(context: OfficeContext, office: OpenOffice, records: readonly RecordId[]): number {
  try {
    // Words that were left for later are no difference.
    office.store.cases?.write((tx) => tx.projections.settleWords(Number.MAX_SAFE_INTEGER));
    const digest = caseDigest(office.store);
    const before = records.map(digest);
    const unreadable = new Set(projectAnew(context, office, records, 'kept'));
    return records.filter((record, index) => unreadable.has(record) || digest(record) !== before[index]).length;
  } catch (problem) {
    // What cannot be read is not what its history says.
    if (!(problem instanceof StoreError)) throw problem;
    return records.length;
  }
}
