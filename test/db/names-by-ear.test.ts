/** Names in two spellings, searched through the real index: what is found, and who is found by mistake. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseProjection } from '../../db/contract/cases.ts';
import type { Store } from '../../db/contract/store.ts';
import { insideOf } from '../../db/open-store.ts';
import { soundsOf } from '../../shared/cases/sound-words.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { actorOf, casesOf, createStore, newRecord } from './folders.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const pairs: readonly Pair[] = readFileSync(join(import.meta.dirname, '..', 'vectors', 'names', 'spellings.csv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [a = '', b = '', same] = line.split(',');
    return { a, b, same: same === '1' };
  });

function save(store: Store, name: string, note = ''): RecordId {
  const id = newRecord();
  const row = { id, number: 'NI-2026-0001', name, born: null, supportForm: null, status: 'active', consent: 'given' };
  const projection: CaseProjection = {
    row: { ...row, caseworker: null, deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' },
    dues: [],
    words: [{ field: null, text: name }, ...(note === '' ? [] : [{ field: 'plan.note', text: note }])],
    facts: {},
  };
  casesOf(store).write((tx) => {
    tx.histories.create(id, 'case', actorOf(store));
    tx.projections.save(id, projection);
  });
  return id;
}

describe('226 pairs of made-up names', () => {
  let store: Store;
  const stored = new Map<string, RecordId>();
  beforeAll(() => {
    store = createStore();
    for (const name of new Set(pairs.flatMap(({ a, b }) => [a, b]))) stored.set(name, save(store, name));
  });

  const finds = (typed: string, name: string): boolean =>
    casesOf(store).read((tx) => tx.projections.search(typed, 30).some(({ record }) => record === stored.get(name)));
  const share = (same: boolean): number => {
    const tries = pairs.filter((pair) => pair.same === same).flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]);
    return tries.filter(([typed, name]) => finds(typed, name)).length / tries.length;
  };

  test('nine in ten are found by their other spelling', () => {
    expect(share(true)).toBeGreaterThan(0.9);
  });

  test('of two people with names that are alike, one in four brings up the other at most', () => {
    expect(share(false)).toBeLessThan(0.25);
  });
});

describe('a name that sounds like it', () => {
  test('comes after every case that has the typed word written, and is shown by its name', () => {
    const store = createStore();
    const youssef = save(store, 'Haddad, Youssef');
    const note = save(store, 'Meyer, Anna', 'Ihr Bruder Yusuf kommt mit.');
    const yusuf = save(store, 'Karimi, Yusuf');

    expect(casesOf(store).read((tx) => tx.projections.search('Yusuf', 10))).toMatchObject([
      { record: yusuf, field: null },
      { record: note, field: 'plan.note' },
      { record: youssef, field: null, snippet: 'Haddad, Youssef' },
    ]);
  });

  test.each([
    ['Amira', 'أميرة'], ['أميرة', 'Amira'], ['Dawit', 'ዳዊት'], ['ዳዊት', 'Dawit'], ['Nino', 'ნინო'], ['Eleni', 'Ελένη'], ['Անահիտ', 'Anahit'], ['Тарас', 'Taras'], ['یوسف', 'يوسف'],
  ])('%s, finds %s after whoever is written so', (typed, spelled) => {
    const store = createStore();
    const other = save(store, `Haddad, ${spelled}`);
    const note = save(store, 'Meyer, Anna', `${typed} kommt mit.`);
    const exact = save(store, `Karimi, ${typed}`);

    expect(casesOf(store).read((tx) => tx.projections.search(typed, 10).map(({ record }) => record))).toEqual([exact, note, other]);
  });

  test('has a place on a screen that is full of others', () => {
    const store = createStore();
    for (let i = 0; i < 12; i += 1) save(store, 'Meyer, Anna', 'Ihr Bruder Yusuf kommt mit.');
    const youssef = save(store, 'Haddad, Youssef');

    const hits = casesOf(store).read((tx) => tx.projections.search('Yusuf', 10));
    expect(hits).toHaveLength(10);
    expect(hits.at(-1)?.record).toBe(youssef);
  });

  test('fills the list only when no name is written so', () => {
    const store = createStore();
    const youssef = save(store, 'Haddad, Youssef');
    const query = { caseworker: null, status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 10 } as const;
    const list = (text: string) => casesOf(store).read((tx) => tx.projections.list({ ...query, text }).rows.map(({ id }) => id));

    expect(list('Yusuf')).toEqual([youssef]);
    const yusuf = save(store, 'Karimi, Yusuf');
    expect(list('Yusuf')).toEqual([yusuf]);
  });

  test('is found in a folder whose index was made before names were heard, as soon as its case is projected again', () => {
    const store = createStore();
    const id = save(store, 'Haddad, Youssef');
    const db = insideOf(store).databases.cases;
    db?.exec(`UPDATE case_texts SET words = '[{"field":null,"text":"Haddad, Youssef"}]'; UPDATE case_names SET words = 'haddad youssef'`);
    const found = () => casesOf(store).read((tx) => tx.projections.search('Yusuf', 10).length);

    expect(found()).toBe(0);
    const row = casesOf(store).read((tx) => tx.projections.findRow(id));
    if (row === undefined) throw new Error('no row');
    casesOf(store).write((tx) => { tx.projections.save(id, { row, dues: [], words: [{ field: null, text: 'Haddad, Youssef' }], facts: {} }); });
    expect(found()).toBe(1);
  });
});

describe('words that sound alike share a key', () => {
  const shares = (a: string, b: string): boolean => soundsOf(a).some((key) => soundsOf(b).includes(key));

  test.each([
    ['Yusuf', 'Yousef'], ['Youssef', 'Jussuf'], ['Khaled', 'Chaled'], ['Jamil', 'Dschamil'], ['Djamila', 'Jamila'], ['Schewtschenko', 'Szewczenko'],
    ['Шевченко', 'Shevchenko'], ['Çelik', 'Tschelik'], ['Mohammed', 'Muhamad'], ['Cali', 'Ali'], ['Xasan', 'Hassan'], ['Žukov', 'Schukow'],
    ['Georgiev', 'Georgieff'], ['Iuliia', 'Julija'], ['Hoxha', 'Hodscha'], ['Sahra', 'Zahra'],
  ])('%s and %s', (a, b) => {
    expect(shares(a, b)).toBe(true);
  });

  test.each([['Amin', 'Amina'], ['Ivan', 'Ivana'], ['Sara', 'Zahra'], ['Mihai', 'Mihaela'], ['Amira', 'Amina'], ['Mykola', 'Mykhailo']])('%s and %s do not', (a, b) => {
    expect(shares(a, b)).toBe(false);
  });

  test('nothing is heard in what has no letters we can read, and any text is answered', () => {
    expect(['', '123', '李明', 'राहुल', '\ud800', 'x'.repeat(10_000)].map(soundsOf)).toEqual([[], [], [], [], [], []]);
    expect(soundsOf('ccccccccccccccccjjjjjjjjjjjjxxxxxxxxxxxx').length).toBeLessThan(9);
  });
});
