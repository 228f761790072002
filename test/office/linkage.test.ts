/**
 * Somebody with every key, every file of the data folder, and the backups of every day tries to tell which of the rows that are still counted belongs to which
 * of the files that are gone. Each test is one way to try; what remains possible stands in docs/forgetting.md.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupPaths } from '../../db/backup/backup-file.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { keyCopyPaths, readKeyCopies } from '../../db/backup/key-copies.ts';
import { unlinkedFacts } from '../../db/cases/kept-facts.ts';
import { folderPaths } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { anonymise } from '../../office/forgetting/anonymise.ts';
import { seedOffice } from '../../office/seed.ts';
import { deriveSubkey } from '../../shared/crypto/sodium.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { plainImage } from '../db/page-decryptor.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { amira, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
/** Forgotten one after the other, with a backup after each, so that the files of two days can be compared. */
const gone: { readonly record: RecordId; readonly oldRows: readonly Buffer[]; readonly intents: readonly string[]; readonly positions: readonly number[] }[] = [];
/** Kurzberatungen that became contacts of some of them. */
const talks: EntryId[] = [];
let tables: readonly string[];
let keys: { deskKey: Uint8Array; casesKey: Uint8Array };

const context = () => openContext(office.core.context);
const cases = () => {
  const { databases } = insideOf(context().store);
  if (databases.cases === null) throw new Error('the cases are closed');
  return databases.cases;
};
const tablesNow = async (): Promise<readonly string[]> =>
  Promise.all([2025, 2026].map(async (year) => canonicalJson((await office.client.monitoring.build({ year, half: null })).tables)));

/** Three of them had been in one open hour, beside somebody who never came back. */
async function moveTalks(files: readonly RecordId[]): Promise<void> {
  const rows = await office.client.tally.enter({ rows: [...files.map(() => ({ 'tally.gender': 'm', 'tally.age_group': '19_26', 'tally.minutes': 35 })), { 'tally.minutes': 5 }] });
  for (const [at, caseId] of files.entries()) {
    const row = rows[at];
    if (row === undefined) throw new Error('nothing was entered');
    await office.client.tally.moveToCase({ session: row.session, entry: row.entry, caseId });
    talks.push(row.entry);
  }
}

beforeAll(async () => {
  office = await readyOffice();
  office.clock.day = IsoDay.parse('2026-11-30');
  office.clock.now = new Date('2026-11-30T09:00:00Z');
  await seedOffice(office.core, { cases: 9, year: 2026 });
  await amira(office);
  const records = casesContext(context()).cases.read((tx) => tx.histories.ids('case'));
  await moveTalks(records.slice(0, 3));
  tables = await tablesNow();
  await office.client.safety.backupNow();
  for (const [turn, record] of records.slice(0, 4).entries()) {
    const all = <T>(sql: string): readonly T[] => cases().prepare<[string], T>(sql).pluck().all(record);
    const intents = all<string>('SELECT id FROM intents WHERE record = ?');
    gone.push({ record, oldRows: all('SELECT row_id FROM fact_links WHERE record = ?'), intents, positions: all('SELECT position FROM intents WHERE record = ?') });
    office.clock.now = new Date(Date.parse('2026-11-30T10:00:00Z') + turn * 3_600_000);
    await anonymise(context(), () => [record]);
    await office.client.safety.backupNow();
  }
  const { deskKey, casesKey } = insideOf(context().store).keys;
  keys = { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}, 240_000);
afterAll(async () => office.remove());

/** Every database of the folder as plain SQLite would have it, with the name of its file. */
function images(): readonly { readonly file: string; readonly image: Buffer; readonly db: Database.Database }[] {
  const all = readdirSync(office.dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.db') && statSync(join(office.dir, name)).isFile());
  const ring = (key: Uint8Array): Uint8Array => deriveSubkey(key, 'keyring');
  return all.flatMap((file) => {
    const bytes = readFileSync(join(office.dir, file));
    const wal = readFileSync(join(office.dir, `${file}-wal`), { flag: 'a+' });
    for (const key of [keys.deskKey, keys.casesKey, ring(keys.deskKey), ring(keys.casesKey)]) {
      const image = plainImage(bytes, wal, key);
      if (image !== null) return [{ file, image, db: new Database(image) }];
    }
    throw new Error(`no key opens ${file}`);
  });
}

const rows = () => unlinkedFacts(cases());

test('what is counted did not change by a byte, and four people left a row per year', async () => {
  expect(await tablesNow()).toEqual(tables);
  const years = gone.flatMap(({ oldRows }) => oldRows);
  expect(years.length).toBeGreaterThan(3);
  expect(rows()).toHaveLength(years.length);
});

describe('who looks for', () => {
  test('ids: no row, file, intent or entry of the forgotten is named anywhere but beside noise in dated backups', () => {
    const names = gone.flatMap(({ record, oldRows }) => [record, ...oldRows]);
    const { finds, unread } = scanFolder(office.dir, keys, names);
    expect(unread).toEqual([]);
    expect(finds.filter(({ place }) => !/^backups\/2\d{3}-/.test(place))).toEqual([]);
    // There: the record beside what nobody opens. Never a row.
    expect(finds.filter(({ canary }) => canary.startsWith('key '))).toEqual([]);
    const left = scanFolder(office.dir, keys, gone.flatMap(({ intents }) => intents.slice(0, 5)));
    expect(left.finds.filter(({ place }) => !/^backups\/2\d{3}-/.test(place))).toEqual([]);
  }, 120_000);

  test('the new ids: each stands in the cases, the keyring and its two copies, and beside nothing else', () => {
    const ids = rows().map(({ row_id }) => row_id);
    const places = new Set(scanFolder(office.dir, keys, ids).finds.map(({ place }) => place.replace(/\+wal/, '')));
    const named = [...places].filter((place) => !/: (kept_facts|monitoring_case_years|monitoring_case_years_by_year)$/.test(place));
    expect(named.filter((place) => !/-wal: frame$/.test(place))).toEqual([]);
    expect([...places].some((place) => place.startsWith('backups/2'))).toBe(false);
  }, 120_000);

  test('times and order: the tables have no time, no row number, and the rows lie in the order of their random ids', () => {
    for (const { db, file } of images()) {
      for (const table of ['monitoring_case_years', 'kept_facts']) {
        const made = db.prepare<[string], string>('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table);
        if (made === undefined) continue;
        expect([file, made.includes('WITHOUT ROWID')]).toEqual([file, true]);
        const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
        expect(columns).toEqual(['row_id', 'year', 'codes', 'key_named', 'key_sums']);
      }
    }
    // As the cells lie in the pages, written one after the other by the VACUUM of the last erasure.
    const cells = cellsByPlace();
    expect(cells.filter(({ ids }) => ids.length > 3).length).toBeGreaterThan(3);
    for (const { file, ids } of cells) expect([file, ids]).toEqual([file, ids.toSorted()]);
  });

  /** Row ids in the order their cells were laid into the pages (from the end of a page to its beginning). */
  function cellsByPlace(): readonly { readonly file: string; readonly ids: readonly string[] }[] {
    const wanted = rows().map(({ row_id }) => row_id);
    return images().flatMap(({ file, image, db }) => {
      const table = file.endsWith('cases.db') ? 'monitoring_case_years' : 'kept_facts';
      if (db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) === undefined) return [];
      const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(table);
      return pages.map((page) => {
        const content = image.subarray((page - 1) * 4096, page * 4096);
        const found = wanted.map((id) => ({ id: id.toString('hex'), at: content.indexOf(id) })).filter(({ at }) => at >= 0);
        return { file, ids: found.sort((a, b) => b.at - a.at).map(({ id }) => id) };
      });
    });
  }

  test('numbers: none of a row stands in any other column of any database', () => {
    const secret = new Set(rows().flatMap(({ key_named, key_sums }) => [key_named, key_sums]));
    for (const { file, db } of images()) {
      const names = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'").pluck().all();
      for (const table of names.filter((name) => !['monitoring_case_years', 'kept_facts'].includes(name) && !/_(data|idx|content|docsize|config)$/.test(name))) {
        for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).iterate()) {
          for (const [column, value] of Object.entries(row)) {
            if (typeof value === 'number' && secret.has(value)) expect([file, table, column]).toBe('nowhere');
          }
        }
      }
    }
  });

  test('gaps: intents, positions and links of the log that are missing say how much went and when, and no row has a number of that kind', () => {
    const db = cases();
    const positions = db.prepare<[], number>('SELECT position FROM intents').pluck().all();
    const missing = gone.flatMap((one) => one.positions);
    expect(missing.filter((position) => positions.includes(position))).toEqual([]);
    const numbers = new Set([...missing, ...db.prepare<[], number>('SELECT sequence FROM sequence_floors').pluck().all()]);
    for (const { key_named, key_sums } of rows()) expect([numbers.has(key_named), numbers.has(key_sums)]).toEqual([false, false]);
  });

  test('Kurzberatungen: none carries what stands in a line of the Löschprotokoll, and of those that became contacts only noise and what backups hold for 28 days is left', () => {
    const lines = insideOf(context().store).databases.desk.prepare<[], string>('SELECT tombstone FROM erasures').pluck().all();
    expect(lines.length).toBeGreaterThan(3);
    const rows = cases().prepare<[], string>('SELECT answers FROM tallies').pluck().all();
    expect(rows).toEqual(['{"tally.day":"2026-11-30","tally.minutes":5}']);
    const { finds } = scanFolder(office.dir, keys, [...talks, ...lines]);
    expect(finds.filter(({ place }) => !/^backups\/2\d{3}-|erasures/.test(place))).toEqual([]);
  }, 120_000);

  test('the log: what belonged to a forgotten file says neither whose nor what, and nothing in it names a row', async () => {
    const lines = casesContext(context()).cases.read((tx) => tx.audit.read({ record: null, limit: 10_000 }));
    expect(lines.filter(({ record }) => gone.some((one) => one.record === record))).toEqual([]);
    const said = context().store.desk.read((tx) => tx.audit.read({ record: null, limit: 10_000 })).filter(({ action }) => action.startsWith('record.'));
    expect(said.length).toBeGreaterThan(7);
    for (const { details } of said) expect(Object.keys(details ?? {}).sort()).toEqual(['number', 'reason']);
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  });

  test('differences between the backups of two days: no backup holds a row, and both key copies hold the same ones', () => {
    const backups = listBackups(office.dir);
    expect(backups.length).toBeGreaterThan(0);
    for (const { name } of backups) {
      const image = plainImage(readFileSync(backupPaths(join(folderPaths(office.dir).backups, name)).cases), null, keys.casesKey);
      if (image === null) throw new Error('a backup that does not open');
      const db = new Database(image);
      for (const table of ['monitoring_case_years', 'fact_links', 'monitoring_tallies']) expect([name, table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([name, table, 0]);
    }
    const copies = readKeyCopies(folderPaths(office.dir).backups).map(({ folder }) => {
      const image = plainImage(readFileSync(keyCopyPaths(folder).cases), null, deriveSubkey(keys.casesKey, 'keyring'));
      if (image === null) throw new Error('a copy that does not open');
      return new Database(image).prepare('SELECT hex(row_id) FROM kept_facts').pluck().all();
    });
    expect(copies).toEqual([rows().map(({ row_id }) => row_id.toString('hex').toUpperCase()), rows().map(({ row_id }) => row_id.toString('hex').toUpperCase())]);
  });

  test('free pages and WAL: none that held a row is left', () => {
    const old = gone.flatMap(({ oldRows }) => oldRows);
    expect(scanFolder(office.dir, keys, old).finds).toEqual([]);
    expect(cases().pragma('freelist_count', { simple: true })).toBe(0);
  }, 120_000);

  test('what was sent or shown: a preview says the tables, which did not change', () => {
    const built = context().store.desk.read((tx) => tx.deliveries.list());
    expect(new Set(built.map(({ period }) => period)).size).toBe(built.length);
  });

  test('the Löschprotokoll: its lines carry no order of the files that went together, and steps instead of counts', () => {
    const lines = context().store.desk.read(() => insideOf(context().store).databases.desk.prepare<[], { removed: string; record: string | null }>('SELECT removed, record FROM erasures').all());
    expect(lines.map(({ record }) => record)).toEqual(lines.map(() => null));
    for (const { removed } of lines) for (const count of Object.values(JSON.parse(removed) as Record<string, number>)) expect([1, 5, 20, 100, 1_000]).toContain(count);
  });
});
