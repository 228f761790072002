/** Whether the full text indexes say what the texts they were made of say. */
import { hasTable } from '../has-table.ts';
import type { Sqlite } from '../open-database.ts';

export const searchTables = ['case_names', 'case_words'] as const;

/**
 * FTS5 compares; asked by this pragma it only reads, so that nobody who saves waits for it.
 *
 * [Note: asked first] The pragma goes by what this connection knows of the index and does not notice what another one wrote since; a
 * search notices. So one search goes before it, and both read the same moment. What is found is all the same.
 */
export function searchHolds(db: Sqlite, table: (typeof searchTables)[number]): boolean {
  return db.transaction(() => {
    if (!hasTable(db, table)) return false;
    db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH 'a' LIMIT 1`).get();
    return db.pragma(`integrity_check(${table})`, { simple: true }) === 'ok';
  })();
}
