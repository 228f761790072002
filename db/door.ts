/** One transaction over a door's database and its keyring. */
import type { CommitCounter } from './commit-counter.ts';
import type { Door } from './contract/store.ts';
import { guarded, storeCodeOf } from './errors.ts';
import type { Keyring } from './keyring.ts';
import type { Sqlite } from './open-database.ts';

export interface DoorParts<Tx> {
  readonly db: Sqlite;
  readonly keyring: Keyring;
  readonly commits: CommitCounter;
  readonly tx: Tx;
  /** Throws while nothing may be written. */
  readonly assertWritable: () => void;
  /** Makes room, so that the next try succeeds; see reserve.ts. */
  readonly onDiskFull: () => void;
  /** After each commit: keeps the head outside the database. */
  readonly saveHead: () => void;
}

export function openDoor<Tx>({ db, keyring, commits, tx, assertWritable, onDiskFull, saveHead }: DoorParts<Tx>): Door<Tx> {
  const begin = db.prepare('BEGIN');
  const beginWrite = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  // Not `query_only`: setting it makes SQLite compile every statement again.
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();

  return {
    write: (act) =>
      guarded(() => {
        assertWritable();
        if (db.inTransaction) throw new Error('a write inside another transaction of the same door');
        beginWrite.run();
        let result;
        try {
          result = act(tx);
          if (result instanceof Promise) throw new Error('a transaction cannot wait for a promise');
          commits.add();
          // See [Note: key first].
          keyring.commit();
          commit.run();
        } catch (error) {
          // A full disk rolls back by itself.
          if (db.inTransaction) rollback.run();
          keyring.rollback();
          if (storeCodeOf(error) === 'DISK_FULL') onDiskFull();
          throw error;
        }
        saveHead();
        return result;
      }),
    read: (look) =>
      guarded(() => {
        // Also in a frozen database that shows its next schema, see freeze.ts.
        if (db.inTransaction) return look(tx);
        begin.run();
        const before = changes.get();
        try {
          const result = look(tx);
          if (changes.get() !== before) throw new Error('a read cannot write');
          return result;
        } finally {
          if (db.inTransaction) rollback.run();
          keyring.rollback();
        }
      }),
  };
}
