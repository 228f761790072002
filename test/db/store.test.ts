import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store, StoreFunctions } from '../../db/contract/store.ts';
import { folderPaths } from '../../db/folder.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import {
  addUser,
  canUnlock,
  changePassword,
  checkRecovery,
  createOffice,
  inspectFolder,
  renewRecovery,
  resetPassword,
  resetPasswordOf,
  unlock,
  unlockWithRecovery,
} from '../../db/store.ts';
import { insideOf } from '../../db/open-store.ts';
import { openKeys } from '../../db/unlock.ts';
import { verifyBytes } from '../../shared/crypto/sodium.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { storeErrors } from '../../shared/messages/errors/store.ts';
import { actorOf, casesOf, contentsOf, copyFolder, newFolder, newRecord, reopenStore } from './folders.ts';

const _asPromised: StoreFunctions = {
  addUser,
  changePassword,
  checkRecovery,
  createOffice,
  inspectFolder,
  renewRecovery,
  resetPassword,
  unlock,
  unlockWithRecovery,
};

const passwords = { head: 'Kastanie im Herbst', caseworker: 'Wolken über Kiel', clerk: 'Sieben alte Bücher' };
const record = newRecord();
let office: string;
let recoveryCode: string;
let users: { readonly head: UserId; readonly caseworker: UserId; readonly clerk: UserId };
/** Out of the slots, so that only tests about passwords derive keys. */
let clerkKeys: SlotKeys;
let caseworkerKeys: SlotKeys;

/** One office for all: a head, a caseworker, a clerk, one case. Every test works on a copy. */
beforeAll(async () => {
  office = newFolder();
  const created = await createOffice({
    dir: office,
    login: 'Anna.Petersen',
    displayName: 'Anna Petersen',
    password: passwords.head,
    at: '2026-01-07T08:00:00Z',
    training: false,
  });
  recoveryCode = created.recoveryCode;
  const { store } = created;
  const actor = actorOf(store);
  const caseworker = { login: 'demir', displayName: 'Kaan Demir', role: 'caseworker' as const, password: passwords.caseworker };
  const clerk = { login: 'wolf', displayName: 'Ute Wolf', role: 'admin_office' as const, password: passwords.clerk };
  users = { head: store.user, caseworker: await addUser(store, caseworker, actor), clerk: await addUser(store, clerk, actor) };
  casesOf(store).write((tx) => tx.histories.create(record, 'case', actor));
  store.close();
  clerkKeys = await openKeys(office, 'wolf', passwords.clerk);
  caseworkerKeys = await openKeys(office, 'demir', passwords.caseworker);
});

/** The databases without their -wal and -shm, which come and go. */
function databasesIn(contents: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(contents).filter(([name]) => name.endsWith('.db')));
}

async function codeOfPromise(promise: Promise<unknown>): Promise<string> {
  try {
    const value = await promise;
    if (typeof value === 'object' && value !== null && 'close' in value) (value as Store).close();
    return 'nothing';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('a new office', () => {
  test('knows its people by role', async () => {
    const store = await unlock(copyFolder(office), 'anna.petersen', passwords.head);
    const staff = store.desk.read((tx) => tx.staff.list());
    expect(staff.map((row) => [row.id, row.login, row.displayName, row.role])).toEqual([
      [users.head, 'Anna.Petersen', 'Anna Petersen', 'head'],
      [users.caseworker, 'demir', 'Kaan Demir', 'caseworker'],
      [users.clerk, 'wolf', 'Ute Wolf', 'admin_office'],
    ]);
    expect(store.desk.read((tx) => tx.devices.list().map((device) => device.id))).toEqual([store.device]);
    store.close();
  });

  test('has keys drawn for it alone: set up twice with the same words, all four are different', async () => {
    const again = { dir: newFolder(), login: 'Anna.Petersen', displayName: 'Anna Petersen', password: passwords.head, at: '2026-01-07T08:00:00Z', training: false };
    const { store } = await createOffice(again);
    const { deskKey, casesKey } = insideOf(store).keys;
    const drawn = [caseworkerKeys.deskKey, caseworkerKeys.casesKey, deskKey, casesKey].map((key) => Buffer.from(key ?? []).toString('hex'));
    store.close();
    expect(drawn.map((key) => key.length)).toEqual([64, 64, 64, 64]);
    expect(new Set(drawn).size).toBe(4);
  });

  test('keeps user, PC and its key over a restart', () => {
    const dir = copyFolder(office);
    const seen = [];
    for (let i = 0; i < 2; i++) {
      const store = reopenStore(dir, caseworkerKeys);
      const message = new TextEncoder().encode('Meldung');
      expect(verifyBytes(store.devicePublicKey, message, store.signAsDevice(message))).toBe(true);
      seen.push([store.user, store.role, store.device, Buffer.from(store.devicePublicKey).toString('hex')]);
      store.close();
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.slice(0, 2)).toEqual([users.caseworker, 'caseworker']);
  });

  test('is not made where something lies, and nothing there is changed', async () => {
    const dir = newFolder();
    fs.writeFileSync(path.join(dir, 'Brief.txt'), 'Hallo');
    const before = contentsOf(dir);
    const again = { dir, login: 'a1', displayName: 'A', password: 'p'.repeat(12), at: '2026-01-07T08:00:00Z', training: false };
    expect(await codeOfPromise(createOffice(again))).toBe('FOLDER_NOT_EMPTY');
    expect(await codeOfPromise(createOffice({ ...again, dir: copyFolder(office) }))).toBe('FOLDER_NOT_EMPTY');
    expect(contentsOf(dir)).toEqual(before);
  });

  test('an interrupted set-up counts as empty and is moved aside by the next', async () => {
    const dir = newFolder();
    fs.writeFileSync(folderPaths(dir).unfinished, '');
    fs.writeFileSync(folderPaths(dir).desk, 'half a database');
    expect(inspectFolder(dir)).toEqual({ state: 'empty' });
    const { store } = await createOffice({
      dir,
      login: 'neu',
      displayName: 'Neu',
      password: 'p'.repeat(12),
      at: '2026-01-07T08:00:00Z',
      training: true,
    });
    store.close();
    expect(inspectFolder(dir)).toEqual({ state: 'locked', singleUser: true, training: true });
    const aside = fs.readdirSync(dir).find((name) => name.startsWith('unfinished-')) ?? '';
    expect(fs.readFileSync(path.join(dir, aside, 'desk.db'), 'utf8')).toBe('half a database');
  });
});

describe('seen from outside', () => {
  test('a folder is empty, locked or in use', async () => {
    expect(inspectFolder(newFolder())).toEqual({ state: 'empty' });
    expect(inspectFolder(path.join(newFolder(), 'not-there'))).toEqual({ state: 'empty' });
    const dir = copyFolder(office);
    expect(inspectFolder(dir)).toEqual({ state: 'locked', singleUser: false, training: false });
    const store = reopenStore(dir, clerkKeys);
    expect(inspectFolder(dir)).toEqual({ state: 'in_use', pid: process.pid });
    expect(await codeOfPromise(unlock(dir, 'demir', passwords.caseworker))).toBe('FOLDER_IN_USE');
    store.close();
  });

  const damages: readonly (readonly [string, (dir: string) => void, string])[] = [
    [
      'no office.json',
      (dir) => {
        fs.rmSync(folderPaths(dir).office);
      },
      'DATABASE_MISSING',
    ],
    [
      'a broken office.json',
      (dir) => {
        fs.writeFileSync(folderPaths(dir).office, '{');
      },
      'DATABASE_DAMAGED',
    ],
    [
      'a later format',
      (dir) => {
        fs.writeFileSync(folderPaths(dir).office, '{"format":2,"new":true}');
      },
      'DATABASE_NEWER',
    ],
    [
      'no cases',
      (dir) => {
        fs.rmSync(folderPaths(dir).cases);
      },
      'DATABASE_MISSING',
    ],
    [
      'no keyring',
      (dir) => {
        fs.rmSync(folderPaths(dir).deskKeys);
      },
      'DATABASE_MISSING',
    ],
    [
      'no slots',
      (dir) => {
        fs.rmSync(folderPaths(dir).slots, { recursive: true });
      },
      'SLOT_MISSING',
    ],
  ];
  test.each(damages)('%s', async (_, damage, code) => {
    const dir = copyFolder(office);
    damage(dir);
    const before = contentsOf(dir);
    expect(inspectFolder(dir)).toEqual({ state: 'damaged', code });
    expect(await codeOfPromise(unlock(dir, 'demir', passwords.caseworker))).toBe(code);
    expect(databasesIn(contentsOf(dir))).toEqual(databasesIn(before));
  });

  test('every error has a text and advice', () => {
    for (const { text, advice } of Object.values(storeErrors)) expect(text.length * advice.length).toBeGreaterThan(0);
  });
});

describe('unlocking', () => {
  test('a wrong password is a wrong password, and nothing changes but the count of failures', async () => {
    const dir = copyFolder(office);
    const before = contentsOf(dir);
    expect(await codeOfPromise(unlock(dir, 'demir', passwords.head))).toBe('WRONG_PASSWORD');
    expect(await codeOfPromise(unlock(dir, 'Demirel', passwords.caseworker))).toBe('SLOT_MISSING');
    expect(await codeOfPromise(unlock(dir, null, passwords.head))).toBe('SLOT_MISSING');
    const { 'unlock-tries.json': tries, ...rest } = contentsOf(dir);
    expect(tries).toBeDefined();
    expect(rest).toEqual(before);
  });

  test('a damaged database is never called a wrong password', async () => {
    const dir = copyFolder(office);
    const { cases } = folderPaths(dir);
    const bytes = fs.readFileSync(cases);
    bytes.fill(7, 0, 4096);
    fs.writeFileSync(cases, bytes);
    expect(await codeOfPromise(unlock(dir, 'demir', passwords.caseworker))).toBe('DATABASE_DAMAGED');
    expect(fs.readFileSync(cases).equals(bytes)).toBe(true);
    expect(inspectFolder(dir).state).toBe('locked');
  });

  test('the clerk gets the desk and cannot open the cases', () => {
    const store = reopenStore(copyFolder(office), clerkKeys);
    expect([store.role, store.cases]).toEqual(['admin_office', null]);
    expect(store.desk.read((tx) => tx.staff.list()).length).toBe(3);
    store.close();
    expect(clerkKeys.casesKey).toBeNull();
    expect(caseworkerKeys.casesKey).toHaveLength(32);
  });

  test('a training flag changed in office.json is not believed', async () => {
    const dir = copyFolder(office);
    const { office: file } = folderPaths(dir);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"training":false', '"training":true'));
    expect(await codeOfPromise(unlock(dir, 'wolf', passwords.clerk))).toBe('DATABASE_DAMAGED');
  });

  test('a closed store answers nothing any more', () => {
    const store = reopenStore(copyFolder(office), caseworkerKeys);
    const cases = casesOf(store);
    store.close();
    store.close();
    expect(() => cases.read((tx) => tx.histories.find(record))).toThrow();
    expect(() =>
      store.desk.write((tx) => {
        tx.settings.write('a', 1);
      }),
    ).toThrow();
    expect(() => store.signAsDevice(new Uint8Array(1))).toThrow();
  });
});

describe('the Notfallblatt', () => {
  test('is checked as typed', async () => {
    const dir = copyFolder(office);
    expect(await checkRecovery(dir, recoveryCode.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(
      await checkRecovery(
        dir,
        recoveryCode.replace(/^./, (c) => (c === 'X' ? 'Y' : 'X')),
      ),
    ).toBe(false);
    expect(await checkRecovery(dir, '')).toBe(false);
  });

  test('opens everything when every password is gone, and sets a new one', async () => {
    const dir = copyFolder(office);
    const store = await unlockWithRecovery(dir, recoveryCode);
    expect([store.user, store.role]).toEqual([users.head, 'head']);
    expect(casesOf(store).read((tx) => tx.histories.find(record)?.intents)).toBe(1);
    await resetPassword(store, 'ANNA.petersen', 'Ein neuer langer Satz');
    expect(await codeOfPromise(resetPassword(store, 'niemand', 'Ein neuer langer Satz'))).toBe('SLOT_MISSING');
    store.close();
    expect(await codeOfPromise(unlock(dir, 'anna.petersen', passwords.head))).toBe('WRONG_PASSWORD');
    const again = await unlock(dir, 'anna.petersen', 'Ein neuer langer Satz');
    expect(again.user).toBe(users.head);
    again.close();
    expect(fs.readdirSync(folderPaths(dir).slots)).toHaveLength(4);
  });

  test('of another office opens nothing', async () => {
    expect(await codeOfPromise(unlockWithRecovery(copyFolder(office), '0000-0000'))).toBe('WRONG_RECOVERY_CODE');
  });
});

describe('users', () => {
  test('a changed password rewrites the slot and not one byte of a database', async () => {
    const dir = copyFolder(office);
    const before = contentsOf(dir);
    await changePassword(dir, 'demir', passwords.caseworker, 'Ganz anderer Satz');
    const after = contentsOf(dir);
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual([path.join('slots', path.basename(changed[0] ?? ''))]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect((await openKeys(dir, 'demir', 'Ganz anderer Satz')).user).toBe(users.caseworker);
    expect(await codeOfPromise(changePassword(dir, 'demir', passwords.caseworker, 'x'))).toBe('WRONG_PASSWORD');
  });

  test('a slot that was being written when the program ended is gone after the next unlock', async () => {
    const dir = copyFolder(office);
    const { slots } = folderPaths(dir);
    const [slot = ''] = fs.readdirSync(slots);
    fs.copyFileSync(path.join(slots, slot), path.join(slots, `${slot}.0badcafe.tmp`));
    (await unlock(dir, 'demir', passwords.caseworker)).close();
    expect(fs.readdirSync(slots).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('somebody new is listed before she has a way in: where her slot cannot be written, a new password gives her one', async () => {
    const dir = copyFolder(office);
    const store = reopenStore(dir, caseworkerKeys);
    const { slots } = folderPaths(dir);
    const newcomer = { login: 'neu', displayName: 'Nele Uhu', role: 'caseworker' as const, password: 'p'.repeat(12) };
    fs.renameSync(slots, `${slots}-away`);
    fs.writeFileSync(slots, '');
    await expect(addUser(store, newcomer, actorOf(store))).rejects.toThrow();
    fs.rmSync(slots);
    fs.renameSync(`${slots}-away`, slots);
    const listed = store.desk.read((tx) => tx.staff.list()).find(({ login }) => login === 'neu');
    if (listed === undefined) throw new Error('she is not listed');
    expect(canUnlock(dir, listed.id)).toBe(false);
    await resetPasswordOf(store, listed.id, newcomer.password, actorOf(store));
    store.close();
    (await unlock(dir, 'neu', newcomer.password)).close();
  });

  test('a login is given once', async () => {
    const store = reopenStore(copyFolder(office), caseworkerKeys);
    const twin = { login: ' WOLF', displayName: 'Zwei', role: 'caseworker' as const, password: 'p'.repeat(12) };
    expect(await codeOfPromise(addUser(store, twin, actorOf(store)))).toBe('LOGIN_TAKEN');
    store.close();
  });

  test('a clerk cannot hand out a key she does not have', async () => {
    const store = reopenStore(copyFolder(office), clerkKeys);
    const more = { login: 'mehr', displayName: 'Mehr', role: 'caseworker' as const, password: 'p'.repeat(12) };
    expect(await codeOfPromise(addUser(store, more, actorOf(store)))).toBe('CASES_DOOR_CLOSED');
    store.close();
  });
});
