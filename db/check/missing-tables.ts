/** Derived tables that are gone altogether (R39). */
import { derivedTables, emptyAnew, makeTable, statementsOf } from '../backup/derived-tables.ts';
import type { DoorName } from '../contract/actor.ts';
import { migrate, type Migration } from '../migrate.ts';
import { casesMigrations, deskMigrations } from '../migrations/all.ts';
import { openMemory, type Sqlite } from '../open-database.ts';

const migrations: Readonly<Record<DoorName, readonly Migration[]>> = { desk: deskMigrations, cases: casesMigrations };

export function missingTables(db: Sqlite, door: DoorName): readonly string[] {
  const known = new Set(db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());
  return derivedTables[door].filter((table) => !known.has(table));
}

/**
 * Makes derived tables that are missing altogether and empties the others; returns the names of the missing ones. Called before a store
 * prepares its statements: an office must not stay closed for an index.
 */
export function replaceMissingTables(db: Sqlite, door: DoorName): readonly string[] {
  const missing = missingTables(db, door);
  if (missing.length === 0) return [];
  const model = openMemory();
  try {
    migrate(model, migrations[door]);
    db.transaction(() => {
      // They go together: rows of one say under which number the other keeps its words.
      for (const table of derivedTables[door]) if (!missing.includes(table)) emptyAnew(db, table);
      for (const table of missing) makeTable(db, table, statementsOf(model, table));
    }).immediate();
  } finally {
    model.close();
  }
  return missing;
}
