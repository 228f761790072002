/** One transaction over a door's database and its keyring. */
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
  // Not `query_only`: setting it makes SQLite compile every statement again.
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();

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
