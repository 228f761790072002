/** The desk's small tables: what the former file still says of them is newer than the backup. */
import type { Sqlite } from '../open-database.ts';
import { hasTable } from '../has-table.ts';
import { readRows, tolerate } from './tolerant-read.ts';

/** `replace`: the newer row counts. `keep`: a row that is here never changes. */
const tables = [
  ['settings', 'replace'],
  ['staff', 'replace'],
  ['deliveries', 'replace'],
  ['devices', 'keep'],
  ['absences', 'replace'],
  ['distinct_pairs', 'keep'],
] as const;

/** True when every row could be read. */
export function salvageDeskTables(former: Sqlite, restored: Sqlite): boolean {
  return tables.map(([table, rule]) => copyTable(former, restored, table, rule)).every(Boolean);
}

function copyTable(former: Sqlite, restored: Sqlite, table: string, rule: 'replace' | 'keep'): boolean {
  // Made by a later schema than the former file's: there is nothing to bring back.
  if (tolerate(() => !hasTable(former, table))) return true;
  const columns = columnsOf(former, table).filter((column) => columnsOf(restored, table).includes(column));
  if (columns.length === 0) return false;
  const add = restored.prepare(
    `INSERT OR ${rule === 'replace' ? 'REPLACE' : 'IGNORE'} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  return readRows<Record<string, unknown>>(former, table, columns.join(', '), (row) => void add.run(row));
}

function columnsOf(db: Sqlite, table: string): readonly string[] {
  let columns: readonly string[] = [];
  tolerate(() => {
    columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    return true;
  });
  return columns;
}

/** Tombstones, wherever they are found: what was erased once is not brought back. */
export function addTombstones(former: Sqlite, restored: Sqlite): void {
  if (!tolerate(() => hasTable(former, 'erasures'))) return;
  const add = restored.prepare(
    'INSERT INTO erasures (record, tombstone, reason, at, done_at, removed) VALUES (@record, @tombstone, @reason, @at, @done_at, @removed) ON CONFLICT (tombstone) DO NOTHING',
  );
  // A file of an earlier schema counted nothing.
  const said = columnsOf(former, 'erasures').includes('removed') ? 'removed' : 'NULL AS removed';
  readRows<Record<string, unknown>>(former, 'erasures', `record, tombstone, reason, at, done_at, ${said}`, (row) => void add.run(row));
}
