/** Tables made from folded states alone. */
import type { RecordState } from '../shared/history/state.ts';

/** Told of every state in the transaction that stores it, so that no act, merge or rebuild can forget them. */
export interface StateTables {
  save(state: RecordState): void;
}
