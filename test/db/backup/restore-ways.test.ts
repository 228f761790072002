import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { underWay } from '../../../db/backup/in-worker.ts';
import { renewSlotCopies, rewriteKeyCopies } from '../../../db/backup/key-copies.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { runRestore } from '../../../db/backup/restore-job.ts';
import type { BackupSecret } from '../../../db/contract/backup.ts';
import { erase } from '../../../db/erase/erase.ts';
import { folderPaths } from '../../../db/folder.ts';
import { insideOf } from '../../../db/open-store.ts';
import { addUser, changePassword, confirmRecoverySlot, createOffice, prepareRecovery, removeUser, unlock } from '../../../db/store.ts';
import { actorOf, casesOf, copyFolder, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const at = '2026-03-02T09:15:00Z';
const later = '2026-03-03T10:00:00Z';
const patience = 240_000;

const petra = { login: 'petra', password: 'Kranichzug am Morgen' };
const meral = { login: 'meral', password: 'Zehn Schwalben im Mai' };
const jens = { login: 'jens', password: 'Ein Kahn auf der Weser' };

/** Two heads and a counsellor, a backup, and the same copies at a second place; locked. */
interface Office {
  readonly dir: string;
  readonly place: string;
  readonly name: string;
  readonly code: string;
}
let made: Office;

beforeAll(async () => {
  const dir = newFolder();
  const { store, recoveryCode } = await createOffice({ dir, ...petra, displayName: 'Petra Amsel', training: true, at });
  await addUser(store, { ...meral, displayName: 'Meral Kaya', role: 'caseworker' }, actorOf(store));
  await addUser(store, { ...jens, displayName: 'Jens Lindner', role: 'head' }, actorOf(store));
  const { name } = await createBackup(store, 'manual', at);
  const source = { dir, ...insideOf(store) };
  for (const _ of rewriteKeyCopies(source, at)) continue;
  store.close();
  made = { dir, place: newFolder(), name, code: recoveryCode };
  fs.cpSync(folderPaths(dir).backups, made.place, { recursive: true });
}, patience);

function office(): Office {
  return { ...made, dir: copyFolder(made.dir), place: copyFolder(made.place) };
}

async function answer(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'opens',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

function restore({ dir, name }: Office, secret: BackupSecret, from?: string): Promise<string> {
  return answer(restoreBackup(dir, name, secret, later, { ...(from !== undefined && { from }), clock: () => new Date(later) }));
}

async function opens(dir: string, { login, password }: typeof petra): Promise<string> {
  return answer(unlock(dir, login, password).then((store) => { store.close(); }));
}

/** The slot files of all who are not `stays`. */
function slotFiles(dir: string, wanted: (text: string) => boolean): readonly string[] {
  const { slots } = folderPaths(dir);
  return fs.readdirSync(slots).map((name) => path.join(slots, name)).filter((file) => wanted(fs.readFileSync(file, 'utf8')));
}
const isUser = (text: string): boolean => text.includes('"kind":"user"');
const isSheet = (text: string): boolean => text.includes('"kind":"recovery"');

function tear(file: string): void {
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -20));
}

describe('ways into a restore', { timeout: patience }, () => {
  test('an account that was removed does not come back through a second place that was away', async () => {
    const here = office();
    const store = await unlock(here.dir, petra.login, petra.password);
    const gone = store.desk.read((tx) => tx.staff.list()).find(({ login }) => login === jens.login);
    if (gone === undefined) throw new Error('no such account');
    removeUser(store, gone.id, actorOf(store));
    renewSlotCopies(here.dir, at);
    store.close();
    expect(await restore(here, jens, here.place)).toBe('SLOT_MISSING');
    expect(await restore(here, petra, here.place)).toBe('opens');
    expect(await opens(here.dir, jens)).toBe('SLOT_MISSING');
  });

  test('nor through the copies here, when they could not be renewed', async () => {
    const here = office();
    const store = await unlock(here.dir, petra.login, petra.password);
    const gone = store.desk.read((tx) => tx.staff.list()).find(({ login }) => login === jens.login);
    if (gone === undefined) throw new Error('no such account');
    removeUser(store, gone.id, actorOf(store));
    store.close();
    expect(await restore(here, jens)).toBe('SLOT_MISSING');
  });

  test('a password that was changed opens no copy any more', async () => {
    const here = office();
    await changePassword(here.dir, petra.login, petra.password, 'Sieben Reiher am Kanal');
    expect(await restore(here, petra, here.place)).toBe('WRONG_PASSWORD');
    expect(await restore(here, { ...petra, password: 'Sieben Reiher am Kanal' }, here.place)).toBe('opens');
  });

  test('a Notfallblatt that was replaced opens no copy any more; one that is gone here does', async () => {
    const here = office();
    const lost = office();
    const store = await unlock(here.dir, petra.login, petra.password);
    const { slot, recoveryCode } = await prepareRecovery(store);
    await confirmRecoverySlot(store, slot, recoveryCode, actorOf(store));
    store.close();
    expect(await restore(here, { code: here.code }, here.place)).toBe('WRONG_RECOVERY_CODE');
    expect(await restore(here, { code: recoveryCode }, here.place)).toBe('opens');
    for (const file of slotFiles(lost.dir, isSheet)) fs.rmSync(file);
    expect(await restore(lost, { code: lost.code }, lost.place)).toBe('opens');
  });

  test('where nobody could open any more the slots come back, and a damaged one always', async () => {
    const empty = office();
    fs.rmSync(folderPaths(empty.dir).slots, { recursive: true });
    expect(await restore(empty, petra)).toBe('opens');
    expect(await opens(empty.dir, meral)).toBe('opens');
    const torn = office();
    for (const file of slotFiles(torn.dir, isUser)) tear(file);
    expect(await restore(torn, jens, torn.place)).toBe('opens');
    expect(await opens(torn.dir, petra)).toBe('opens');
  });

  test('wrong passwords are said to be wrong and are counted, also where the slot here is damaged', async () => {
    const here = office();
    for (const file of slotFiles(here.dir, isUser)) tear(file);
    const answers: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) answers.push(await restore(here, { ...petra, password: `falsch ${String(turn)}` }));
    expect(answers).toEqual(['WRONG_PASSWORD', 'WRONG_PASSWORD', 'WRONG_PASSWORD', 'WRONG_PASSWORD', 'UNLOCK_WAIT']);
  });

  test('take the password of the head or the Notfallblatt: who only counsels sets nobody back', async () => {
    const here = office();
    const before = fs.readdirSync(here.dir).sort();
    expect(await restore(here, meral)).toBe('ROLE_NOT_ALLOWED');
    expect(fs.readdirSync(here.dir).sort()).toEqual(before);
    expect(await restore(here, { code: here.code })).toBe('opens');
  });

  test('wait until nothing reads the files any more', async () => {
    const here = office();
    const order: string[] = [];
    let end: () => void = () => undefined;
    const reading = underWay(here.dir, new Promise<void>((resolve) => (end = resolve)));
    const restoring = restore(here, petra).then((what) => order.push(what));
    // As much work as the restore that waits.
    expect(await restore(office(), petra)).toBe('opens');
    order.push('read');
    end();
    await reading;
    await restoring;
    expect(order).toEqual(['read', 'opens']);
  });
});

describe('a restore from the second place', () => {
  test('does not bring back who was erased since, although only a backup here knows of it', async () => {
    const keys = newKeys();
    const dir = newFolder();
    const store = createStore(dir, keys);
    fs.writeFileSync(folderPaths(dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
    const record = newRecord();
    casesOf(store).write((tx) => {
      tx.histories.create(record, 'case', actorOf(store));
    });
    const { name } = await createBackup(store, 'daily', at);
    const place = newFolder();
    fs.cpSync(folderPaths(dir).backups, place, { recursive: true });
    erase(store, [record], 'wish', actorOf(store));
    await createBackup(store, 'manual', '2026-03-02T12:00:00Z');
    store.close();
    for (const file of ['desk.db', 'cases-keys.db']) for (const more of ['', '-wal', '-shm']) fs.rmSync(path.join(dir, file + more), { force: true });
    const copy = copyKeys(keys);
    if (copy.casesKey === null) throw new Error('a head opens both doors');
    const report = runRestore({ dir, from: place, name, at: later, keys: { ...copy, casesKey: copy.casesKey } });
    expect(report.erasedAgain).toBe(1);
    const again = reopenStore(dir, keys);
    expect(casesOf(again).read((tx) => [...tx.histories.ids('case')])).toEqual([]);
  });
});
