import type { Sqlite } from './open-database.ts';

/** Also in a file of an older schema, or one that is damaged, where a table may not be there. */
export function hasTable(db: Sqlite, table: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?').get('table', table) !== undefined;
}
