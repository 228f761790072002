/** Everything derived, made anew from the histories; also where it is damaged or gone (R39). */
import { emptyAnew, derivedTables } from '../backup/derived-tables.ts';
import type { DoorName, Store } from '../contract.ts';
import { migrate, type Migration } from '../migrate.ts';
import { casesMigrations, deskMigrations } from '../migrations/all.ts';
import { openMemory, type Sqlite } from '../open-database.ts';
import { insideOf } from '../open-store.ts';

const migrations: Readonly<Record<DoorName, readonly Migration[]>> = { desk: deskMigrations, cases: casesMigrations };

/**
 * Empties every derived table and folds the histories anew. The rows of the cases are then made by the core (office/cases/stale.ts), which has
 * named them stale before.
 */
export function rebuildStates(store: Store): void {
  const { desk, cases } = insideOf(store).databases;
  store.desk.write((tx) => {
    renewTables(desk, 'desk');
    tx.histories.rebuildStates();
  });
  if (store.cases === null || cases === null) return;
  store.cases.write((tx) => {
    renewTables(cases, 'cases');
    tx.histories.rebuildStates();
  });
}

function renewTables(db: Sqlite, door: DoorName): void {
  for (const table of derivedTables[door]) emptyAnew(db, table);
}

/**
 * Makes derived tables that are missing altogether, empty; returns their names. Called before a store prepares its statements: an office must
 * not stay closed for an index.
 */
export function replaceMissingTables(db: Sqlite, door: DoorName): readonly string[] {
  const known = new Set(db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());
  const missing = derivedTables[door].filter((table) => !known.has(table));
  if (missing.length === 0) return [];
  const model = openMemory();
  try {
    migrate(model, migrations[door]);
    const made = model
      .prepare<[string], string>("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'")
      .pluck();
    db.transaction(() => {
      for (const table of missing) {
        for (const sql of made.all(table)) db.exec(sql);
        if (made.all(table)[0]?.includes('USING fts5') === true) db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('secure-delete', 1)`);
      }
    }).immediate();
  } finally {
    model.close();
  }
  return missing;
}
