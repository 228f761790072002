import { beforeAll, describe, expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { keptFacts, unlinkedFacts } from '../../../db/cases/kept-facts.ts';
import type { ErasureReason } from '../../../db/contract/backup.ts';
import type { Store } from '../../../db/contract/store.ts';
import { erase } from '../../../db/erase/erase.ts';
import { insideOf } from '../../../db/open-store.ts';
import type { CaseYearFact, Table } from '../../../shared/monitoring/types.ts';
import { scanFolder } from '../../support/decrypting-scan.ts';
import { actorOf, casesOf, copyFolder, reopenStore } from '../folders.ts';
import { copyEverywhere, officeToForget, tablesOf, type OfficeToForget } from './office-to-forget.ts';

let office: OfficeToForget;
beforeAll(async () => {
  office = officeToForget();
  await copyEverywhere(office);
}, 240_000);

function opened(): { readonly dir: string; readonly store: Store } {
  const dir = copyFolder(office.dir);
  return { dir, store: reopenStore(dir, office.keys) };
}

function bothOf(store: Store) {
  const { databases, keyrings } = insideOf(store);
  if (databases.cases === null || keyrings.cases === null) throw new Error('a head opens both doors');
  return { cases: databases.cases, ring: keyrings.cases.db };
}

const rowsOf = (store: Store, year: number): readonly CaseYearFact[] => casesOf(store).read((tx) => [...tx.facts.caseYears(year)]);
const forget = (store: Store, reason: ErasureReason) => erase(store, [office.amira], reason, actorOf(store));
const linkedRows = (store: Store) => bothOf(store).cases.prepare<[string], Buffer>('SELECT row_id FROM fact_links WHERE record = ?').pluck().all(office.amira);

describe('when its time is over', () => {
  test('a file leaves one row per year that nobody is linked to, and the tables of every year are the same bytes', () => {
    const { dir, store } = opened();
    const before = tablesOf(store);
    const oldIds = linkedRows(store);
    expect(oldIds).toHaveLength(2);
    const placesBefore = scanFolder(dir, office.keys, oldIds).finds.length;
    expect(placesBefore).toBeGreaterThan(0);
    forget(store, 'retention');

    expect(tablesOf(store)).toEqual(before);
    expect(linkedRows(store)).toEqual([]);
    expect(rowsOf(store, 2025)).toHaveLength(2);
    const left = unlinkedFacts(bothOf(store).cases);
    expect(left.map(({ year }) => year).sort()).toEqual([2025, 2026]);
    expect(left.map(({ row_id }) => row_id.toString('hex')).filter((id) => oldIds.some((old) => old.toString('hex') === id))).toEqual([]);
    // In no page, no frame, no copy: whoever once saw the old id finds nothing of it.
    expect(scanFolder(dir, office.keys, oldIds).finds).toEqual([]);
  });

  test('the row says what the tables of the year use, and not one code more', () => {
    const { store } = opened();
    forget(store, 'retention');
    for (const { codes } of unlinkedFacts(bothOf(store).cases)) {
      expect(Object.keys(JSON.parse(codes) as object).sort()).toEqual(['age_group', 'cm_flow', 'destination', 'gender', 'support_form', 'time_since_entry']);
    }
  });

  test('the keyring keeps the same rows, so that they outlive the loss of the cases; no dated backup has a row', async () => {
    const { dir, store } = opened();
    forget(store, 'retention');
    const { cases, ring } = bothOf(store);
    expect(keptFacts(ring)).toEqual(unlinkedFacts(cases));
    const { name } = await createBackup(store, 'manual', '2026-03-05T10:00:00Z');
    const ids = cases.prepare<[], Buffer>('SELECT row_id FROM monitoring_case_years').pluck().all();
    expect(ids).toHaveLength(4);
    store.close();
    const places = scanFolder(dir, office.keys, ids).finds.map(({ place }) => place);
    expect(places.filter((place) => place.includes(name))).toEqual([]);
    expect(places.filter((place) => place.startsWith('backups/keys-')).length).toBeGreaterThan(0);
  });

  test('forgetting twice, and projecting all others anew, changes nothing of it', () => {
    const { store } = opened();
    const before = tablesOf(store);
    forget(store, 'retention');
    expect(forget(store, 'retention')).toEqual([]);
    casesOf(store).write((tx) => { tx.projections.clear(); tx.histories.rebuildStates(); });
    expect(tablesOf(store)).toEqual(before);
  });
});

describe('on her wish', () => {
  test('her row shrinks to the plain total: it counts where the JMD publishes exactly, and nowhere else', () => {
    const { store } = opened();
    const before = tablesOf(store).map((one) => JSON.parse(one) as readonly Table[]);
    forget(store, 'wish');
    const after = tablesOf(store).map((one) => JSON.parse(one) as readonly Table[]);
    const exact = (all: readonly (readonly Table[])[]) => all.map((tables) => tables.find(({ id }) => id === 'A1'));
    expect(exact(after)).toEqual(exact(before));
    const finer = (all: readonly (readonly Table[])[]) => all.map((tables) => tables.filter(({ id }) => id !== 'A1'));
    // The others alone, as if she had never been in them.
    erase(store, [office.others[0]], 'mistake', actorOf(store));
    expect(finer(tablesOf(store).map((one) => JSON.parse(one) as readonly Table[])).flat().flatMap(({ cells }) => cells.filter(({ value }) => value !== 0))).toEqual([]);
    expect(finer(after)).toHaveLength(2);
  });

  test('not one of her count keys stays, not in pages and not in copies', () => {
    const { dir, store } = opened();
    const keys = rowsOf(store, 2025).concat(rowsOf(store, 2026)).filter(({ codes }) => codes['gender'] === 'w');
    expect(keys).toHaveLength(2);
    forget(store, 'wish');
    expect(unlinkedFacts(bothOf(store).cases).map(({ codes, key_named, key_sums }) => [codes, key_named, key_sums])).toEqual(expect.arrayContaining([
      ['{"support_form":"counselling"}', 0, 0],
      ['{"support_form":"case_management"}', 0, 0],
    ]));
    const left = [...rowsOf(store, 2025), ...rowsOf(store, 2026)];
    expect(left.filter(({ keyNamed, keySums }) => keys.some((one) => [one.keyNamed, one.keySums].some((key) => key === keyNamed || key === keySums)))).toEqual([]);
    expect(scanFolder(dir, office.keys, [Buffer.from('"gender":"w","handball"')]).finds).toEqual([]);
  });
});

test('a file made in error was never counted', () => {
  const { store } = opened();
  forget(store, 'mistake');
  expect(unlinkedFacts(bothOf(store).cases)).toEqual([]);
  expect([rowsOf(store, 2025).length, rowsOf(store, 2026).length]).toEqual([1, 1]);
});
