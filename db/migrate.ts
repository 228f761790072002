/** Numbered steps from any earlier schema to today's; never backwards. */
import { StoreError } from './errors.ts';
import type { Sqlite } from './open-database.ts';

export interface Migration {
  /** From 1, without gaps; the database's `user_version` after it. */
  readonly number: number;
  readonly sql: string;
}

/** Number of the last migration a database has seen; 0 for a new one. */
export function schemaOf(db: Sqlite): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the schema up to date, each step in a transaction of its own, or all in the one that is open.
 *
 * Throws DATABASE_NEWER before anything is written when a later version of Lotse has been here.
 */
export function migrate(db: Sqlite, migrations: readonly Migration[]): void {
  const current = schemaOf(db);
  if (current > migrations.length) throw new StoreError('DATABASE_NEWER');
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) throw new Error(`migration ${String(migration.number)} is out of order`);
    if (migration.number <= current) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${String(migration.number)}`);
    }).immediate();
  }
}
