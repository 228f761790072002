/**
 * Damaged, older, missing and foreign files. Each time the same two sentences hold: every acknowledged act is there, or its loss is
 * noticed and said; and whatever cannot be opened or is not believed stays byte for byte.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../db/contract/store.ts';
import { StoreError } from '../../db/errors.ts';
import { folderPaths } from '../../db/folder.ts';
import { openDatabase } from '../../db/open-database.ts';
import { insideOf } from '../../db/open-store.ts';
import { createRandom } from '../../office/training/random.ts';
import { deriveSubkey } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { actorOf, casesOf, changedFiles, codeOf, contentsOf, copyFolder, createStore, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const files = ['desk', 'cases', 'deskKeys', 'casesKeys'] as const;
type File = (typeof files)[number];
const doorOf = { desk: 'desk', deskKeys: 'desk', cases: 'cases', casesKeys: 'cases' } as const;

/** Commits of today: fifteen acts, and in the desk one of opening the store. */
const missingOf = { desk: 16, deskKeys: 15, cases: 15, casesKeys: 15 } as const;

const keys = newKeys();
/** Folder of yesterday, of today, and of today as a power failure left it: all acts of today in the WALs. */
let yesterday: string;
let today: string;
let killed: string;
/** One record per act, in both doors, with an audit entry each: what was acknowledged. */
const acts: RecordId[] = [];

function act(store: Store, at?: string): void {
  const record = newRecord();
  const actor = actorOf(store, at);
  store.desk.write((tx) => {
    tx.histories.create(record, 'person', actor);
    tx.audit.write({ action: 'case.created', record, details: {} }, actor);
  });
  casesOf(store).write((tx) => {
    tx.histories.create(record, 'case', actor);
    tx.audit.write({ action: 'case.created', record, details: {} }, actor);
  });
  acts.push(record);
}

beforeAll(() => {
  const dir = newFolder();
  const first = createStore(dir, keys);
  for (let i = 0; i < 5; i++) act(first);
  first.close();
  yesterday = copyFolder(dir);
  const store = reopenStore(dir, keys);
  const { databases, keyrings } = insideOf(store);
  for (const db of [databases.desk, databases.cases, keyrings.desk.db, keyrings.cases?.db]) db?.pragma('wal_autocheckpoint = 0');
  for (let i = 0; i < 15; i++) act(store);
  killed = copyFolder(dir);
  store.close();
  today = dir;
}, 60_000);

/** Whether the store has all acts, read to the last byte. */
function hasAll(store: Store): boolean {
  return acts.every((record) => [store.desk, casesOf(store)].every((door) =>
    door.read((tx) => tx.histories.find(record) !== undefined && tx.histories.read(record).length === 1),
  )) && [store.desk, casesOf(store)].every((door) => door.read((tx) => tx.audit.verify().brokenAt === null));
}

type Outcome = 'all there' | 'missing said' | 'code said';

/** Opens a damaged folder; throws when something is lost in silence, or when a byte changed although it was not opened for writing. */
function outcomeOf(dir: string): Outcome {
  const before = contentsOf(dir);
  let store: Store | undefined;
  try {
    store = reopenStore(dir, keys);
    if (store.missing === null) {
      if (!hasAll(store)) throw new Error('lost in silence');
      return 'all there';
    }
    expect(store.missing.desk + store.missing.cases).toBeGreaterThan(0);
    expect(codeOf(() => store?.desk.write(() => undefined))).toBe('STORE_READ_ONLY');
    store.close();
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
    return 'missing said';
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (store === undefined) expect(changedFiles(before, contentsOf(dir))).toEqual([]);
    return 'code said';
  } finally {
    store?.close();
  }
}

function walOf(dir: string, file: File): string {
  return `${folderPaths(dir)[file]}-wal`;
}

describe('a power failure', () => {
  test('alone loses nothing', () => {
    expect(outcomeOf(copyFolder(killed))).toBe('all there');
  });

  test('that cuts a WAL off is noticed, at 80 random places', () => {
    const random = createRandom(20_260_302);
    const outcomes = files.flatMap((file) => Array.from({ length: 20 }, () => {
      const dir = copyFolder(killed);
      const wal = walOf(dir, file);
      fs.truncateSync(wal, Math.floor(random.next() * fs.statSync(wal).size));
      return outcomeOf(dir);
    }));
    expect(outcomes.filter((outcome) => outcome === 'missing said').length).toBeGreaterThan(70);
  }, 240_000);

  test('that flips one bit in a WAL is noticed, at 80 random places', () => {
    const random = createRandom(20_260_303);
    const outcomes = files.flatMap((file) => Array.from({ length: 20 }, () => {
      const dir = copyFolder(killed);
      const bytes = fs.readFileSync(walOf(dir, file));
      const place = Math.floor(random.next() * bytes.length);
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << Math.floor(random.next() * 8)), place);
      fs.writeFileSync(walOf(dir, file), bytes);
      return outcomeOf(dir);
    }));
    expect(outcomes.filter((outcome) => outcome === 'missing said').length).toBeGreaterThan(60);
  }, 240_000);

  test.each(files)('that loses the WAL of %s is noticed', (file) => {
    const dir = copyFolder(killed);
    fs.rmSync(walOf(dir, file));
    expect(outcomeOf(dir)).toBe('missing said');
    const store = reopenStore(dir, keys);
    expect(store.missing?.[doorOf[file]]).toBe(missingOf[file]);
  });
});

describe('the head of a door', () => {
  const others = { desk: 'cases', deskKeys: 'cases', cases: 'desk', casesKeys: 'desk' } as const;
  test.each(files)('notices alone that the WAL of %s is lost, where the other door’s head is gone', (file) => {
    const dir = copyFolder(killed);
    fs.rmSync(walOf(dir, file));
    for (const turn of ['0', '1']) fs.rmSync(path.join(dir, `${others[file]}-head-${turn}`));
    expect(outcomeOf(dir)).toBe('missing said');
    expect(reopenStore(dir, keys).missing?.[doorOf[file]]).toBe(missingOf[file]);
  });

  test.each(['desk', 'deskKeys'] as const)('notices alone that the WAL of %s is lost, for a slot that opens the desk only', (file) => {
    const dir = copyFolder(killed);
    fs.rmSync(walOf(dir, file));
    expect(reopenStore(dir, { ...keys, casesKey: null, role: 'admin_office' }).missing).toEqual({ desk: missingOf[file], cases: 0 });
  });
});

describe('yesterday’s file', () => {
  test.each(files)('%s in today’s folder is read, not written, until the head decides', (file) => {
    const dir = copyFolder(today);
    fs.cpSync(folderPaths(yesterday)[file], folderPaths(dir)[file]);
    expect(outcomeOf(dir)).toBe('missing said');
    const store = reopenStore(dir, keys);
    expect(store.missing).toEqual({ desk: 0, cases: 0, [doorOf[file]]: missingOf[file] });
    expect(store.desk.read((tx) => tx.histories.find(acts[0] ?? newRecord()))).toBeDefined();
    store.acceptOlder(actorOf(store));
    expect(store.missing).toBeNull();
    act(store);
    const late = acts.pop() ?? newRecord();
    store.close();
    const again = reopenStore(dir, keys);
    expect([again.missing, casesOf(again).read((tx) => tx.histories.find(late)?.intents)]).toEqual([null, 1]);
    again.close();
    // The counter never runs backwards: the same file is not believed a second time either.
    fs.cpSync(folderPaths(yesterday)[file], folderPaths(dir)[file]);
    expect(reopenStore(dir, keys).missing).not.toBeNull();
  });

  test('of a keyring, accepted: nothing is sealed under a second key of a record whose own is lost', () => {
    const dir = copyFolder(today);
    fs.cpSync(folderPaths(yesterday).casesKeys, folderPaths(dir).casesKeys);
    const store = reopenStore(dir, keys);
    store.acceptOlder(actorOf(store));
    const lost = acts.at(-1) ?? newRecord();
    expect(codeOf(() => casesOf(store).write((tx) =>
      tx.histories.append(lost, 'case', [{ type: 'setCountKeys', year: 2026, named: 1, sums: 2 }], actorOf(store)),
    ))).toBe('DATABASE_DAMAGED');
  });

  test('of the heads alone only lags: every act is there', () => {
    const dir = copyFolder(today);
    for (const head of ['desk-head-0', 'desk-head-1', 'cases-head-0', 'cases-head-1']) fs.cpSync(path.join(yesterday, head), path.join(dir, head));
    expect(outcomeOf(dir)).toBe('all there');
  });

  test.each([['desk', 16], ['cases', 15]] as const)('of all files of %s together with its heads is noticed by the other door, and a decision holds', (door, count) => {
    const dir = copyFolder(today);
    const putBack = (): void => {
      for (const file of [`${door}.db`, `${door}-keys.db`, `${door}-head-0`, `${door}-head-1`]) fs.cpSync(path.join(yesterday, file), path.join(dir, file));
    };
    putBack();
    expect(outcomeOf(dir)).toBe('missing said');
    const store = reopenStore(dir, keys);
    expect(store.missing).toEqual({ desk: 0, cases: 0, [door]: count });
    store.acceptOlder(actorOf(store));
    store.close();
    const again = reopenStore(dir, keys);
    expect(again.missing).toBeNull();
    again.close();
    putBack();
    expect(reopenStore(dir, keys).missing).not.toBeNull();
  });

  test('of the cases is noticed by a desk that was opened alone meanwhile', () => {
    const dir = copyFolder(today);
    const clerk = reopenStore(dir, { ...keys, casesKey: null, role: 'admin_office' });
    expect(clerk.missing).toBeNull();
    clerk.close();
    for (const file of ['cases.db', 'cases-keys.db', 'cases-head-0', 'cases-head-1']) fs.cpSync(path.join(yesterday, file), path.join(dir, file));
    expect(reopenStore(dir, keys).missing).toEqual({ desk: 0, cases: 15 });
  });

  test.each(['desk', 'cases'])('without the heads of %s nobody can say, and that is said', (door) => {
    const dir = copyFolder(today);
    for (const turn of ['0', '1']) fs.rmSync(path.join(dir, `${door}-head-${turn}`));
    const before = contentsOf(dir);
    const store = reopenStore(dir, keys);
    expect([store.missing, hasEvery(store)]).toEqual([{ desk: 0, cases: 0 }, true]);
    store.close();
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
  });
});

function hasEvery(store: Store): boolean {
  return acts.every((record) => casesOf(store).read((tx) => tx.histories.read(record).length === 1));
}

describe('a damaged file', () => {
  test.each(files)('%s of no length is refused as it is', (file) => {
    const dir = copyFolder(today);
    fs.truncateSync(folderPaths(dir)[file], 0);
    const before = contentsOf(dir);
    expect(codeOf(() => reopenStore(dir, keys))).toBe('DATABASE_DAMAGED');
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
  });

  test.each(files)('%s with a damaged header is refused as it is, and the WALs beside it stay', (file) => {
    const dir = copyFolder(killed);
    const bytes = fs.readFileSync(folderPaths(dir)[file]);
    // A first page in the WAL would stand for the one in the file.
    fs.rmSync(walOf(dir, file));
    bytes.fill(7, 16, 600);
    fs.writeFileSync(folderPaths(dir)[file], bytes);
    const before = contentsOf(dir);
    expect(codeOf(() => reopenStore(dir, keys))).toBe('DATABASE_DAMAGED');
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
  });

  test.each(files)('%s with a damaged page in its middle: read right, or said', (file) => {
    const pages = fs.statSync(folderPaths(today)[file]).size / 4096;
    const random = createRandom(pages);
    for (let i = 0; i < 12; i++) {
      const dir = copyFolder(today);
      const bytes = fs.readFileSync(folderPaths(dir)[file]);
      const place = (1 + Math.floor(random.next() * (pages - 1))) * 4096 + Math.floor(random.next() * 4096);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      fs.writeFileSync(folderPaths(dir)[file], bytes);
      expect(outcomeOf(dir)).not.toBe('missing said');
    }
  }, 120_000);

  test.each(files)('%s of a newer Lotse is refused as it is', (file) => {
    const dir = copyFolder(today);
    const doorKey = (doorOf[file] === 'desk' ? keys.deskKey : keys.casesKey) ?? new Uint8Array();
    const db = openDatabase(folderPaths(dir)[file], file.endsWith('Keys') ? deriveSubkey(doorKey, 'keyring') : doorKey, { create: false });
    db.pragma('user_version = 99');
    db.close();
    const before = contentsOf(dir);
    expect(codeOf(() => reopenStore(dir, keys))).toBe('DATABASE_NEWER');
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
  });
});

test('a folder that another process has open is not opened a second time', async () => {
  const dir = copyFolder(today);
  const holder = spawn(process.execPath, [new URL('./lock-holder.ts', import.meta.url).pathname, dir], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const before = contentsOf(dir);
  expect(codeOf(() => reopenStore(dir, keys))).toBe('FOLDER_IN_USE');
  expect(changedFiles(before, contentsOf(dir))).toEqual([]);
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
  expect(outcomeOf(dir)).toBe('all there');
});

test('clocks of 2017 and 2099 change no order, break no chain and lose nothing', () => {
  const dir = copyFolder(today);
  const store = reopenStore(dir, keys);
  const clocks = ['2099-12-31T23:59:59Z', '2017-01-01T00:00:00Z', '2026-03-02T09:15:00Z', '2017-01-01T00:00:00Z'];
  const record = newRecord();
  for (const at of clocks) {
    casesOf(store).write((tx) => {
      if (tx.histories.find(record) === undefined) tx.histories.create(record, 'case', actorOf(store, at));
      else tx.histories.append(record, 'case', [{ type: 'setCountKeys', year: 2026, named: 1, sums: 2 }], actorOf(store, at));
      tx.audit.write({ action: 'case.changed', record, details: {} }, actorOf(store, at));
    });
  }
  store.close();
  const again = reopenStore(dir, keys);
  expect(again.missing).toBeNull();
  expect(casesOf(again).read((tx) => tx.histories.read(record).map(({ intent }) => intent.at))).toEqual(clocks);
  expect(casesOf(again).read((tx) => tx.audit.read({ record, limit: 9 }).map((line) => line.at))).toEqual(clocks.toReversed());
  expect(hasAll(again)).toBe(true);
});
