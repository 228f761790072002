/** A database that can be read and never changes on the disk, also when its schema is older than the statements that read it. */
import { missingTables, replaceMissingTables } from './check/missing-tables.ts';
import type { DoorName } from './contract/actor.ts';
import { migrate, schemaOf, type Migration } from './migrate.ts';
import type { Sqlite } from './open-database.ts';

/**
 * [Note: tomorrow's schema] Migrations are run in one transaction that is never committed: this connection reads today's schema, the
 * file keeps its own. Derived tables that are gone are there in it, and empty. Another connection has to be open on the file until after
 * this one has closed, see look.ts.
 *
 * `door`: null for a keyring, in which nothing is derived. Returns what ends it.
 */
export function freeze(db: Sqlite, migrations: readonly Migration[], door: DoorName | null): () => void {
  // Else a long transaction would write unfinished pages to the WAL.
  db.pragma('cache_spill = OFF');
  const hasAllTables = door === null || missingTables(db, door).length === 0;
  if (schemaOf(db) === migrations.length && hasAllTables) db.pragma('query_only = ON');
  else {
    db.exec('BEGIN IMMEDIATE');
    migrate(db, migrations);
    if (door !== null) replaceMissingTables(db, door);
  }
  return () => {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('query_only = OFF');
    db.pragma('cache_spill = ON');
  };
}
