import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderPaths } from '../../db/folder.ts';
import { openDatabase, type Sqlite } from '../../db/open-database.ts';
import { insideOf } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import {
  actorOf,
  casesOf,
  codeOf,
  copyFolder,
  createStore,
  destroyFileKey,
  newFolder,
  newKeys,
  newRecord,
  reopenStore,
} from './folders.ts';

let office: string;
let keys: SlotKeys;
let record: RecordId;
const entries = 8;

/** Eight entries: half about a record, half about none. Every test works on a copy. */
beforeAll(() => {
  office = newFolder();
  keys = newKeys();
  record = newRecord();
  const store = createStore(office, keys);
  casesOf(store).write((tx) => tx.histories.create(record, 'case', actorOf(store)));
  for (let i = 1; i <= entries; i++) {
    casesOf(store).write((tx) => {
      const about = i % 2 === 0 ? record : null;
      tx.audit.write(
        { action: 'case.opened', record: about, details: { number: i } },
        actorOf(store, `2026-03-02T09:15:0${String(i)}Z`),
      );
    });
  }
  store.close();
});

function tamper(dir: string, change: (db: Sqlite) => unknown): void {
  const db = openDatabase(folderPaths(dir).cases, keys.casesKey ?? new Uint8Array(), { create: false });
  change(db);
  db.close();
}

function verify(dir: string) {
  const store = reopenStore(dir, keys);
  const check = casesOf(store).read((tx) => tx.audit.verify());
  store.close();
  return check;
}

describe('the chain', () => {
  test('holds, and says what happened, newest first', () => {
    const store = reopenStore(copyFolder(office), keys);
    const { all, ofRecord, check } = casesOf(store).read(({ audit }) => ({
      all: audit.read({ record: null, limit: 3 }),
      ofRecord: audit.read({ record, limit: 100 }),
      check: audit.verify(),
    }));
    expect(check).toEqual({ door: 'cases', entries, brokenAt: null });
    expect(all.map((line) => [line.sequence, line.details])).toEqual([
      [8, { number: 8 }],
      [7, { number: 7 }],
      [6, { number: 6 }],
    ]);
    expect(ofRecord.map((line) => line.sequence)).toEqual([8, 6, 4, 2]);
    expect(ofRecord[0]).toEqual({
      sequence: 8,
      at: '2026-03-02T09:15:08Z',
      user: store.user,
      action: 'case.opened',
      record,
      details: { number: 8 },
    });
  });

  test('nothing of a write that throws enters it', () => {
    const store = reopenStore(copyFolder(office), keys);
    const failing = () =>
      casesOf(store).write((tx) => {
        tx.audit.write({ action: 'case.opened', record, details: {} }, actorOf(store));
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(casesOf(store).read((tx) => tx.audit.verify())).toEqual({ door: 'cases', entries, brokenAt: null });
  });

  test('each door has its own', () => {
    const store = reopenStore(copyFolder(office), keys);
    expect(store.desk.read((tx) => tx.audit.verify())).toEqual({ door: 'desk', entries: 0, brokenAt: null });
  });

  test.each([
    ['a changed action', "UPDATE audit SET action = 'case.printed' WHERE sequence = 4", 4],
    ['a changed time', "UPDATE audit SET at = '2026-01-01T00:00:00Z' WHERE sequence = 5", 5],
    ['a changed user', 'UPDATE audit SET user = NULL WHERE sequence = 3', 3],
    ['changed details', 'UPDATE audit SET sealed = zeroblob(90) WHERE sequence = 6', 6],
    ['details of another entry', 'UPDATE audit SET sealed = (SELECT sealed FROM audit WHERE sequence = 2) WHERE sequence = 4', 4],
    ['another record', 'UPDATE audit SET record = NULL WHERE sequence = 2', 2],
    ['a removed entry', 'DELETE FROM audit WHERE sequence = 3', 3],
    [
      'a removed entry, the later ones moved up',
      'DELETE FROM audit WHERE sequence = 3; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 3',
      3,
    ],
    [
      'two entries in another order',
      'UPDATE audit SET sequence = 100 WHERE sequence = 4; UPDATE audit SET sequence = 4 WHERE sequence = 5; UPDATE audit SET sequence = 5 WHERE sequence = 100',
      4,
    ],
    ['a cut-off end', 'DELETE FROM audit WHERE sequence > 6', 7],
    ['nothing left', 'DELETE FROM audit', 1],
  ])('%s is found', (_, sql, brokenAt) => {
    const dir = copyFolder(office);
    tamper(dir, (db) => db.exec(sql));
    expect(verify(dir).brokenAt).toBe(brokenAt);
  });

  test('a cut-off end stays found until the head decides to go on', () => {
    const dir = copyFolder(office);
    tamper(dir, (db) => db.exec('DELETE FROM audit WHERE sequence > 4'));
    const store = reopenStore(dir, keys);
    expect(store.missing).toEqual({ desk: 0, cases: 4 });
    const open = (): void => {
      casesOf(store).write((tx) => { tx.audit.write({ action: 'case.opened', record: null, details: {} }, actorOf(store)); });
    };
    expect(codeOf(open)).toBe('STORE_READ_ONLY');
    expect(casesOf(store).read((tx) => tx.audit.verify()).brokenAt).toBe(5);
    store.acceptOlder(actorOf(store));
    open();
    store.close();
    expect(verify(dir)).toEqual({ door: 'cases', entries: 5, brokenAt: null });
    const again = reopenStore(dir, keys);
    expect(again.missing).toBeNull();
    const [said] = again.desk.read((tx) => tx.audit.read({ record: null, limit: 1 }));
    expect(said).toMatchObject({ action: 'store.accept_older', details: { desk: 0, cases: 4 } });
  });

  test('is read in the order of storing, whatever the clock said', () => {
    const store = reopenStore(copyFolder(office), keys);
    for (const at of ['2099-01-01T00:00:00Z', '2017-06-30T12:00:00Z', '2026-03-02T09:16:00Z']) {
      casesOf(store).write((tx) => { tx.audit.write({ action: 'case.opened', record, details: { at } }, actorOf(store, at)); });
    }
    const newest = ['2026-03-02T09:16:00Z', '2017-06-30T12:00:00Z', '2099-01-01T00:00:00Z', '2026-03-02T09:15:08Z'];
    for (const about of [record, null]) {
      const lines = casesOf(store).read((tx) => tx.audit.read({ record: about, limit: 4 }));
      expect(lines.map((line) => line.at)).toEqual(newest);
    }
    expect(casesOf(store).read((tx) => tx.audit.verify())).toEqual({ door: 'cases', entries: entries + 3, brokenAt: null });
    const plan = (query: string) =>
      insideOf(store).databases.cases?.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`).all().map((step) => step.detail);
    expect(plan('SELECT * FROM audit ORDER BY rowid DESC LIMIT 9')).toEqual(['SCAN audit']);
    expect(plan("SELECT * FROM audit WHERE record = 'x' ORDER BY rowid DESC LIMIT 9")?.[0]).toContain('USING INDEX audit_by_record');
  });

  test('without the heads nobody vouches for the end; one of them is enough', () => {
    const dir = copyFolder(office);
    const { casesHead } = folderPaths(dir);
    fs.writeFileSync(`${casesHead}-1`, '');
    expect(verify(dir).brokenAt).toBeNull();
    for (const turn of ['0', '1']) fs.writeFileSync(`${casesHead}-${turn}`, 'x'.repeat(168));
    expect(verify(dir).brokenAt).toBe(entries + 1);
    const store = reopenStore(dir, keys);
    // Nobody can say how many are missing, or whether any are.
    expect(store.missing).toEqual({ desk: 0, cases: 0 });
    store.acceptOlder(actorOf(store));
    expect(casesOf(store).read((tx) => tx.audit.verify()).brokenAt).toBeNull();
  });

  test('still verifies when the file key of a record is gone, and says no more of it', () => {
    const dir = copyFolder(office);
    destroyFileKey(dir, keys, record);
    expect(verify(dir)).toEqual({ door: 'cases', entries, brokenAt: null });
    const store = reopenStore(dir, keys);
    const lines = casesOf(store).read((tx) => tx.audit.read({ record: null, limit: 2 }));
    expect(lines.map((line) => [line.sequence, line.details])).toEqual([
      [8, null],
      [7, { number: 7 }],
    ]);
  });
});
