/**
 * Which tables are made out of others. Everything else is the truth: a test says so of every table there is, so that a new one is
 * put into one of the two lists.
 */
import type { DoorName } from '../contract/actor.ts';
import type { Sqlite } from '../open-database.ts';

/** Made from the histories; can be dropped at any time. FTS tables bring their shadow tables along. */
export const derivedTables: Readonly<Record<DoorName, readonly string[]>> = {
  desk: ['record_states', 'cards', 'card_names', 'appointments'],
  cases: [
    'record_states',
    'case_rows',
    'dues',
    'clock_rows',
    'case_texts',
    'case_names',
    'case_words',
    'words_due',
    'tallies',
    'monitoring_tallies',
    'alike_people',
    'alike_keys',
  ],
};

/**
 * Facts of living cases are derived, too; a row without a link belongs to nobody any more, and nobody makes it again. No backup holds any: see
 * [Note: kept facts].
 */
export const partlyDerivedTables: Readonly<Record<DoorName, readonly string[]>> = {
  desk: [],
  cases: ['monitoring_case_years', 'fact_links'],
};

/** What nobody could make again. */
export const trueTables: Readonly<Record<DoorName, readonly string[]>> = {
  desk: [
    'intents',
    'attachments',
    'audit',
    'commits',
    'sequence_floors',
    'erasures',
    'this_device',
    'devices',
    'settings',
    'staff',
    'deliveries',
    'absences',
    'distinct_pairs',
  ],
  cases: ['intents', 'attachments', 'audit', 'commits', 'sequence_floors'],
};

/** Empties everything derived of a database no process works with, and gives the pages back. */
export function stripDerived(db: Sqlite, door: DoorName): void {
  db.transaction(() => {
    for (const table of [...derivedTables[door], ...partlyDerivedTables[door]]) emptyAnew(db, table);
  }).immediate();
  db.exec('VACUUM');
}

/**
 * Drops a table with its indexes and makes it again as it was: also where what its rows say is wrong. Where a page of it cannot be read it
 * throws DATABASE_DAMAGED: SQLite reads every page it frees. Then a restore is the way on; it brings back everything that can be read.
 */
export function emptyAnew(db: Sqlite, table: string): void {
  const made = statementsOf(db, table);
  if (made.length === 0) return;
  db.exec(`DROP TABLE ${table}`);
  makeTable(db, table, made);
}

/** What makes a table and its indexes as they are in `db`; nothing for one that is not there. */
export function statementsOf(db: Sqlite, table: string): readonly string[] {
  return db
    .prepare<[string], string>("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'")
    .pluck()
    .all(table);
}

export function makeTable(db: Sqlite, table: string, statements: readonly string[]): void {
  for (const sql of statements) db.exec(sql);
  // Without it deleted words stay in the shadow tables; the setting lies in one of them, and so in no statement.
  if (statements[0]?.includes('USING fts5') === true) db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('secure-delete', 1)`);
}
