/** One transaction over a door's database and its keyring. */
import Database from 'better-sqlite3';
import type { AuditChain } from './audit/audit.ts';
import type { Door } from './contract.ts';
import { guarded } from './errors.ts';
import type { Keyring } from './keyring.ts';
import type { Sqlite } from './open-database.ts';

export interface DoorParts<Tx> {
  readonly db: Sqlite;
  readonly keyring: Keyring;
  readonly tx: Tx;
  readonly audit: AuditChain;
}

export function openDoor<Tx>({ db, keyring, tx, audit }: DoorParts<Tx>): Door<Tx> {
  const begin = db.prepare('BEGIN');
  const beginWrite = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');

  return {
    write: (act) =>
      guarded(() => {
        if (db.inTransaction) throw new Error('a write inside another transaction of the same door');
        beginWrite.run();
        let result;
        try {
          result = act(tx);
          if (result instanceof Promise) throw new Error('a transaction cannot wait for a promise');
          // See [Note: key first].
          keyring.commit();
          commit.run();
        } catch (error) {
          // A full disk rolls back by itself.
          if (db.inTransaction) rollback.run();
          keyring.rollback();
          throw error;
        }
        audit.keepHead();
        return result;
      }),
    read: (look) =>
      guarded(() => {
        if (db.inTransaction) return look(tx);
        begin.run();
        db.pragma('query_only = ON');
        try {
          return look(tx);
        } catch (error) {
          if (error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY')
            throw new Error('a read cannot write', { cause: error });
          throw error;
        } finally {
          db.pragma('query_only = OFF');
          if (db.inTransaction) rollback.run();
          keyring.rollback();
        }
      }),
  };
}
