/** The audit chain of one door, one per device; see [Note: forgettable chain]. */
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Audit, AuditLine } from '../contract/audit.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';
import type { Head } from './chain-head.ts';
import { chainStart, makeEntry, openDetails, type AuditRow } from './entry.ts';
import { firstBroken } from './verify.ts';

export interface AuditParts {
  readonly db: Sqlite;
  readonly door: DoorName;
  readonly device: DeviceId;
  readonly keyring: Keyring;
  /** Seals what belongs to no record. */
  readonly officeKey: Uint8Array;
  /** What the head outside the database says; null when it cannot be read. */
  readonly readHead: () => Head | null;
}

export type ChainEnd = Pick<Head, 'sequence' | 'hash'>;

export interface AuditChain extends Audit {
  /** The last link in the database. */
  end(): ChainEnd;
}

export function openAudit({ db, door, device, keyring, officeKey, readHead }: AuditParts): AuditChain {
  const insert = db.prepare(`
    INSERT INTO audit (device, sequence, previous, at, user, action, record, commitment, sealed, hash)
    VALUES (@device, @sequence, @previous, @at, @user, @action, @record, @commitment, @sealed, @hash)`);
  const last = db.prepare<[string], ChainEnd>(
    'SELECT sequence, hash FROM audit WHERE device = ? ORDER BY sequence DESC LIMIT 1',
  );
  // By the order of storing: clocks of office PCs run wrong, and backwards.
  const newest = db.prepare<[number], AuditRow>('SELECT * FROM audit ORDER BY rowid DESC LIMIT ?');
  const ofRecord = db.prepare<[string, number], AuditRow>('SELECT * FROM audit WHERE record = ? ORDER BY rowid DESC LIMIT ?');
  const inTime = db.prepare<[string, string, number], AuditRow>('SELECT * FROM audit WHERE at >= ? AND at < ? ORDER BY rowid DESC LIMIT ?');
  const chain = db.prepare<[string], AuditRow>('SELECT * FROM audit WHERE device = ? ORDER BY sequence');
  const count = db.prepare<[], number>('SELECT count(*) FROM audit').pluck();

  const end = (): ChainEnd => last.get(device) ?? { sequence: 0, hash: chainStart };
  const keyOf = (record: RecordId | null): Uint8Array | undefined => (record === null ? officeKey : keyring.find(record));
  const toLine = (row: AuditRow): AuditLine => {
    const key = keyOf(row.record);
    const { sequence, at, user, action, record } = row;
    return { sequence, at, user, action, record, details: key === undefined ? null : openDetails(door, row, key) };
  };
  return {
    end,
    write: (entry, actor) => {
      if (actor.device !== device) throw new Error('a chain is written by its own PC');
      const before = end();
      const place = { door, sequence: before.sequence + 1, previous: before.hash };
      const key = entry.record === null ? officeKey : keyring.findOrMake(entry.record);
      insert.run(makeEntry(place, entry, actor, key));
    },
    verify: () => ({ door, entries: count.get() ?? 0, brokenAt: firstBroken(door, chain.all(device), keyOf, readHead()) }),
    between: ({ from, until, limit }) => inTime.all(from, until, limit).map(toLine),
    read: ({ record, limit }) => (record === null ? newest.all(limit) : ofRecord.all(record, limit)).map(toLine),
  };
}
