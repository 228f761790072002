/**
 * The file keys of one door's records, in a database of their own: destroying a key forgets what lies sealed under it, wherever that is.
 *
 * [Note: key first] A key is committed before the first byte sealed under it, in a transaction that the door's own commit waits for.
 * When the door then fails, a key without a record stays behind, which says nothing and harms nobody.
 */
import { keyBytes, randomBytes } from '../shared/crypto/sodium.ts';
import type { RecordId } from '../shared/domain/ids.ts';
import { commitCounter, type CommitCounter } from './commit-counter.ts';
import type { IsErased } from './erase/tombstones.ts';
import { StoreError } from './errors.ts';
import type { Sqlite } from './open-database.ts';

export interface Keyring {
  /** The open connection, for what works on the whole file. */
  readonly db: Sqlite;
  readonly commits: CommitCounter;
  find(record: RecordId): Uint8Array | undefined;
  /**
   * The record's key, made now when there is none. Only inside a write of the door.
   *
   * Throws DATABASE_DAMAGED for a record whose key is lost: under a second key nobody could ever put the first one back.
   */
  findOrMake(record: RecordId): Uint8Array;
  /** Takes the keys of these records away for good. Only inside a write of the door. */
  destroy(records: readonly RecordId[]): void;
  /** Changes what else lies here, see cases/kept-facts.ts. Only inside a write of the door. */
  change(act: (db: Sqlite) => void): void;
  commit(): void;
  rollback(): void;
}

/** `isSealed`: something of the record lies in the door already. */
export function openKeyring(db: Sqlite, isSealed: (record: RecordId) => boolean, isErased: IsErased): Keyring {
  const select = db.prepare<[string], { key: Buffer }>('SELECT key FROM file_keys WHERE record = ?');
  const insert = db.prepare<[string, Uint8Array]>('INSERT INTO file_keys (record, key) VALUES (?, ?)');
  const remove = db.prepare<[string]>('DELETE FROM file_keys WHERE record = ?');
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const commits = commitCounter(db);

  // A frozen keyring shows its next schema in a transaction that is not ours to end (freeze.ts).
  let begun = false;
  const ensureBegun = (): void => {
    if (begun && db.inTransaction) return;
    begin.run();
    begun = true;
  };
  const find = (record: RecordId): Uint8Array | undefined => {
    const row = select.get(record);
    return row === undefined ? undefined : new Uint8Array(row.key);
  };
  return {
    db,
    commits,
    find,
    findOrMake: (record) => {
      const known = find(record);
      if (known !== undefined) return known;
      // Everything that would be kept of a record passes here.
      if (isErased(record)) throw new Error('this record was erased');
      if (isSealed(record)) throw new StoreError('DATABASE_DAMAGED');
      ensureBegun();
      const key = randomBytes(keyBytes);
      insert.run(record, key);
      return key;
    },
    destroy: (records) => {
      ensureBegun();
      for (const record of records) remove.run(record);
    },
    change: (act) => {
      ensureBegun();
      act(db);
    },
    commit: () => {
      if (!begun) return;
      commits.add();
      commit.run();
      begun = false;
    },
    rollback: () => {
      // A full disk rolls back by itself.
      if (begun && db.inTransaction) rollback.run();
      begun = false;
    },
  };
}
