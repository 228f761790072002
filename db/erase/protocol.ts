/** The Löschprotokoll: when how many records were forgotten and why, never whose they were. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Actor } from '../contract/actor.ts';
import type { ErasureLine, ErasureReason, Removed } from '../contract/backup.ts';
import type { DeskTx } from '../contract/store.ts';
import { hasSecondPlace } from '../backup/second-place.ts';
import type { Sqlite } from '../open-database.ts';
import { forgetNames } from './forget-names.ts';
import { readRemoved } from './removed.ts';
import { tombstoneOf } from './tombstones.ts';

export interface Pending {
  readonly number: number;
  readonly record: RecordId;
  readonly reason: ErasureReason;
}

export interface NewErasures {
  readonly records: readonly RecordId[];
  readonly reason: ErasureReason;
  readonly removedOf: (record: RecordId) => Removed | null;
}

/**
 * Notes the records with their tombstones; returns the numbers of those that were not noted before.
 *
 * In the order of the tombstones, which is none: of several forgotten together nobody tells which line is whose.
 */
export function addErasures(db: Sqlite, tx: DeskTx, { records, reason, removedOf }: NewErasures, actor: Actor): readonly number[] {
  const known = db.prepare<[string]>('SELECT 1 FROM erasures WHERE tombstone = ?').pluck();
  const insert = db
    .prepare<[string, string, string, string, string], number>(
      'INSERT INTO erasures (record, tombstone, reason, at, removed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (tombstone) DO NOTHING RETURNING number',
    )
    .pluck();
  const numbers = records
    .map((record) => ({ record, tombstone: tombstoneOf(record) }))
    .filter(({ tombstone }) => known.get(tombstone) === undefined)
    .sort((a, b) => (a.tombstone < b.tombstone ? -1 : 1))
    .map(({ record, tombstone }) => insert.get(record, tombstone, reason, actor.at, JSON.stringify(removedOf(record))))
    .filter((number) => number !== undefined);
  for (const number of numbers) tx.audit.write({ action: 'record.erase', record: null, details: { number, reason } }, actor);
  return numbers;
}

export function pendingErasures(db: Sqlite): readonly Pending[] {
  return db
    .prepare<[], Pending>('SELECT number, record, reason FROM erasures WHERE done_at IS NULL AND record IS NOT NULL ORDER BY number')
    .all();
}

/** From here on nobody can tell whose the line is. With a second place for backups it has no end before that has let go, too. */
export function closeErasures(db: Sqlite, tx: DeskTx, pending: readonly Pending[], actor: Actor): void {
  const close = db.prepare<[string | null, number]>('UPDATE erasures SET record = NULL, done_at = ? WHERE number = ?');
  const owed = hasSecondPlace(tx);
  forgetNames(db, tx, pending.map(({ record }) => record));
  for (const { number, reason } of pending) {
    close.run(owed ? null : actor.at, number);
    if (owed) continue;
    tx.audit.write({ action: 'record.erased', record: null, details: { number, reason } }, actor);
  }
}

export function readErasures(db: Sqlite): readonly ErasureLine[] {
  return db
    .prepare<[], Omit<ErasureLine, 'removed'> & { readonly removed: string | null }>('SELECT number, at, reason, removed, done_at AS doneAt FROM erasures ORDER BY number DESC')
    .all()
    .map((line) => ({ ...line, removed: readRemoved(line.removed) }));
}
