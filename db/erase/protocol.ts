/** The Löschprotokoll: when how many records were forgotten and why, never whose they were. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Actor } from '../contract/actor.ts';
import type { ErasureLine, ErasureReason } from '../contract/backup.ts';
import type { DeskTx } from '../contract/store.ts';
import { hasSecondPlace } from '../backup/second-place.ts';
import type { Sqlite } from '../open-database.ts';
import { forgetNames } from './forget-names.ts';
import { tombstoneOf } from './tombstones.ts';

export interface Pending {
  readonly number: number;
  readonly record: RecordId;
  readonly reason: ErasureReason;
}

/** Notes the records with their tombstones; returns the numbers of those that were not noted before. */
export function addErasures(db: Sqlite, tx: DeskTx, records: readonly RecordId[], reason: ErasureReason, actor: Actor): readonly number[] {
  const insert = db
    .prepare<[string, string, string, string], number>(
      'INSERT INTO erasures (record, tombstone, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT (tombstone) DO NOTHING RETURNING number',
    )
    .pluck();
  const numbers = records.map((record) => insert.get(record, tombstoneOf(record), reason, actor.at)).filter((number) => number !== undefined);
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
  forgetNames(tx, pending.map(({ record }) => record));
  for (const { number, reason } of pending) {
    close.run(owed ? null : actor.at, number);
    if (owed) continue;
    tx.audit.write({ action: 'record.erased', record: null, details: { number, reason } }, actor);
  }
}

export function readErasures(db: Sqlite): readonly ErasureLine[] {
  return db
    .prepare<[], ErasureLine>('SELECT number, at, reason, done_at AS doneAt FROM erasures ORDER BY number DESC')
    .all();
}
