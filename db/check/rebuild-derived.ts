/** Everything derived, made anew from the histories; also where it is wrong or gone (R39). A page nobody can read needs a restore: see `emptyAnew`. */
import type { RecordId } from '../../shared/domain/ids.ts';
import { emptyAnew, derivedTables } from '../backup/derived-tables.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Store } from '../contract/store.ts';
import type { Sqlite } from '../open-database.ts';
import { insideOf } from '../open-store.ts';

/**
 * Whose rows are made from histories: nobody's behind a slot that opens the desk only. Asked of the histories, because what is derived may be
 * damaged; cards that cannot be read are named, too, so that their number is said.
 */
export function recordsWithRows(store: Store): readonly RecordId[] {
  const { desk, cases } = insideOf(store).databases;
  if (cases === null) return [];
  const recordsIn = (db: Sqlite) => db.prepare<[], RecordId>('SELECT DISTINCT record FROM intents').pluck().all();
  return [...new Set([...recordsIn(cases), ...recordsIn(desk)])];
}

/**
 * Empties every derived table and folds the histories anew. The rows of the cases are then made by the core (office/cases/stale.ts), which
 * has named them stale before. Throws DATABASE_DAMAGED, with nothing changed in that door, where a page cannot be read.
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
