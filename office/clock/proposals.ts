/** Files somebody wants deleted and nobody confirmed yet, among the settings of the desk: few, and gone with the file. */
import type { DeskTx, Store } from '../../db/contract/store.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { readClock, writeClock, type Deletion } from './settings.ts';

type Kept = Pick<DeskTx, 'settings'>;

export function proposals(tx: Kept): readonly Deletion[] {
  return readClock(tx, 'deletions')?.proposed ?? [];
}

export function keepProposals(tx: Kept, proposed: readonly Deletion[]): void {
  writeClock(tx, 'deletions', { proposed: [...proposed] });
}

/** In the transaction that notes an erasure: a proposal names the file and says why. */
export function dropProposals(tx: Kept, records: readonly RecordId[]): void {
  const all = proposals(tx);
  const left = all.filter(({ caseId }) => !records.includes(caseId));
  if (left.length < all.length) keepProposals(tx, left);
}

/** An older desk that was brought back names files that are forgotten; nobody decides about these any more. */
export function dropForgottenProposals(store: Store): void {
  const forgotten = forgottenAmong(store, store.desk.read(proposals).map(({ caseId }) => caseId));
  if (forgotten.size > 0) store.desk.write((tx) => { dropProposals(tx, [...forgotten]); });
}
