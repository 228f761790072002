import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../db/contract/store.ts';
import { readKeyCopies } from '../../../db/backup/key-copies.ts';
import { erase, listErasures, type EraseOptions } from '../../../db/erase/erase.ts';
import { erasureSteps, type ErasureStep } from '../../../db/erase/steps.ts';
import { keptFacts, unlinkedFacts } from '../../../db/cases/kept-facts.ts';
import { folderPaths } from '../../../db/folder.ts';
import { lockFolder } from '../../../db/lock.ts';
import { openDatabase } from '../../../db/open-database.ts';
import { insideOf, openStore } from '../../../db/open-store.ts';
import { toHex } from '../../../shared/crypto/sodium.ts';
import { bundleForNode } from '../../support/bundle-for-node.ts';
import { scanFolder } from '../../support/decrypting-scan.ts';
import { actorOf, casesOf, copyKeys, reopenStore } from '../folders.ts';
import { answerTwice, copyEverywhere, forgotten, officeToForget, tablesOf, type OfficeToForget } from './office-to-forget.ts';
import { cardOf, caseOf } from './whole.ts';

/** The Vormerkung stays in these tests. */
const { reservation, ...words } = forgotten;
const at = '2026-03-02T09:15:00Z';

/** One file: fifteen processes read it faster than a hundred modules each. */
let eraser: string;
let office: OfficeToForget;
let whole: readonly unknown[];
let sequences: readonly number[];
let tables: readonly string[];


beforeAll(async () => {
  eraser = await bundleForNode('test/db/erase/kill-eraser.ts', 'kill-eraser');
  office = officeToForget();
  await copyEverywhere(office);
  const store = reopenStore(copyOfOffice(), office.keys);
  whole = others(store);
  sequences = lastSequences(store, office.amira);
  tables = tablesOf(store);
  store.close();
}, 240_000);

/** In memory where there is such a place: who is killed leaves there what she leaves on a disk, and nothing has to wait for one. */
const quick = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
const copies: string[] = [];
afterAll(() => {
  for (const dir of copies) fs.rmSync(dir, { recursive: true, force: true });
});

function copyOfOffice(): string {
  const dir = fs.mkdtempSync(path.join(quick, 'lotse-erasure-'));
  copies.push(dir);
  fs.cpSync(office.dir, dir, { recursive: true });
  fs.rmSync(path.join(dir, 'lock'), { force: true });
  return dir;
}

function breakAt(last: ErasureStep): EraseOptions {
  return {
    onStep: (step) => {
      if (step === last) throw new Error('the disk went away');
    },
  };
}

function others(store: Store): readonly unknown[] {
  return [caseOf(store, office.others[0]), cardOf(store, office.others[0]), cardOf(store, office.others[1]), cardOf(store, office.vormerkung)];
}

function lastSequences(store: Store, record: string): readonly number[] {
  const last = (door: Store['desk'] | NonNullable<Store['cases']>): number =>
    door.read((tx) => Math.max(...tx.histories.read(record as never).map(({ intent }) => intent.sequence)));
  return [last(store.desk), last(casesOf(store))];
}

/** Where the next erasure is tried as well: at the beginning, in the middle, at the end. */
const withNext: readonly ErasureStep[] = ['noted', 'cases rows gone', 'written down'];

/** What holds as soon as the folder was opened once more. */
function expectForgotten(dir: string, eraseNext = true): void {
  const store = reopenStore(dir, office.keys);
  expect(store.missing).toBeNull();
  const lines = listErasures(store);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ number: 1, at, reason: 'retention', doneAt: expect.any(String) as string });
  const [amirasDeskKey, amirasCasesKey] = office.fileKeys;
  const canaries = [...Object.values(words), amirasDeskKey ?? '', amirasCasesKey ?? '', reservation];
  const scan = scanFolder(dir, office.keys, canaries);
  expect(scan.finds.filter(({ canary }) => canary !== reservation)).toEqual([]);
  expect(scan.unread).toEqual([]);
  expect(scan.finds.length).toBeGreaterThan(0);
  expect(others(store)).toEqual(whole);
  // Neither lost nor counted twice, in the tables and in what a restore would count from.
  expect(tablesOf(store)).toEqual(tables);
  const { databases, keyrings } = insideOf(store);
  if (databases.cases === null || keyrings.cases === null) throw new Error('a head opens both doors');
  expect(unlinkedFacts(databases.cases)).toHaveLength(2);
  expect(keptFacts(keyrings.cases.db)).toEqual(unlinkedFacts(databases.cases));
  expect(store.desk.read((tx) => tx.audit.verify().brokenAt)).toBeNull();
  expect(casesOf(store).read((tx) => tx.audit.verify().brokenAt)).toBeNull();
  // Numbers go on behind those of the forgotten record, and so does the Löschprotokoll.
  const [other] = office.others;
  casesOf(store).write((tx) => {
    answerTwice(tx, store, other, 'case', 'plan.wish', ['später']);
  });
  store.desk.write((tx) => {
    answerTwice(tx, store, other, 'person', 'person.first_name', ['später']);
  });
  expect(lastSequences(store, other)).toEqual(sequences.map((sequence) => sequence + 1));
  if (eraseNext) expect(erase(store, [office.vormerkung], 'mistake', actorOf(store)).map((line) => line.number)).toEqual([2]);
  expect(readKeyCopies(folderPaths(dir).backups)).toHaveLength(2);
  store.close();
}

describe('an erasure', () => {
  test('takes exactly these steps', () => {
    const store = reopenStore(copyOfOffice(), office.keys);
    const taken: ErasureStep[] = [];
    erase(store, [office.amira], 'retention', actorOf(store), { onStep: (step) => taken.push(step) });
    expect(taken).toEqual(erasureSteps);
  });

  test.each(erasureSteps)('that fails after “%s” is completed by the next start', (last) => {
    const dir = copyOfOffice();
    const store = reopenStore(dir, office.keys);
    expect(() =>
      erase(store, [office.amira], 'retention', actorOf(store), breakAt(last)),
    ).toThrow('the disk went away');
    store.close();
    expectForgotten(dir, withNext.includes(last));
  }, 60_000);

  test.each(erasureSteps)('that is killed after “%s” is completed by the next start', (last) => {
    const dir = copyOfOffice();
    const { user, deskKey, casesKey } = office.keys;
    const ended = spawnSync(process.execPath, [eraser, dir, user, toHex(deskKey), toHex(casesKey), office.amira, last], { encoding: 'utf8' });
    expect([ended.signal, ended.stderr]).toEqual(['SIGKILL', '']);
    expectForgotten(dir, withNext.includes(last));
  }, 60_000);

  test('that failed is also completed by asking again, without a second line', () => {
    const dir = copyOfOffice();
    const store = reopenStore(dir, office.keys);
    const failing = () =>
      erase(store, [office.amira], 'retention', actorOf(store), breakAt('cases rows gone'));
    expect(failing).toThrow('the disk went away');
    expect(listErasures(store)[0]?.doneAt).toBeNull();
    expect(erase(store, [office.amira], 'retention', actorOf(store))).toEqual([]);
    expect(listErasures(store).map((line) => line.doneAt)).toEqual([at]);
    store.close();
    expectForgotten(dir);
  });
});

describe('a slot that opens the desk only', () => {
  test('forgets the card, copies the keys of the cases as they are, and leaves the rest to the next who can', () => {
    const dir = copyOfOffice();
    const head = reopenStore(dir, office.keys);
    expect(() =>
      erase(head, [office.amira], 'retention', actorOf(head), breakAt('noted')),
    ).toThrow('the disk went away');
    head.close();
    const clerk = reopenStore(dir, { ...copyKeys(office.keys), casesKey: null, role: 'admin_office' });
    expect(clerk.desk.read((tx) => tx.histories.find(office.amira))).toBeUndefined();
    expect(listErasures(clerk)[0]?.doneAt).toBeNull();
    clerk.close();
    const scan = scanFolder(dir, office.keys, Object.values(words));
    expect(scan.finds.filter(({ place }) => /(^|\/)desk/.test(place))).toEqual([]);
    for (const { folder } of readKeyCopies(folderPaths(dir).backups)) expect(fs.existsSync(path.join(folder, 'cases-keys.db'))).toBe(true);
    expectForgotten(dir);
  });
});

describe('what waits for somebody or something is not done over and over', () => {
  const changedBy = (store: Store): readonly number[] => {
    const { desk, cases } = insideOf(store).databases;
    return [desk, cases].map((db) => db?.prepare<[], number>('SELECT count FROM commits').pluck().get() ?? -1);
  };
  /** What tells whether a file was written anew: a VACUUM counts the schema up. */
  const rewrites = (store: Store): readonly number[] => {
    const { databases, keyrings } = insideOf(store);
    return [databases.desk, databases.cases, keyrings.desk.db, keyrings.cases?.db].map((db) => Number(db?.pragma('schema_version', { simple: true }) ?? -1));
  };

  test('a slot that opens the desk only writes nothing at its second start, and the rest is done by the next who can', () => {
    const dir = copyOfOffice();
    const head = reopenStore(dir, office.keys);
    expect(() => erase(head, [office.amira], 'retention', actorOf(head), breakAt('noted'))).toThrow('the disk went away');
    head.close();
    const clerkKeys = () => ({ ...copyKeys(office.keys), casesKey: null, role: 'admin_office' as const });
    const open = (): Store => openStore(dir, clerkKeys(), lockFolder(dir), false);
    const first = open();
    const was = [changedBy(first), rewrites(first), readKeyCopies(folderPaths(dir).backups).map(({ turn }) => turn)];
    first.close();
    const second = open();
    expect([changedBy(second), rewrites(second), readKeyCopies(folderPaths(dir).backups).map(({ turn }) => turn)]).toEqual(was);
    second.close();
    expectForgotten(dir);
  });

  test('after a disk error in the last file the others are left as they are', () => {
    const dir = copyOfOffice();
    const store = reopenStore(dir, office.keys);
    expect(() => erase(store, [office.amira], 'retention', actorOf(store), breakAt('desk rows gone'))).toThrow('the disk went away');
    const [desk, ...others] = rewrites(store);
    store.close();
    const again = reopenStore(dir, office.keys);
    const [deskNow, ...othersNow] = rewrites(again);
    expect(othersNow).toEqual(others);
    expect(deskNow).toBeGreaterThan(desk ?? 0);
    again.close();
    expectForgotten(dir);
  });

  test('rows and keys that came back with older files go all the same', () => {
    const dir = copyOfOffice();
    const older = copyOfOffice();
    const store = reopenStore(dir, office.keys);
    expect(() => erase(store, [office.amira], 'retention', actorOf(store), breakAt('desk file rewritten'))).toThrow('the disk went away');
    store.close();
    for (const file of ['cases.db', 'cases-keys.db', 'cases-head-0', 'cases-head-1']) fs.cpSync(path.join(older, file), path.join(dir, file));
    // The other door counted on meanwhile: nothing is written until the head has decided, and then the erasure goes to its end.
    const noticed = reopenStore(dir, office.keys);
    expect(noticed.missing).toMatchObject({ desk: 0 });
    expect(listErasures(noticed)[0]?.doneAt).toBeNull();
    noticed.acceptOlder(actorOf(noticed));
    noticed.close();
    expectForgotten(dir);
  });
});

describe('an erasure that the disk refuses to complete', () => {
  test('keeps nobody out of the other records, stays open in the Löschprotokoll and is completed later', () => {
    const dir = copyOfOffice();
    const store = reopenStore(dir, office.keys);
    expect(() =>
      erase(store, [office.amira], 'retention', actorOf(store), breakAt('noted')),
    ).toThrow('the disk went away');
    store.close();
    const reader = openDatabase(folderPaths(dir).cases, office.keys.casesKey, { create: false });
    reader.exec('BEGIN; SELECT count(*) FROM intents');
    reader.prepare('SELECT count(*) FROM intents').get();
    const open = reopenStore(dir, office.keys);
    expect(listErasures(open)[0]?.doneAt).toBeNull();
    expect(others(open)).toEqual(whole);
    open.close();
    reader.exec('COMMIT');
    reader.close();
    expectForgotten(dir);
  }, 30_000);
});
