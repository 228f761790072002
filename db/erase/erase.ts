/** Forgetting a record at the byte (R58): file keys, every row in both doors, free pages, WAL, key copies, what was set aside. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Actor } from '../contract/actor.ts';
import type { ErasureLine, ErasureReason } from '../contract/backup.ts';
import type { DeskTx, Store } from '../contract/store.ts';
import { insideOf } from '../open-store.ts';
import { rewriteKeyCopies } from '../backup/key-copies.ts';
import { holdsTalliesOfForgotten, releaseTalliesIn } from './forget-tallies.ts';
import { removeLeftovers } from './leftovers.ts';
import { addErasures, pendingErasures, readErasures } from './protocol.ts';
import { countRemoved } from './removed.ts';
import { completeErasures, finishErasures, type OnStep } from './steps.ts';
import { rewriteFile } from './rewrite-file.ts';
import { readReasonsByTombstone, readTombstones } from './tombstones.ts';

/**
 * Which ones; asked in the transaction that notes the erasure when whoever erases had to wait for something. What was true before may not be
 * any more, and nothing brings back what was forgotten.
 */
export type Erasable = readonly RecordId[] | (() => readonly RecordId[]);

export interface EraseOptions {
  /** Written in the transaction that notes the erasure: what else names the records. */
  readonly alongside?: (tx: DeskTx, records: readonly RecordId[]) => void;
  readonly onStep?: OnStep;
}

/**
 * Forgets these records for good, in both doors. Those that were erased before are passed over.
 *
 * Returns the lines of the Löschprotokoll that are new. A throw (DISK_FULL, FOLDER_IN_USE …) after the first step leaves the rest to
 * the next call or the next start.
 */
export function erase(
  store: Store,
  which: Erasable,
  reason: ErasureReason,
  actor: Actor,
  { alongside, onStep }: EraseOptions = {},
): readonly ErasureLine[] {
  const inside = insideOf(store);
  const { desk } = inside.databases;
  const numbers = new Set(
    store.desk.write((tx) => {
      const records = typeof which === 'function' ? which() : which;
      alongside?.(tx, records);
      return addErasures(desk, tx, { records, reason, removedOf: countRemoved(store, inside) }, actor);
    }),
  );
  finishErasures(store, inside, actor, onStep);
  return listErasures(store).filter((line) => numbers.has(line.number));
}

/** Notes erasures in a desk transaction of something else, with which they are decided; {@link erase} or the next opening does them. */
export function noteErasures(store: Store, tx: DeskTx, records: readonly RecordId[], reason: ErasureReason, actor: Actor): void {
  const inside = insideOf(store);
  addErasures(inside.databases.desk, tx, { records, reason, removedOf: countRemoved(store, inside) }, actor);
}

/** The Löschprotokoll, newest first. */
export function listErasures(store: Store): readonly ErasureLine[] {
  const { desk } = insideOf(store).databases;
  return store.desk.read(() => readErasures(desk));
}

/** How many erasures have not yet been done on this PC; what only a second place owes is not among them. */
export function countPendingErasures(store: Store): number {
  const { desk } = insideOf(store).databases;
  return store.desk.read(() => pendingErasures(desk)).length;
}

/** Those of `records` that were erased, or are being erased. */
export function forgottenAmong(store: Store, records: Iterable<RecordId>): ReadonlySet<RecordId> {
  const isErased = readTombstones(insideOf(store).databases.desk);
  return store.desk.read(() => new Set([...records].filter((record) => isErased(record))));
}

/** Why the record with this tombstone was erased; null for one that was not. */
export function erasedBecause(store: Store, tombstone: string): ErasureReason | null {
  const { desk } = insideOf(store).databases;
  return store.desk.read(() => readReasonsByTombstone(desk)(tombstone));
}

export function hasTalliesLeft(store: Store): boolean {
  return store.cases !== null && store.missing === null && holdsTalliesOfForgotten(insideOf(store));
}

/** Kurzberatungen that belong to a file which is forgotten already. Outside any transaction; whoever calls has made sure that no backup reads the files. */
export function eraseTalliesLeft(store: Store, actor: Actor): void {
  const inside = insideOf(store);
  const [{ cases: db }, { cases: ring }] = [inside.databases, inside.keyrings];
  if (store.cases === null || db === null || ring === null) return;
  releaseTalliesIn(store.cases, inside, []);
  rewriteFile(ring.db);
  for (const step of rewriteKeyCopies({ dir: store.dir, ...inside }, actor.at)) void step;
  removeLeftovers(store.dir);
  rewriteFile(db);
}

/** Goes on with them, as opening does. */
export function retryErasures(store: Store, at: string): void {
  completeErasures(store, insideOf(store), at);
}
