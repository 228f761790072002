import path from 'node:path';
import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as casesSchema from '../../db/cases/schema.ts';
import * as deskSchema from '../../db/desk/schema.ts';
import { migrate, type Migration } from '../../db/migrate.ts';
import { casesMigrations, deskMigrations, keyringMigrations } from '../../db/migrations/all.ts';
import { openDatabase } from '../../db/open-database.ts';
import { randomBytes } from '../../shared/crypto/sodium.ts';
import { codeOf, contentsOf, newFolder } from './folders.ts';

const key = randomBytes(32);
const two: readonly Migration[] = [
  { number: 1, sql: 'CREATE TABLE a (x TEXT)' },
  { number: 2, sql: "CREATE TABLE b (y TEXT); INSERT INTO b VALUES ('moved')" },
];

function newDatabase(dir = newFolder()) {
  return openDatabase(path.join(dir, 'a.db'), key, { create: true });
}

describe('migrations', () => {
  test('bring an empty database and an old one to the same schema', () => {
    const fresh = newDatabase();
    const old = newDatabase();
    migrate(fresh, two);
    migrate(old, two.slice(0, 1));
    migrate(old, two);
    const schema = 'SELECT name, sql FROM sqlite_schema ORDER BY name';
    expect(old.prepare(schema).all()).toEqual(fresh.prepare(schema).all());
    expect(old.pragma('user_version', { simple: true })).toBe(2);
    fresh.close();
    old.close();
  });

  test('are not run twice', () => {
    const db = newDatabase();
    migrate(db, two);
    migrate(db, two);
    expect(db.prepare('SELECT count(*) FROM b').pluck().get()).toBe(1);
    db.close();
  });

  test('leave nothing of a step that fails', () => {
    const db = newDatabase();
    const failing = [...two, { number: 3, sql: 'CREATE TABLE c (z); INSERT INTO nowhere VALUES (1)' }];
    expect(() => {
      migrate(db, failing);
    }).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'c'").pluck().get()).toBe(0);
    db.close();
  });

  test('refuse a newer database and touch nothing', () => {
    const dir = newFolder();
    const db = newDatabase(dir);
    migrate(db, two);
    db.close();
    const before = contentsOf(dir);
    const again = openDatabase(path.join(dir, 'a.db'), key, { create: false });
    expect(
      codeOf(() => {
        migrate(again, two.slice(0, 1));
      }),
    ).toBe('DATABASE_NEWER');
    again.close();
    expect(contentsOf(dir)).toEqual(before);
  });

  test.each([
    ['desk', deskMigrations],
    ['cases', casesMigrations],
    ['keyrings', keyringMigrations],
  ])('of the %s are numbered without gaps', (_, migrations) => {
    expect(migrations.map((m) => m.number)).toEqual(migrations.map((_m, i) => i + 1));
  });
});

describe('from the first schema of the cases to the second', () => {
  test('each date says whose it is, and name, number and phone stand by themselves', () => {
    const db = newDatabase();
    migrate(db, casesMigrations.slice(0, 1));
    const addRow = db.prepare(`
      INSERT INTO case_rows (row, id, number, number_sort, name, name_sort, status, consent, caseworker, gaps, changed_at) VALUES (?, ?, '', '', '', '', '', '', ?, 0, '')`);
    for (const [row, caseworker] of [[1, 'anna'], [2, 'kaan'], [3, null]] as const) {
      addRow.run(row, `case${String(row)}`, caseworker);
      db.prepare("INSERT INTO dues (record, day, kind, text) VALUES (?, '2026-04-01', 'review', '')").run(`case${String(row)}`);
    }
    const words = [{ field: null, text: 'Haddad, "Youssef"' }, { field: 'plan.note', text: 'Brückenkurs' }, { field: null, text: '0170 1' }];
    const addText = db.prepare("INSERT INTO case_texts (row, words, digits) VALUES (?, ?, '01701')");
    // As the very first index kept them, and with the number of the edition.
    addText.run(1, JSON.stringify(words));
    addText.run(2, JSON.stringify({ indexed: 2, words }));
    addText.run(3, JSON.stringify({ indexed: 2, words: [] }));
    migrate(db, casesMigrations);
    expect(db.prepare('SELECT record, caseworker FROM dues ORDER BY record').raw().all()).toEqual([['case1', 'anna'], ['case2', 'kaan'], ['case3', null]]);
    const texts = db.prepare<[], [string, string, string]>('SELECT identity, digits, words FROM case_texts ORDER BY row').raw().all();
    const identity = JSON.stringify(['Haddad, "Youssef"', '0170 1']);
    expect(texts).toEqual([
      [identity, '01701', JSON.stringify(words)],
      [identity, '01701', JSON.stringify({ indexed: 2, words })],
      ['[]', '01701', JSON.stringify({ indexed: 2, words: [] })],
    ]);
    db.close();
  });
});

describe('the drizzle tables are the tables that the migrations make', () => {
  const tables = [
    ...Object.values(deskSchema).map((table) => [getTableName(table as Table), deskMigrations, table as Table] as const),
    ...Object.values(casesSchema).map((table) => [getTableName(table as Table), casesMigrations, table as Table] as const),
  ];
  test.each(tables)('%s', (name, migrations, table) => {
    const db = newDatabase();
    migrate(db, migrations);
    const real = db.prepare<[], { name: string; notnull: number; pk: number }>(`PRAGMA table_info(${name})`).all();
    const declared = Object.values(getTableColumns(table));
    expect(declared.map((column) => column.name).sort()).toEqual(real.map((column) => column.name).sort());
    for (const column of real) {
      if (column.pk > 0) continue;
      expect([column.name, declared.find((d) => d.name === column.name)?.notNull]).toEqual([column.name, column.notnull === 1]);
    }
    db.close();
  });

  test('every full text table deletes its words for good', () => {
    const db = newDatabase();
    migrate(db, casesMigrations);
    const full = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'").pluck().all();
    expect(full).toEqual(['case_names', 'case_words']);
    for (const name of full) {
      expect(db.prepare(`SELECT v FROM ${name}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
    }
    db.close();
  });
});
