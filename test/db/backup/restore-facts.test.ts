/** What is counted of a forgotten file survives every way back, exactly once; a frozen year survives none. */
import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { runRestore } from '../../../db/backup/restore-job.ts';
import { keptFacts, unlinkedFacts, type KeptFactRow } from '../../../db/cases/kept-facts.ts';
import type { Store } from '../../../db/contract/store.ts';
import { erase } from '../../../db/erase/erase.ts';
import { freezeYears } from '../../../db/erase/freeze-years.ts';
import { freezingYears } from '../../../db/erase/freezing.ts';
import type { ErasureStep } from '../../../db/erase/steps.ts';
import { folderPaths } from '../../../db/folder.ts';
import { insideOf } from '../../../db/open-store.ts';
import { actorOf, casesOf, copyFolder, copyKeys, reopenStore } from '../folders.ts';
import { officeToForget, type OfficeToForget } from '../erase/office-to-forget.ts';

let template: OfficeToForget;
let backup: string;

beforeAll(async () => {
  template = officeToForget();
  fs.writeFileSync(folderPaths(template.dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
  const store = reopenStore(template.dir, template.keys);
  backup = (await createBackup(store, 'daily', '2026-03-02T10:00:00Z')).name;
  store.close();
}, 120_000);

function opened() {
  const dir = copyFolder(template.dir);
  return { dir, store: reopenStore(dir, template.keys) };
}

function restored(dir: string, name = backup): Store {
  const copy = copyKeys(template.keys);
  if (copy.casesKey === null) throw new Error('a head opens both doors');
  runRestore({ dir, from: folderPaths(dir).backups, name, at: '2026-03-09T10:00:00Z', keys: { ...copy, casesKey: copy.casesKey } });
  return reopenStore(dir, template.keys);
}

function countedIn(store: Store): readonly KeptFactRow[] {
  const { databases, keyrings } = insideOf(store);
  if (databases.cases === null || keyrings.cases === null) throw new Error('a head opens both doors');
  expect(databases.cases.prepare('SELECT count(*) FROM fact_links WHERE record = ?').pluck().get(template.amira)).toBe(0);
  expect(keptFacts(keyrings.cases.db)).toEqual(unlinkedFacts(databases.cases));
  return unlinkedFacts(databases.cases);
}

const remove = (dir: string, ...names: readonly string[]): void => {
  for (const name of names) for (const ending of ['', '-wal', '-shm']) fs.rmSync(`${dir}/${name}${ending}`, { force: true });
};

const losses: readonly (readonly [string, (dir: string) => void])[] = [
  ['with all files sound', () => undefined],
  ['with the cases lost', (dir) => { remove(dir, 'cases.db'); }],
  ['with the cases and their keyring lost', (dir) => { remove(dir, 'cases.db', 'cases-keys.db'); }],
  ['with a page of the cases that cannot be read', (dir) => {
    const file = folderPaths(dir).cases;
    const bytes = fs.readFileSync(file);
    for (let at = 4096 * 3; at < bytes.length; at += 4096 * 2) bytes.fill(0, at, at + 4096);
    fs.writeFileSync(file, bytes);
  }],
];

describe('a backup from before she was forgotten', () => {
  test.each(losses)('%s: her history stays gone, and she is counted exactly once per year', (_, lose) => {
    const { dir, store } = opened();
    erase(store, [template.amira], 'retention', actorOf(store));
    const was = countedIn(store);
    expect(was).toHaveLength(2);
    store.close();
    lose(dir);
    const again = restored(dir);
    expect(countedIn(again)).toEqual(was);
    expect(casesOf(again).read((tx) => tx.histories.find(template.amira))).toBeUndefined();
    expect(casesOf(again).read((tx) => tx.histories.find(template.others[0]))).toBeDefined();
  }, 60_000);

  test.each<ErasureStep>(['noted', 'facts released', 'cases keys destroyed'])('brought back while the erasure stands at “%s” counts her once, too', (last) => {
    const { dir, store } = opened();
    expect(() => erase(store, [template.amira], 'retention', actorOf(store), { onStep: (step) => { if (step === last) throw new Error('the disk went away'); } })).toThrow();
    store.close();
    const again = restored(dir);
    expect(countedIn(again).map(({ year }) => year).sort()).toEqual([2025, 2026]);
  }, 60_000);
});

test('a backup from after she was forgotten brings no row of hers a second time', async () => {
  const { dir, store } = opened();
  erase(store, [template.amira], 'retention', actorOf(store));
  const was = countedIn(store);
  const { name } = await createBackup(store, 'manual', '2026-03-05T10:00:00Z');
  store.close();
  remove(dir, 'cases.db', 'desk.db');
  expect(countedIn(restored(dir, name))).toEqual(was);
}, 60_000);

test('on her wish she comes back as the plain total, whatever was lost', () => {
  const { dir, store } = opened();
  erase(store, [template.amira], 'wish', actorOf(store));
  store.close();
  remove(dir, 'cases.db', 'cases-keys.db');
  expect(countedIn(restored(dir)).map(({ codes, key_named }) => [codes, key_named]).sort()).toEqual([
    ['{"support_form":"case_management"}', 0],
    ['{"support_form":"counselling"}', 0],
  ]);
}, 60_000);

describe('a year that was frozen', () => {
  test.each(losses)('%s: stays frozen: no row of it comes back, and the count keys of the backup are named to be taken out', (_, lose) => {
    const { dir, store } = opened();
    erase(store, [template.amira], 'retention', actorOf(store));
    for (const step of freezeYears(store, [2025], actorOf(store))) expect(step).not.toBe('');
    store.close();
    lose(dir);
    const again = restored(dir);
    expect([...casesOf(again).read((tx) => tx.frozenYears())]).toEqual([2025]);
    expect(countedIn(again).map(({ year }) => year)).toEqual([2026]);
    expect(freezingYears(again)).toEqual([2025]);
  }, 60_000);
});
