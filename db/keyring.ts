/**
 * The file keys of one door's records, in a database of their own: destroying a key forgets what lies sealed under it, wherever that is.
 *
 * [Note: key first] A key is committed before the first byte sealed under it, in a transaction that the door's own commit waits for.
 * When the door then fails, a key without a record stays behind, which says nothing and harms nobody.
 */
import { keyBytes, randomBytes } from '../shared/crypto/sodium.ts';
import type { RecordId } from '../shared/domain/ids.ts';
import type { Sqlite } from './open-database.ts';

export interface Keyring {
  find(record: RecordId): Uint8Array | undefined;
  /** The record's key, made now when there is none. Only inside a write of the door. */
  findOrMake(record: RecordId): Uint8Array;
  commit(): void;
  rollback(): void;
  close(): void;
}

export function openKeyring(db: Sqlite): Keyring {
  const select = db.prepare<[string], { key: Buffer }>('SELECT key FROM file_keys WHERE record = ?');
  const insert = db.prepare<[string, Uint8Array]>('INSERT INTO file_keys (record, key) VALUES (?, ?)');
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');

  const find = (record: RecordId): Uint8Array | undefined => {
    const row = select.get(record);
    return row === undefined ? undefined : new Uint8Array(row.key);
  };
  return {
    find,
    findOrMake: (record) => {
      const known = find(record);
      if (known !== undefined) return known;
      if (!db.inTransaction) begin.run();
      const key = randomBytes(keyBytes);
      insert.run(record, key);
      return key;
    },
    commit: () => {
      if (db.inTransaction) commit.run();
    },
    rollback: () => {
      if (db.inTransaction) rollback.run();
    },
    close: () => {
      db.close();
    },
  };
}
