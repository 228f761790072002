/** Everything derived, made anew from the histories; also where it is damaged or gone (R39). */
import { emptyAnew, derivedTables } from '../backup/derived-tables.ts';
import type { DoorName, Store } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';
import { insideOf } from '../open-store.ts';

/**
 * Empties every derived table and folds the histories anew. The rows of the cases are then made by the core (office/cases/stale.ts), which
 * has named them stale before.
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
