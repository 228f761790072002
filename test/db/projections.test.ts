import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseListQuery, CaseProjection } from '../../db/contract/cases.ts';
import type { Store } from '../../db/contract/store.ts';
import { listSql } from '../../db/cases/case-list.ts';
import { insideOf } from '../../db/open-store.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { EntryId, UserId, type RecordId } from '../../shared/domain/ids.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { casesOf, createStore, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const anna = UserId.parse('a'.repeat(32));
const kaan = UserId.parse('b'.repeat(32));

type Words = CaseProjection['words'];

function projection(id: RecordId, row: Partial<CaseProjection['row']>, more: Partial<CaseProjection> = {}): CaseProjection {
  return {
    row: {
      id,
      number: '',
      name: '',
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
      ...row,
    },
    dues: [],
    words: [],
    facts: {},
    ...more,
  };
}

const all: CaseListQuery = { caseworker: null, status: null, supportForm: null, gapsOnly: false, text: '', sort: 'name', descending: false, offset: 0, limit: 100 };

function save(store: Store, made: CaseProjection): void {
  casesOf(store).write((tx) => {
    tx.projections.save(made.row.id, made);
  });
}

describe('the case list', () => {
  let store: Store;
  const list = (query: Partial<CaseListQuery>) => casesOf(store).read((tx) => tx.projections.list({ ...all, ...query }));
  const names = (query: Partial<CaseListQuery>) => list(query).rows.map((row) => row.name);
  beforeAll(() => {
    store = createStore();
    const people = [
      { name: 'Öztürk, Elif', number: 'A-10', caseworker: anna, gaps: 2, nextDate: IsoDay.parse('2026-05-01') },
      { name: 'Otto, Jonas', number: 'A-9', caseworker: kaan, gaps: 0, nextDate: null },
      { name: '', number: 'A-11', caseworker: anna, gaps: 9, status: 'prospect', nextDate: IsoDay.parse('2026-04-01') },
      { name: 'Łukasz, Piotr', number: 'A-1', caseworker: anna, gaps: 1, status: 'ended', nextDate: null },
    ];
    for (const person of people) {
      const words = [
        { field: null, text: person.name },
        { field: null, text: person.number },
        { field: 'goal.title', text: 'Otto Bock' },
      ];
      save(store, projection(newRecord(), person, { words }));
    }
  });

  test.each<readonly [Partial<CaseListQuery>, readonly string[]]>([
    [{}, ['Łukasz, Piotr', 'Otto, Jonas', 'Öztürk, Elif', '']],
    [{ descending: true }, ['Öztürk, Elif', 'Otto, Jonas', 'Łukasz, Piotr', '']],
    [{ sort: 'number' }, ['Łukasz, Piotr', 'Otto, Jonas', 'Öztürk, Elif', '']],
    [{ sort: 'gaps', descending: true }, ['', 'Öztürk, Elif', 'Łukasz, Piotr', 'Otto, Jonas']],
    [{ caseworker: anna }, ['Łukasz, Piotr', 'Öztürk, Elif', '']],
    [{ caseworker: anna, status: 'active' }, ['Öztürk, Elif']],
    [{ text: 'ozt' }, ['Öztürk, Elif']],
    [{ text: 'elif oeztu' }, ['Öztürk, Elif']],
    [{ text: 'Otto' }, ['Otto, Jonas']],
    [{ text: 'A 9' }, ['Otto, Jonas']],
    [{ text: '“*”' }, []],
    [{ text: 'niemand' }, []],
  ])('%j', (query, expected) => {
    expect(names(query)).toEqual(expected);
    expect(list(query).total).toBe(expected.length);
  });

  test('puts cases without a date last in both directions', () => {
    const dates = (descending: boolean) => list({ sort: 'nextDate', descending }).rows.map((row) => row.nextDate);
    expect(dates(false)).toEqual(['2026-04-01', '2026-05-01', null, null]);
    expect(dates(true)).toEqual(['2026-05-01', '2026-04-01', null, null]);
  });

  test('comes in pages that know how many there are', () => {
    const { total, rows } = list({ offset: 1, limit: 2 });
    expect([total, rows.map((row) => row.name)]).toEqual([4, ['Otto, Jonas', 'Öztürk, Elif']]);
  });

  test('names the files that hold their card, and of them the shielded ones', () => {
    const office = createStore();
    const [shielded, onItsWayBack, open] = [newRecord(), newRecord(), newRecord()];
    save(office, projection(shielded, { shielded: true, cardInside: true }));
    save(office, projection(onItsWayBack, { cardInside: true }));
    save(office, projection(open, {}));
    const said = () => casesOf(office).read((tx) => [tx.projections.shielded(), [...tx.projections.withCardInside()].sort()]);
    expect(said()).toEqual([[shielded], [shielded, onItsWayBack].sort()]);
    save(office, projection(shielded, {}));
    expect(said()).toEqual([[], [onItsWayBack]]);
  });

  test('shows a row as it was saved last', () => {
    const id = newRecord();
    const first = projection(id, { name: 'Alt, Ada', number: '1' });
    const row = {
      ...first.row,
      name: 'Neu, Ada',
      born: IsoDay.parse('2004-02-29'),
      supportForm: 'counselling',
      caseworker: kaan,
    };
    const other = createStore();
    save(other, first);
    save(other, { ...first, row });
    expect(casesOf(other).read((tx) => tx.projections.findRow(id))).toEqual(row);
    expect(casesOf(other).read((tx) => tx.projections.findRow(newRecord()))).toBeUndefined();
    expect(casesOf(other).read((tx) => tx.projections.list(all).total)).toBe(1);
  });
});

describe('search', () => {
  let store: Store;
  const ids = { youssef: newRecord(), nguyen: newRecord(), muller: newRecord() };
  const search = (text: string, limit = 20) => casesOf(store).read((tx) => tx.projections.search(text, limit));
  const found = (text: string) =>
    search(text)
      .map((hit) => Object.entries(ids).find(([, id]) => id === hit.record)?.[0])
      .sort();
  beforeAll(() => {
    store = createStore();
    const words: Readonly<Record<keyof typeof ids, Words>> = {
      youssef: [
        { field: null, text: 'Haddad, Youssef' },
        { field: null, text: 'NI-2026-0417' },
        { field: null, text: '+49 (0)170 / 123 45 67' },
        {
          field: 'plan.note',
          text: 'Sie hat am Montag in der Großküche angerufen; die Ausbildung als Köchin beginnt im August. '.repeat(3),
        },
      ],
      nguyen: [
        { field: null, text: 'Nguyễn, Thị Mai' },
        { field: 'goal.title', text: 'Deutschkurs B2 in Hamburg' },
      ],
      muller: [
        { field: null, text: 'Müller, Samuel' },
        { field: 'goal.title', text: 'Führerschein, dann Ausbildung' },
      ],
    };
    for (const name of ['youssef', 'nguyen', 'muller'] as const) {
      save(store, projection(ids[name], { name }, { words: words[name] }));
    }
  });

  test.each<readonly [string, readonly string[]]>([
    ['youssef', ['youssef']],
    ['y', ['youssef']],
    ['yous hadd', ['youssef']],
    ['mueller', ['muller']],
    ['MULLER', ['muller']],
    ['samue', ['muller']],
    ['nguyen mai', ['nguyen']],
    ['grosskuche', ['youssef']],
    ['großküche kochin', ['youssef']],
    ['haddad ausbildung', ['youssef']],
    ['ausbildung', ['muller', 'youssef']],
    ['deutschkurs b2', ['nguyen']],
    ['0417', ['youssef']],
    ['1234567', ['youssef']],
    ['0170 1234', ['youssef']],
    ['+49 170', ['youssef']],
    ['345', []],
    ['3456', ['youssef']],
    ['', []],
    ['   ', []],
    ['nirgends', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '"',
    '""',
    "'",
    '*',
    '^y',
    'y*',
    'identity:y',
    '{a b}',
    'NEAR(y, 2)',
    'a AND',
    'OR',
    'NOT y',
    '-y',
    'y"',
    '(((',
    '\u0000y',
    '%',
    '_',
    '\\',
    '\ud800',
  ])('whatever is typed is not syntax: %j', (text) => {
    expect(() => search(text)).not.toThrow();
  });

  test('says in which field the words stand, and shows them as they were typed', () => {
    expect(search('youssef')).toEqual([{ record: ids.youssef, field: null, snippet: 'Haddad, Youssef' }]);
    const [hit] = search('grosskuche');
    expect(hit?.field).toBe('plan.note');
    expect(hit?.snippet).toContain('Großküche');
    expect(hit?.snippet.length).toBeLessThan(120);
    expect(search('b2 deutschkurs')[0]).toEqual({
      record: ids.nguyen,
      field: 'goal.title',
      snippet: 'Deutschkurs B2 in Hamburg',
    });
  });

  test('a word far inside a long text is shown, a case with megabytes of text by its name', () => {
    const other = createStore();
    const [long, huge] = [newRecord(), newRecord()];
    const filler = 'Wir sprechen über den Weg zur Schule. ';
    const note = (pages: number) => [{ field: null, text: 'Rossi, Ada' }, { field: 'plan.note', text: `${filler.repeat(pages)}Brückenkurs im Herbst. ${filler}` }];
    save(other, projection(long, {}, { words: note(1_000) }));
    save(other, projection(huge, {}, { words: note(40_000) }));
    const hits = casesOf(other).read((tx) => tx.projections.search('brueckenkurs', 5));
    expect(hits.find(({ record }) => record === long)).toMatchObject({ field: 'plan.note', snippet: expect.stringContaining('Brückenkurs im Herbst') as string });
    expect(hits.find(({ record }) => record === huge)).toEqual({ record: huge, field: null, snippet: 'Rossi, Ada' });
  });

  test('names come before texts, and no more than asked for', () => {
    const other = createStore();
    const inText = Array.from({ length: 5 }, () => newRecord());
    for (const id of inText) save(other, projection(id, {}, { words: [{ field: 'plan.note', text: 'Gespräch mit Rosa' }] }));
    const rosa = newRecord();
    save(other, projection(rosa, {}, { words: [{ field: null, text: 'Rosa, Lina' }] }));
    const hits = casesOf(other).read((tx) => tx.projections.search('rosa', 3));
    expect(hits).toHaveLength(3);
    expect(hits[0]?.record).toBe(rosa);
  });

  test('forgets words that are no longer there', () => {
    const other = createStore();
    const id = newRecord();
    const search2 = (text: string) => casesOf(other).read((tx) => tx.projections.search(text, 5).length);
    save(
      other,
      projection(
        id,
        {},
        {
          words: [
            { field: null, text: 'Altname 01701112223' },
            { field: 'plan.note', text: 'Regenbogenforelle' },
          ],
        },
      ),
    );
    expect([search2('altname'), search2('regenbogen'), search2('1112')]).toEqual([1, 1, 1]);
    save(other, projection(id, {}, { words: [{ field: null, text: 'Neuname' }] }));
    expect([search2('altname'), search2('regenbogen'), search2('1112'), search2('neuname')]).toEqual([0, 0, 0, 1]);
  });
});

describe('words left for later', () => {
  const words = (name: string, text: string): Partial<CaseProjection> => ({
    words: [{ field: null, text: name }, { field: 'plan.note', text }],
  });
  function saveLater(store: Store, made: CaseProjection): void {
    casesOf(store).write((tx) => { tx.projections.save(made.row.id, made, 'later'); });
  }
  const found = (store: Store, texts: readonly string[]): readonly number[] =>
    casesOf(store).read((tx) => texts.map((text) => tx.projections.search(text, 5).length));
  const settle = (store: Store, limit: number): number => casesOf(store).write((tx) => tx.projections.settleWords(limit));

  test('are found once they are settled, also by who opens the folder next; the name is found at once', () => {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const [one, two] = [newRecord(), newRecord()];
    save(store, projection(one, {}, words('Amsel', 'Regenbogenforelle')));
    saveLater(store, projection(one, {}, words('Drossel', 'Bachsaibling')));
    saveLater(store, projection(one, {}, words('Drossel', 'Bachsaibling und Hecht')));
    saveLater(store, projection(two, {}, words('Fink', 'Zander')));
    expect(found(store, ['drossel', 'fink'])).toEqual([1, 1]);
    expect(found(store, ['hecht', 'zander'])).toEqual([0, 0]);
    store.close();
    const next = reopenStore(dir, keys);
    expect(casesOf(next).read((tx) => tx.projections.countDueWords())).toBe(2);
    expect(settle(next, 1)).toBe(1);
    expect(settle(next, 5)).toBe(0);
    expect(found(next, ['amsel', 'regenbogenforelle', 'bachsaibling', 'hecht', 'zander'])).toEqual([0, 0, 1, 1, 1]);
  });

  test('of a case that is saved at once, removed or cleared away are no longer due', () => {
    const store = createStore();
    const ids = [newRecord(), newRecord(), newRecord()] as const;
    for (const id of ids) saveLater(store, projection(id, {}, words('Amsel', 'Zander')));
    save(store, projection(ids[0], {}, words('Amsel', 'Zander')));
    expect(found(store, ['zander'])).toEqual([1]);
    casesOf(store).write((tx) => { tx.projections.remove(ids[1]); });
    expect(casesOf(store).read((tx) => tx.projections.countDueWords())).toBe(1);
    casesOf(store).write((tx) => { tx.projections.clear(); });
    expect(casesOf(store).read((tx) => tx.projections.countDueWords())).toBe(0);
  });
});

describe('the list walks an index, whatever is filtered and however it is sorted', () => {
  const sorts = ['name', 'number', 'nextDate', 'gaps', 'changedAt'] as const;
  const filters: readonly Partial<CaseListQuery>[] = [
    { caseworker: anna }, { caseworker: anna, supportForm: 'case_management' }, { caseworker: anna, status: 'active', gapsOnly: true }, { status: 'ended' }, { gapsOnly: true },
  ];
  test.each(sorts.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))('$sort, descending: $descending', (order) => {
    const db = insideOf(createStore()).databases.cases;
    const planOf = (sql: string): readonly string[] => db?.prepare<[Record<string, unknown>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values).map(({ detail }) => detail) ?? [];
    const values = { caseworker: '', status: '', supportForm: '', found: '[]', limit: 50, offset: 0 };
    for (const filter of filters) {
      const { total, rows } = listSql({ ...all, ...order, ...filter }, { text: false, closed: false });
      expect(planOf(rows)).toEqual([expect.stringMatching(/^SCAN case_rows USING INDEX case_rows_by_/)]);
      expect(planOf(total)).toEqual([expect.stringMatching(/COVERING INDEX case_rows_by_/)]);
    }
  });
});

describe('dues', () => {
  test('come by day, for one caseworker or all, up to a day', () => {
    const store = createStore();
    const [one, two] = [newRecord(), newRecord()];
    const step = EntryId.parse(randomId());
    const due = (day: string, text: string, entry: EntryId | null = null) => ({
      day: IsoDay.parse(day),
      kind: 'step' as const,
      entry,
      text,
    });
    save(
      store,
      projection(
        one,
        { caseworker: anna, name: 'A' },
        { dues: [due('2026-04-02', 'Anrufen', step), due('2026-06-01', 'Später')] },
      ),
    );
    save(store, projection(two, { caseworker: kaan, name: 'B' }, { dues: [due('2026-04-01', 'Schreiben')] }));
    const dues = (caseworker: UserId | null) =>
      casesOf(store).read((tx) => tx.projections.dues({ caseworker, until: IsoDay.parse('2026-04-30'), limit: 10 }).rows);
    expect(dues(null)).toEqual([
      { record: two, name: 'B', caseworker: kaan, ...due('2026-04-01', 'Schreiben') },
      { record: one, name: 'A', caseworker: anna, ...due('2026-04-02', 'Anrufen', step) },
    ]);
    expect(dues(anna).map((row) => row.text)).toEqual(['Anrufen']);
    save(store, projection(one, { caseworker: anna, name: 'A' }));
    expect(dues(anna)).toEqual([]);
  });

  test('beyond the limit are counted; what is shown stands by day and name, and goes with the case to another Fachkraft', () => {
    const store = createStore();
    const [one, two, three] = [newRecord(), newRecord(), newRecord()];
    const on = (...days: string[]) => days.map((day) => ({ day: IsoDay.parse(day), kind: 'review' as const, entry: null, text: day }));
    save(store, projection(one, { caseworker: anna, name: 'Zoe' }, { dues: on('2026-04-03', '2026-04-01') }));
    save(store, projection(two, { caseworker: anna, name: 'Äneas' }, { dues: on('2026-04-01', '2026-04-02') }));
    save(store, projection(three, { caseworker: anna, name: 'Mia' }, { dues: on('2026-04-01', '2026-05-01') }));
    const look = (caseworker: UserId, limit: number) => {
      const { total, rows } = casesOf(store).read((tx) => tx.projections.dues({ caseworker, until: IsoDay.parse('2026-04-30'), limit }));
      return { total, shown: rows.map(({ name, day }) => `${day} ${name}`) };
    };
    expect(look(anna, 2)).toEqual({ total: 5, shown: ['2026-04-01 Äneas', '2026-04-01 Mia'] });
    expect(look(anna, 5).shown).toEqual(['2026-04-01 Äneas', '2026-04-01 Mia', '2026-04-01 Zoe', '2026-04-02 Äneas', '2026-04-03 Zoe']);
    save(store, projection(three, { caseworker: kaan, name: 'Mia' }, { dues: on('2026-04-01', '2026-05-01') }));
    expect([look(anna, 9).total, look(kaan, 9)]).toEqual([4, { total: 1, shown: ['2026-04-01 Mia'] }]);
  });
});

describe('dropping projections', () => {
  const fact = { codes: { sex: 'f' }, keyNamed: 1, keySums: 2 };
  const full = (id: RecordId): CaseProjection =>
    projection(
      id,
      { name: 'Da' },
      {
        words: [{ field: null, text: 'Da' }],
        dues: [{ day: IsoDay.parse('2026-04-01'), kind: 'review', entry: null, text: '' }],
        facts: { '2026': fact },
      },
    );

  test('clear empties lists, search and dues, and keeps facts until the cases are saved anew', () => {
    const store = createStore();
    const id = newRecord();
    save(store, full(id));
    const seen = () =>
      casesOf(store).read(({ projections, facts }) => [
        projections.list(all).total,
        projections.search('da', 5).length,
        projections.dues({ caseworker: null, until: IsoDay.parse('2026-12-31'), limit: 10 }).total,
        [...facts.caseYears(2026)].length,
      ]);
    casesOf(store).write((tx) => {
      tx.projections.clear();
    });
    expect(seen()).toEqual([0, 0, 0, 1]);
    save(store, full(id));
    expect(seen()).toEqual([1, 1, 1, 1]);
    casesOf(store).write((tx) => {
      tx.projections.remove(id);
    });
    expect(seen()).toEqual([0, 0, 0, 0]);
  });
});
