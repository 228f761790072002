/** Older files that somebody accepts: no key that lies sound in a copy is lost, nothing that was erased comes back, and lists are made anew. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { createBackup } from '../../db/backup/create-backup.ts';
import { runRestore } from '../../db/backup/restore-job.ts';
import type { Store } from '../../db/contract/store.ts';
import { erase, listErasures } from '../../db/erase/erase.ts';
import { folderPaths } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { actorOf, casesOf, codeOf, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const at = '2026-03-02T09:15:00Z';

function newCase(store: Store): RecordId {
  const record = newRecord();
  casesOf(store).write((tx) => { tx.histories.create(record, 'case', actorOf(store)); });
  return record;
}

const actsOf = (store: Store, record: RecordId): number => casesOf(store).read((tx) => tx.histories.read(record).length);
const listed = (store: Store): readonly RecordId[] => casesOf(store).read((tx) => tx.histories.ids('case'));

function newOffice() {
  const keys = newKeys();
  const dir = newFolder();
  const store = createStore(dir, keys);
  fs.writeFileSync(folderPaths(dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
  return { keys, dir, store };
}

function restore(dir: string, from: string, name: string, keys: ReturnType<typeof newKeys>): void {
  const copy = copyKeys(keys);
  if (copy.casesKey === null) throw new Error('a slot that opens the cases');
  runRestore({ dir, from, name, at: '2026-03-03T10:00:00Z', keys: { ...copy, casesKey: copy.casesKey } });
}

test('an older keyring takes the keys it lacks from the copies, and nobody is kept out', async () => {
  const { keys, dir, store } = newOffice();
  newCase(store);
  store.close();
  const yesterday = fs.readFileSync(folderPaths(dir).casesKeys);
  const today = reopenStore(dir, keys);
  const fresh = newCase(today);
  await createBackup(today, 'daily', at);
  today.close();
  fs.writeFileSync(folderPaths(dir).casesKeys, yesterday);
  const older = reopenStore(dir, keys);
  expect([older.missing?.cases, codeOf(() => actsOf(older, fresh))]).toEqual([1, 'DATABASE_DAMAGED']);
  older.acceptOlder(actorOf(older));
  expect(actsOf(older, fresh)).toBe(1);
});

test('an older keyring that was accepted without copies is not the truth for a restore that has some', async () => {
  const { keys, dir, store } = newOffice();
  newCase(store);
  store.close();
  const yesterday = fs.readFileSync(folderPaths(dir).casesKeys);
  const today = reopenStore(dir, keys);
  const fresh = newCase(today);
  const { name } = await createBackup(today, 'daily', at);
  today.close();
  const elsewhere = newFolder();
  fs.cpSync(folderPaths(dir).backups, elsewhere, { recursive: true });
  fs.rmSync(folderPaths(dir).backups, { recursive: true });
  fs.writeFileSync(folderPaths(dir).casesKeys, yesterday);
  const older = reopenStore(dir, keys);
  older.acceptOlder(actorOf(older));
  older.close();
  restore(dir, elsewhere, name, keys);
  const again = reopenStore(dir, keys);
  expect([listed(again).length, actsOf(again, fresh)]).toEqual([2, 1]);
});

test('what was erased and lies in all older files is erased again when a backup holds its tombstone', async () => {
  const { keys, dir, store } = newOffice();
  const record = newCase(store);
  const other = newCase(store);
  store.close();
  const paths = folderPaths(dir);
  const files = [paths.desk, paths.cases, paths.deskKeys, paths.casesKeys];
  const yesterday = files.map((file) => fs.readFileSync(file));
  const today = reopenStore(dir, keys);
  erase(today, [record], 'wish', actorOf(today));
  await createBackup(today, 'manual', at);
  today.close();
  for (const [index, file] of files.entries()) fs.writeFileSync(file, yesterday[index] ?? '');
  const older = reopenStore(dir, keys);
  expect(actsOf(older, record)).toBe(1);
  older.acceptOlder(actorOf(older));
  expect([actsOf(older, record), insideOf(older).keyrings.cases?.find(record), actsOf(older, other)]).toEqual([0, undefined, 1]);
  expect(listErasures(older)).toMatchObject([{ reason: 'wish', doneAt: actorOf(older).at }]);
});

test('what was erased and lies in older cases alone is erased again', () => {
  const { keys, dir, store } = newOffice();
  const record = newCase(store);
  store.close();
  const files = [folderPaths(dir).cases, folderPaths(dir).casesKeys];
  const yesterday = files.map((file) => fs.readFileSync(file));
  const today = reopenStore(dir, keys);
  erase(today, [record], 'wish', actorOf(today));
  today.close();
  for (const [index, file] of files.entries()) fs.writeFileSync(file, yesterday[index] ?? '');
  const older = reopenStore(dir, keys);
  older.acceptOlder(actorOf(older));
  expect([actsOf(older, record), insideOf(older).keyrings.cases?.find(record), listed(older)]).toEqual([0, undefined, []]);
});

test('an older file without a derived table can be read, and accepting makes the table anew', () => {
  const { keys, dir, store } = newOffice();
  const record = newCase(store);
  insideOf(store).databases.cases?.exec('DROP TABLE record_states');
  insideOf(store).databases.cases?.exec('DROP TABLE case_words');
  store.close();
  const yesterday = fs.readFileSync(folderPaths(dir).cases);
  const today = reopenStore(dir, keys);
  newCase(today);
  today.close();
  fs.writeFileSync(folderPaths(dir).cases, yesterday);
  const older = reopenStore(dir, keys);
  expect([older.missing !== null, actsOf(older, record), listed(older)]).toEqual([true, 1, []]);
  older.acceptOlder(actorOf(older));
  expect([listed(older), older.desk.read((tx) => tx.settings.read('stale'))]).toEqual([[record], { records: [record] }]);
});
