/** The desk's small tables: what the former file still says of them is newer than the backup. */
import type { Sqlite } from '../open-database.ts';
import { hasTable } from '../has-table.ts';
import { readKeyed, readRows, tolerate } from './tolerant-read.ts';

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
    'INSERT INTO erasures (record, tombstone, reason, at, done_at) VALUES (@record, @tombstone, @reason, @at, @done_at) ON CONFLICT (tombstone) DO NOTHING',
  );
  readRows<Record<string, unknown>>(former, 'erasures', 'record, tombstone, reason, at, done_at', (row) => void add.run(row));
}

/**
 * Rows of forgotten people that still count: nobody can make them again. Where the former table can be read to its end, it is the truth:
 * rows of a year that was closed meanwhile do not come back.
 */
export function salvageUnlinkedFacts(former: Sqlite, restored: Sqlite): boolean {
  if (!tolerate(() => hasTable(former, 'monitoring_case_years') && hasTable(former, 'fact_links'))) return false;
  const rows: Record<string, unknown>[] = [];
  const linked = new Set<string>();
  const linksRead = readKeyed<{ row_id: Buffer }>(former, 'fact_links', 'row_id', 'record', (row) => linked.add(row.row_id.toString('hex')));
  const factsRead = readKeyed<Record<string, unknown> & { row_id: Buffer }>(
    former,
    'monitoring_case_years',
    'row_id, year, codes, key_named, key_sums',
    'row_id',
    (row) => rows.push(row),
  );
  // Without all links nobody can tell whose a row is: those of living cases would count twice.
  if (!linksRead) return false;
  const add = restored.prepare(
    'INSERT INTO monitoring_case_years (row_id, year, codes, key_named, key_sums) VALUES (@row_id, @year, @codes, @key_named, @key_sums) ON CONFLICT DO NOTHING',
  );
  if (factsRead) restored.exec('DELETE FROM monitoring_case_years');
  for (const row of rows) if (!linked.has((row['row_id'] as Buffer).toString('hex'))) add.run(row);
  return factsRead;
}
