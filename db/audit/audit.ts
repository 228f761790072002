/** The audit chain of one door, one per device; see [Note: forgettable chain]. */
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import type { Audit, AuditLine, DoorName } from '../contract.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';
import type { ChainHead } from './chain-head.ts';
import { chainStart, makeEntry, openDetails, type AuditRow } from './entry.ts';
import { firstBroken } from './verify.ts';

export interface AuditParts {
  readonly db: Sqlite;
  readonly door: DoorName;
  readonly device: DeviceId;
  readonly keyring: Keyring;
  /** Seals what belongs to no record. */
  readonly officeKey: Uint8Array;
  readonly head: ChainHead;
  /** A new chain, not one that was here before. */
  readonly begin: boolean;
}

export interface AuditChain extends Audit {
  /** Keeps the head outside the database; called after each commit. */
  keepHead(): void;
}

export function openAudit({ db, door, device, keyring, officeKey, head, begin }: AuditParts): AuditChain {
  const insert = db.prepare(`
    INSERT INTO audit (device, sequence, previous, at, user, action, record, commitment, sealed, hash)
    VALUES (@device, @sequence, @previous, @at, @user, @action, @record, @commitment, @sealed, @hash)`);
  const last = db.prepare<[string], Pick<AuditRow, 'sequence' | 'hash'>>(
    'SELECT sequence, hash FROM audit WHERE device = ? ORDER BY sequence DESC LIMIT 1',
  );
  const newest = db.prepare<[number], AuditRow>('SELECT * FROM audit ORDER BY at DESC, sequence DESC LIMIT ?');
  const ofRecord = db.prepare<[string, number], AuditRow>(
    'SELECT * FROM audit WHERE record = ? ORDER BY at DESC, sequence DESC LIMIT ?',
  );
  const chain = db.prepare<[string], AuditRow>('SELECT * FROM audit WHERE device = ? ORDER BY sequence');
  const count = db.prepare<[], number>('SELECT count(*) FROM audit').pluck();
  const hashAt = db.prepare<[string, number], string>('SELECT hash FROM audit WHERE device = ? AND sequence = ?').pluck();
  if (begin) head.save({ sequence: 0, hash: chainStart });
  const kept = head.read();
  const headHolds = kept !== null && (kept.sequence === 0 ? chainStart : hashAt.get(device, kept.sequence)) === kept.hash;
  let written = false;

  const keyOf = (record: RecordId | null): Uint8Array | undefined => (record === null ? officeKey : keyring.find(record));
  const toLine = (row: AuditRow): AuditLine => {
    const key = keyOf(row.record);
    const { sequence, at, user, action, record } = row;
    return { sequence, at, user, action, record, details: key === undefined ? null : openDetails(door, row, key) };
  };
  return {
    write: (entry, actor) => {
      if (actor.device !== device) throw new Error('a chain is written by its own PC');
      const before = last.get(device);
      const place = { door, sequence: (before?.sequence ?? 0) + 1, previous: before?.hash ?? chainStart };
      const key = entry.record === null ? officeKey : keyring.findOrMake(entry.record);
      insert.run(makeEntry(place, entry, actor, key));
      written = true;
    },
    verify: () => ({ door, entries: count.get() ?? 0, brokenAt: firstBroken(door, chain.all(device), keyOf, head.read()) }),
    read: ({ record, limit }) => (record === null ? newest.all(limit) : ofRecord.all(record, limit)).map(toLine),
    keepHead: () => {
      if (!written || !headHolds) return;
      written = false;
      const now = last.get(device);
      if (now !== undefined) head.save(now);
    },
  };
}
