/** What a check reads while somebody saves: connections of its own, each answer out of one moment. */
import { afterAll, expect, test } from 'vitest';
import { checkRecord } from '../../../db/check/check-record.ts';
import { searchHolds, searchTables } from '../../../db/check/check-search.ts';
import type { Store } from '../../../db/contract/store.ts';
import { folderPaths } from '../../../db/folder.ts';
import { recordStates } from '../../../db/histories/record-states.ts';
import { openDatabase, type Sqlite } from '../../../db/open-database.ts';
import { insideOf } from '../../../db/open-store.ts';
import { actorOf, casesOf, createStore, newFolder, newKeys, newRecord } from '../folders.ts';

const open: Sqlite[] = [];
afterAll(() => { for (const db of open) db.close(); });

/** An office, and a second connection to its cases, as the thread of a check has one. */
function watched(): { readonly store: Store; readonly db: Sqlite } {
  const keys = newKeys();
  const store = createStore(newFolder(), keys);
  const db = openDatabase(folderPaths(store.dir).cases, keys.casesKey ?? new Uint8Array(), { create: false });
  open.push(db);
  return { store, db };
}

test('the search holds, also where somebody saved since this connection looked before', () => {
  const { store, db } = watched();
  const save = (row: number): void => {
    casesOf(store).write(() => {
      for (const table of searchTables) {
        insideOf(store).databases.cases?.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`).run(row, `Zora${String(row)}`);
      }
    });
  };
  save(1);
  expect(searchTables.map((table) => searchHolds(db, table))).toEqual([true, true]);
  save(2);
  expect(searchTables.map((table) => searchHolds(db, table))).toEqual([true, true]);
});

test('a record says what its history says, also where somebody answers between the two looks', () => {
  const { store, db } = watched();
  const record = newRecord();
  casesOf(store).write((tx) => { tx.histories.create(record, 'case', actorOf(store)); });
  const key = insideOf(store).keyrings.cases?.db.prepare<[string], Buffer>('SELECT key FROM file_keys WHERE record = ?').pluck().get(record);
  const field = 'person.first_name';
  let answered = false;
  const answer = checkRecord({
    door: 'cases',
    db,
    record,
    key: key ?? new Uint8Array(),
    // Asked for after the rows of the history were read.
    findPublicKey: () => {
      if (!answered) casesOf(store).write((tx) => { tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field, value: 'Zora', base: [] }], actorOf(store)); });
      answered = true;
      return store.devicePublicKey;
    },
    states: recordStates(db),
  });
  expect([answered, answer]).toEqual([true, { history: true, state: true }]);
});
