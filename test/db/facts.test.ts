import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFactReader } from '../../db/fact-reader.ts';
import { folderPaths } from '../../db/folder.ts';
import { openDatabase } from '../../db/open-database.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseYearFact } from '../../shared/monitoring/types.ts';
import { casesOf, createStore, newFolder, newKeys, newRecord } from './folders.ts';
import { strippedCopy } from './stripped-copy.ts';

const fact = (sex: string, key: number): CaseYearFact => ({
  codes: { sex, age: '18-21' },
  keyNamed: key,
  keySums: 99_999_999 - key,
});

function officeWith(facts: readonly Readonly<Record<string, CaseYearFact>>[]) {
  const dir = newFolder();
  const keys = newKeys();
  const store = createStore(dir, keys);
  const ids = facts.map(() => newRecord());
  const save = (id: RecordId, years: Readonly<Record<string, CaseYearFact>>): void => {
    casesOf(store).write((tx) => {
      tx.projections.save(id, {
        row: {
          id,
          number: 'N-1',
          name: 'Haddad, Youssef',
          born: null,
          supportForm: null,
          status: 'active',
          consent: 'given',
          caseworker: null,
          deputy: null,
          shielded: false,
          cardInside: false,
          nextDate: null,
          gaps: 0,
          changedAt: '2026-03-01T10:00:00Z',
        },
        dues: [],
        words: [{ field: null, text: 'Haddad, Youssef' }],
        facts: years,
      });
    });
  };
  facts.forEach((years, i) => {
    save(ids[i] ?? newRecord(), years);
  });
  const read = (year: number) => casesOf(store).read((tx) => sorted([...tx.facts.caseYears(year)]));
  return { dir, store, save, ids, read, casesKey: keys.casesKey ?? new Uint8Array() };
}

function sorted(facts: readonly CaseYearFact[]): readonly CaseYearFact[] {
  return facts.toSorted((a, b) => a.keyNamed - b.keyNamed);
}

describe('facts', () => {
  test('are one row per case and year, replaced in place', () => {
    const office = officeWith([{ '2025': fact('f', 1), '2026': fact('f', 2) }, { '2026': fact('m', 3) }]);
    expect(office.read(2026)).toEqual([fact('f', 2), fact('m', 3)]);
    office.save(office.ids[0] ?? newRecord(), { '2025': fact('f', 1), '2026': fact('d', 2) });
    expect(office.read(2026)).toEqual([fact('d', 2), fact('m', 3)]);
    expect(office.read(2025)).toEqual([fact('f', 1)]);
  });

  test('of a year that no longer counts are gone, with their link', () => {
    const office = officeWith([{ '2025': fact('f', 1), '2026': fact('f', 2) }]);
    office.save(office.ids[0] ?? newRecord(), { '2026': fact('f', 2) });
    expect(office.read(2025)).toEqual([]);
    office.store.close();
    const db = openDatabase(folderPaths(office.dir).cases, office.casesKey, { create: false });
    expect(db.prepare('SELECT count(*) FROM fact_links').pluck().get()).toBe(1);
    db.close();
  });

  test('say nothing of whom, when or in which order', () => {
    const office = officeWith([{ '2026': fact('f', 2) }]);
    office.store.close();
    const db = openDatabase(folderPaths(office.dir).cases, office.casesKey, { create: false });
    const columns = db.prepare<[], string>("SELECT name FROM pragma_table_info('monitoring_case_years')").pluck().all();
    expect(columns).toEqual(['row_id', 'year', 'codes', 'key_named', 'key_sums']);
    const linked = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%row_id%'")
      .pluck()
      .all();
    expect(linked).toEqual(['monitoring_case_years', 'fact_links', 'monitoring_tallies']);
    expect(() => db.prepare('SELECT rowid FROM monitoring_case_years').get()).toThrow('no such column');
    db.close();
  });

  test('read the same from a copy stripped of every other table', () => {
    const office = officeWith([{ '2026': fact('f', 2) }, { '2026': fact('m', 3) }, { '2025': fact('d', 4) }]);
    const live = [2025, 2026].map((year) => office.read(year));
    office.store.close();
    const copy = strippedCopy(folderPaths(office.dir).cases, office.casesKey, path.join(newFolder(), 'copy.db'));
    expect([...copy.tables].sort()).toEqual(['monitoring_case_years', 'monitoring_tallies']);
    const opened = openFactReader(copy.file, office.casesKey);
    expect([2025, 2026].map((year) => sorted([...opened.reader.caseYears(year)]))).toEqual(live);
    opened.close();
  });
});
