/**
 * What stays of a forgotten record: SHA-256 of its random id, which says nothing to whoever does not know the id, and tells everybody who
 * brings the record back that it is not to come back (R59).
 */
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { ErasureReason } from '../contract/backup.ts';
import type { Sqlite } from '../open-database.ts';

/** Whether a record was erased, or is being erased. */
export type IsErased = (record: RecordId) => boolean;

export function tombstoneOf(record: RecordId): string {
  return sha256Hex(record);
}

/** `desk`: the tombstones of both doors lie there. */
export function readTombstones(desk: Sqlite): IsErased {
  const find = desk.prepare<[string]>('SELECT 1 FROM erasures WHERE tombstone = ?').pluck();
  return (record) => find.get(tombstoneOf(record)) !== undefined;
}

/** Why a record was erased; null for one that was not. */
export function readReasons(desk: Sqlite): (record: RecordId) => ErasureReason | null {
  const reasonOf = readReasonsByTombstone(desk);
  return (record) => reasonOf(tombstoneOf(record));
}

/** The same of whom only the tombstone is known. */
export function readReasonsByTombstone(desk: Sqlite): (tombstone: string) => ErasureReason | null {
  const find = desk.prepare<[string], ErasureReason>('SELECT reason FROM erasures WHERE tombstone = ?').pluck();
  return (tombstone) => find.get(tombstone) ?? null;
}
