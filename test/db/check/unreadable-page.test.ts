/** A page of a derived table that cannot be read: nothing makes it anew in place, and a restore brings everything back. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { runRestore } from '../../../db/backup/restore-job.ts';
import { rebuildStates } from '../../../db/check/rebuild-derived.ts';
import { erase, listErasures } from '../../../db/erase/erase.ts';
import { folderPaths } from '../../../db/folder.ts';
import { insideOf } from '../../../db/open-store.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import { errorTexts } from '../../../shared/messages/errors.ts';
import { actorOf, casesOf, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const field = 'case.anything';

/** Forty cases, each with an answer from before the backup and one that came later; a leaf of `record_states` has lost a bit. */
async function spoiltOffice() {
  const keys = newKeys();
  const dir = newFolder();
  const store = createStore(dir, keys);
  fs.writeFileSync(folderPaths(dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
  const records = Array.from({ length: 40 }, newRecord);
  const answer = (value: string): void => {
    casesOf(store).write((tx) => {
      for (const record of records) tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field, value, base: [] }], actorOf(store));
    });
  };
  casesOf(store).write((tx) => { for (const record of records) tx.histories.create(record, 'case', actorOf(store)); });
  answer('gesichert');
  const { name } = await createBackup(store, 'daily', '2026-03-02T09:15:00Z');
  answer('danach');
  const leaf = insideOf(store).databases.cases?.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'record_states' AND pagetype = 'leaf' ORDER BY pageno").pluck().get() ?? 0;
  store.close();
  const file = fs.openSync(folderPaths(dir).cases, 'r+');
  const at = (leaf - 1) * 4096 + 2000;
  const byte = Buffer.alloc(1);
  fs.readSync(file, byte, 0, 1, at);
  fs.writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at);
  fs.closeSync(file);
  return { dir, keys, records, backup: name };
}

function restored(dir: string, keys: SlotKeys, backup: string) {
  const copy = copyKeys(keys);
  if (copy.casesKey === null) throw new Error('a head opens both doors');
  runRestore({ dir, from: folderPaths(dir).backups, name: backup, at: '2026-03-03T10:00:00Z', keys: { ...copy, casesKey: copy.casesKey } });
  return reopenStore(dir, keys);
}

test('stops rebuilding and erasing; after a restore everything is there but who was being erased, and that is done', async () => {
  const { dir, keys, records, backup } = await spoiltOffice();
  const [hers, ...others] = records;
  if (hers === undefined) throw new Error('no case');
  const store = reopenStore(dir, keys);
  const damaged: unknown = expect.objectContaining({ code: 'DATABASE_DAMAGED' });
  expect(() => { rebuildStates(store); }).toThrow(damaged);
  expect(() => erase(store, records.slice(0, 1), 'wish', actorOf(store))).toThrow(damaged);
  expect(listErasures(store).map(({ doneAt }) => doneAt)).toEqual([null]);
  expect(errorTexts.DATABASE_DAMAGED.advice).toContain('die letzte Sicherung zurückholen');
  store.close();

  const again = restored(dir, keys, backup);
  const says = casesOf(again).read((tx) => others.map((record) => tx.histories.read(record).map(({ intent }) => ('value' in intent.body ? intent.body.value : null))));
  expect(says).toEqual(others.map(() => [null, 'gesichert', 'danach']));
  expect(casesOf(again).read((tx) => tx.histories.find(hers))).toBeUndefined();
  expect(listErasures(again).map(({ doneAt }) => doneAt === null)).toEqual([false]);
  expect(() => { rebuildStates(again); }).not.toThrow();
});
