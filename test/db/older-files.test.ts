/** Data folders of every schema there was, made by the Lotse of that day; see fixtures/README.md. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBackupFile } from '../../db/backup/backup-file.ts';
import type { Store } from '../../db/contract/store.ts';
import { folderPaths } from '../../db/folder.ts';
import { casesMigrations, deskMigrations, keyringMigrations } from '../../db/migrations/all.ts';
import { openCopy, openDatabase, type Sqlite } from '../../db/open-database.ts';
import { insideOf } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { unlock } from '../../db/store.ts';
import { openKeys } from '../../db/unlock.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import { deriveSubkey } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { deriveInFull } from '../support/full-argon2.ts';
import { actorOf, casesOf, changedFiles, codeOf, contentsOf, copyFolder, reopenStore } from './folders.ts';

// Those folders were made at full cost.
deriveInFull();

const fixtures = new URL('./fixtures', import.meta.url).pathname;
const password = 'Haselnuss am Waldrand';

interface Counted { readonly schema: number; readonly rows: Readonly<Record<string, number>> }
const files = ['desk', 'cases', 'desk-keys', 'cases-keys'] as const;
type File = (typeof files)[number];
type Counts = Readonly<Record<File, Counted>>;

const folders = fs.readdirSync(fixtures).filter((name) => /^schema-[\d-]+$/.test(name)).sort();
function fail(record: RecordId): never {
  throw new Error(`no state of ${record}`);
}

const countsOf = (name: string): Counts => JSON.parse(fs.readFileSync(path.join(fixtures, `${name}.json`), 'utf8')) as Counts;
const migrationsOf = { desk: deskMigrations, cases: casesMigrations, 'desk-keys': keyringMigrations, 'cases-keys': keyringMigrations };

function openOf(store: Store): Readonly<Record<File, Sqlite | undefined>> {
  const { databases, keyrings } = insideOf(store);
  return { desk: databases.desk, cases: databases.cases ?? undefined, 'desk-keys': keyrings.desk.db, 'cases-keys': keyrings.cases?.db };
}

/** Row counts of the tables that were there then. */
function rowsOf(store: Store, counts: Counts): Record<File, Record<string, unknown>> {
  const open = openOf(store);
  return Object.fromEntries(files.map((file) => [file, Object.fromEntries(Object.keys(counts[file].rows).map((table) => [
    table,
    open[file]?.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  ]))])) as Record<File, Record<string, unknown>>;
}

test.each(files)('of %s every schema before today’s has a folder', (file) => {
  const there = new Set(folders.map((name) => countsOf(name)[file].schema));
  const before = migrationsOf[file].map(({ number }) => number).slice(0, -1);
  expect(before.filter((number) => !there.has(number))).toEqual([]);
});

describe.each(folders)('%s', (name) => {
  const counts = countsOf(name);
  const then = Object.fromEntries(files.map((file) => [file, counts[file].rows]));
  const folder = path.join(fixtures, name);
  let keys: SlotKeys;
  beforeAll(async () => { keys = await openKeys(folder, null, password); }, 60_000);

  test('opens by password, has every row it had and a backup of the old schema that opens and counts the same', async () => {
    const dir = copyFolder(folder);
    const store = await unlock(dir, null, password);
    expect(store.missing).toBeNull();
    expect(rowsOf(store, counts)).toEqual(then);
    expect(files.map((file) => openOf(store)[file]?.pragma('user_version', { simple: true }))).toEqual(
      files.map((file) => migrationsOf[file].length),
    );
    for (const record of casesOf(store).read((tx) => tx.histories.ids('case'))) {
      expect(casesOf(store).read((tx) => tx.histories.read(record).length)).toBeGreaterThan(10);
    }
    const { backups } = folderPaths(dir);
    const [made = ''] = fs.readdirSync(backups).filter((entry) => entry.endsWith('-migration'));
    const said = readBackupFile(path.join(backups, made));
    expect([said.desk.schema, said.cases?.schema]).toEqual([counts.desk.schema, counts.cases.schema]);
    for (const [file, key] of [['desk', keys.deskKey], ['cases', keys.casesKey ?? new Uint8Array()]] as const) {
      const copy = openCopy(path.join(backups, made, `${file}.db`), key, { readonly: true });
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      for (const table of ['intents', 'audit', 'attachments']) {
        expect(copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(counts[file].rows[table]);
      }
      copy.close();
    }
    store.desk.write((tx) => { tx.audit.write({ action: 'case.opened', record: null, details: {} }, actorOf(store)); });
    expect(store.desk.read((tx) => tx.audit.verify().brokenAt)).toBeNull();
    store.close();
    const again = reopenStore(dir, keys);
    expect([again.missing, fs.readdirSync(backups).filter((entry) => entry.endsWith('-migration'))]).toEqual([null, [made]]);
    again.close();
  }, 60_000);

  test('knows which files hold their card without reading them, as if each had just been saved', () => {
    const store = reopenStore(copyFolder(folder), keys);
    const [said, byReading] = casesOf(store).read((tx) => [
      [tx.projections.shielded(), tx.projections.withCardInside()],
      tx.histories.ids('case').filter((record) => cardIsInside(tx.histories.find(record) ?? fail(record))),
    ]);
    expect(said).toEqual([byReading, byReading]);
    store.close();
  });

  test('without room for that backup stays as it was, byte for byte', () => {
    const dir = copyFolder(folder);
    fs.writeFileSync(folderPaths(dir).backups, 'in the way');
    const before = contentsOf(dir);
    expect(codeOf(() => reopenStore(dir, keys))).not.toBe('nothing');
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
    fs.rmSync(folderPaths(dir).backups);
    expect(rowsOf(reopenStore(dir, keys), counts)).toEqual(then);
  });

  test('killed between any two steps of the migration opens and has every row', () => {
    const paths = folderPaths(folder);
    const subkey = (key: Uint8Array | null) => deriveSubkey(key ?? new Uint8Array(), 'keyring');
    const inOrder = [
      { file: 'desk-keys', path: paths.deskKeys, key: subkey(keys.deskKey) },
      { file: 'desk', path: paths.desk, key: keys.deskKey },
      { file: 'cases-keys', path: paths.casesKeys, key: subkey(keys.casesKey) },
      { file: 'cases', path: paths.cases, key: keys.casesKey ?? new Uint8Array() },
    ] as const;
    const steps = inOrder.flatMap(({ file, path: at, key }) =>
      migrationsOf[file].slice(counts[file].schema).map((step) => ({ at: path.basename(at), key, step })),
    );
    expect(steps.length).toBeGreaterThan(0);
    for (let done = 0; done <= steps.length; done++) {
      const dir = copyFolder(folder);
      const open = steps.slice(0, done).map(({ at, key, step }) => {
        const db = openDatabase(path.join(dir, at), key, { create: false });
        db.exec(`BEGIN; ${step.sql}; PRAGMA user_version = ${String(step.number)}; COMMIT`);
        return db;
      });
      // As a kill leaves it: everything in the WAL, nobody said goodbye.
      const killed = copyFolder(dir);
      for (const db of open) db.close();
      const store = reopenStore(killed, keys);
      expect([done, store.missing, rowsOf(store, counts)]).toEqual([done, null, then]);
      store.close();
    }
  }, 60_000);

  test('put back over a folder of today is shown, not migrated, and not written', () => {
    const dir = copyFolder(folder);
    reopenStore(dir, keys).close();
    for (const file of ['desk.db', 'cases.db']) fs.cpSync(path.join(folder, file), path.join(dir, file));
    const before = contentsOf(dir);
    const store = reopenStore(dir, keys);
    expect(store.missing).not.toBeNull();
    expect(rowsOf(store, counts)).toEqual(then);
    expect(casesOf(store).read((tx) => tx.histories.ids('case')).length).toBe(counts.cases.rows['case_rows']);
    store.close();
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
    const again = reopenStore(dir, keys);
    again.acceptOlder(actorOf(again));
    again.desk.write((tx) => { tx.settings.write('a', 1); });
    again.close();
    const last = reopenStore(dir, keys);
    expect([last.missing, last.desk.read((tx) => tx.settings.read('a'))]).toEqual([null, 1]);
  });
});
