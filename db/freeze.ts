/** A database that can be read and never changes on the disk, also when its schema is older than the statements that read it. */
import { migrate, schemaOf, type Migration } from './migrate.ts';
import type { Sqlite } from './open-database.ts';

/**
 * [Note: tomorrow's schema] Migrations are run in one transaction that is never committed: this connection reads today's schema, the
 * file keeps its own. Another connection has to be open on the file until after this one has closed, see look.ts.
 *
 * Returns what ends it.
 */
export function freeze(db: Sqlite, migrations: readonly Migration[]): () => void {
  // Else a long transaction would write unfinished pages to the WAL.
  db.pragma('cache_spill = OFF');
  if (schemaOf(db) === migrations.length) db.pragma('query_only = ON');
  else {
    db.exec('BEGIN IMMEDIATE');
    migrate(db, migrations);
  }
  return () => {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('query_only = OFF');
    db.pragma('cache_spill = ON');
  };
}
