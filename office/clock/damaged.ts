/**
 * A file whose history cannot be read any more still has its day: the row beside it was made while it could be. Lotse does nothing with it by itself, because
 * a backup may bring it back; it says that there is one, and the head has it forgotten once its day has come.
 */
import { storeCodeOf } from '../../db/errors.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import type { ClockVerdict } from '../../shared/clock/types.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CasesContext } from '../context.ts';
import { safetyOf } from '../safety/state.ts';
import { clockOffice } from './guard.ts';
import { filesUntil } from './preview.ts';

/** It is on the list and not to be read. Remembered, for the start page. */
export function isDamaged({ cases, store, office }: CasesContext, record: RecordId): boolean {
  const { unreadable } = safetyOf(office);
  if (!cases.read((tx) => tx.projections.findRow(record) !== undefined) || forgottenAmong(store, [record]).has(record)) return false;
  try {
    if (cases.read((tx) => tx.histories.find(record)) !== undefined) return false;
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
  }
  unreadable.add(record);
  return true;
}

/** Of these, how many are known not to be readable. */
export function damagedAmong({ office }: CasesContext, records: readonly RecordId[]): number {
  const { unreadable } = safetyOf(office);
  return records.filter((record) => unreadable.has(record)).length;
}

/** What the row beside it says today; null: nothing is due. */
export function lastKnown(context: CasesContext, record: RecordId): ClockVerdict | null {
  return filesUntil(context, clockOffice(context), 0).find((file) => file.record === record)?.verdict ?? null;
}
