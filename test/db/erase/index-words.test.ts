import { describe, expect, test } from 'vitest';
import { erase } from '../../../db/erase/erase.ts';
import { insideOf } from '../../../db/open-store.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { placesOf, scanFolder } from '../../support/decrypting-scan.ts';
import { actorOf, casesOf, createStore, newFolder, newKeys, newRecord } from '../folders.ts';

/** Words so much alike that only their ends tell them apart: pages of the index part in the middle of them. */
const wordOf = (number: number): string => `kichererbsentopf${String(number).padStart(4, '0')}wackelpudding`;

function officeOf(cases: number) {
  const dir = newFolder();
  const keys = newKeys();
  const { casesKey } = keys;
  if (casesKey === null) throw new Error('a head opens the cases');
  const store = createStore(dir, keys);
  const records = Array.from({ length: cases }, () => newRecord());
  casesOf(store).write((tx) => {
    records.forEach((record, number) => {
      const row = { id: record, number: 'N-1', name: wordOf(number), born: null, supportForm: null, status: 'active', consent: 'given' };
      tx.histories.create(record, 'case', actorOf(store));
      tx.projections.save(record, {
        row: { ...row, caseworker: null, deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' },
        dues: [],
        words: [{ field: null, text: wordOf(number) }, { field: 'plan.note', text: `${wordOf(number)} ${'mit vielen Worten '.repeat(3)}` }],
        facts: {},
      });
    });
  });
  return { dir, keys: { ...keys, casesKey }, store, records };
}

describe('the index', () => {
  test('keeps not even the beginning of an erased word where it parted two pages, and still finds the others', () => {
    const { dir, keys, store, records } = officeOf(400);
    const gone = Array.from({ length: 40 }, (_, i) => i * 10);
    erase(store, gone.map((number) => records[number] as RecordId), 'retention', actorOf(store));
    const { cases } = insideOf(store).databases;
    for (const table of ['case_names', 'case_words']) {
      const parting = cases?.prepare<[], Buffer>(`SELECT CAST(term AS BLOB) FROM ${table}_idx`).pluck().all() ?? [];
      expect(parting.filter((term) => gone.some((number) => term.includes(wordOf(number).slice(0, 20))))).toEqual([]);
      expect(cases?.prepare(`SELECT v FROM ${table}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
    }
    const scan = scanFolder(dir, keys, [wordOf(11)]);
    expect(scan.unread).toEqual([]);
    // Who sounds alike is found as well; nobody who is gone.
    const hits = casesOf(store).read((tx) => tx.projections.search(wordOf(11), 400).map((hit) => hit.record));
    expect(hits).toContain(records[11]);
    expect(gone.filter((number) => hits.includes(records[number] as RecordId))).toEqual([]);
    expect(placesOf(scan, wordOf(11)).length).toBeGreaterThan(0);
  });

  test.each(['case_names', 'case_words'])('%s made anew deletes for good as before: words deleted later are not in its pages', (table) => {
    const { dir, keys, store } = officeOf(3);
    const { cases } = insideOf(store).databases;
    cases?.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
    const canary = 'vogelbeerstrauchzeilenrand';
    cases?.prepare(`INSERT INTO ${table} (rowid, words) VALUES (77, ?)`).run(`${canary} und mehr`);
    expect(placesOf(scanFolder(dir, keys, [canary]), canary)).toContain('cases.db-wal: frame');
    cases?.prepare(`DELETE FROM ${table} WHERE rowid = 77`).run();
    // Neither merged nor vacuumed: only the pages as they are now.
    cases?.pragma('wal_checkpoint(TRUNCATE)');
    expect(placesOf(scanFolder(dir, keys, [canary]), canary)).toEqual([]);
    expect(cases?.prepare(`SELECT v FROM ${table}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
  });
});
