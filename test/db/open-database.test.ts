import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { assertOpen, openCopy, openDatabase } from '../../db/open-database.ts';
import { insideOf } from '../../db/open-store.ts';
import { randomBytes } from '../../shared/crypto/sodium.ts';
import { changedFiles, codeOf, contentsOf, createStore, newFolder } from './folders.ts';
import { decryptPages } from './page-decryptor.ts';

const key = randomBytes(32);

function newFile(): string {
  return path.join(newFolder(), 'a.db');
}

describe('without a sound key nothing is opened or made', () => {
  const keys: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['null', null],
    ['an empty key', new Uint8Array(0)],
    ['an empty string', ''],
    ['a password', 'Sommer2026!Sommer2026!Sommer2026'],
    ['31 bytes', randomBytes(31)],
    ['33 bytes', randomBytes(33)],
    ['32 zero bytes', new Uint8Array(32)],
  ];
  test.each(keys)('%s is refused and leaves no file', (_, bad) => {
    const file = newFile();
    expect(codeOf(() => openDatabase(file, bad as Uint8Array, { create: true }))).toBe('KEY_INVALID');
    expect(fs.readdirSync(path.dirname(file))).toEqual([]);
  });

  test.each(keys)('%s opens no copy either, and the copy stays as it is', (_, bad) => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    const before = contentsOf(path.dirname(file));
    for (const readonly of [true, false]) expect(codeOf(() => openCopy(file, bad as Uint8Array, { readonly }))).toBe('KEY_INVALID');
    expect(changedFiles(before, contentsOf(path.dirname(file)))).toEqual([]);
  });

  test('a database that exists stays as it is', () => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    const before = fs.readFileSync(file);
    expect(codeOf(() => openDatabase(file, new Uint8Array(16), { create: false }))).toBe('KEY_INVALID');
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });
});

describe('what is on the disk', () => {
  test('every page is ChaCha20-Poly1305 under exactly the key that was given', () => {
    const file = newFile();
    const db = openDatabase(file, key, { create: true });
    db.exec("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('Regenbogenforelle')");
    db.close();
    const bytes = fs.readFileSync(file);
    const pages = decryptPages(bytes, key);
    expect(pages.every((page) => page.authentic)).toBe(true);
    expect(pages.some((page) => page.plain.includes('Regenbogenforelle'))).toBe(true);
    expect(bytes.includes('Regenbogenforelle')).toBe(false);
    expect(decryptPages(bytes, randomBytes(32)).some((page) => page.authentic)).toBe(false);
  });

  test('the pragmas of every connection are those of R27', () => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    const db = openDatabase(file, key, { create: false });
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    expect(
      Object.fromEntries(['journal_mode', 'synchronous', 'temp_store', 'foreign_keys', 'secure_delete'].map((n) => [n, read(n)])),
    ).toEqual({ journal_mode: 'wal', synchronous: 2, temp_store: 2, foreign_keys: 1, secure_delete: 1 });
    expect(Object.fromEntries(['trusted_schema', 'cell_size_check', 'mmap_size', 'cache_size'].map((n) => [n, read(n)]))).toEqual(
      {
        trusted_schema: 0,
        cell_size_check: 1,
        mmap_size: 0,
        cache_size: -65_536,
      },
    );
    db.close();
  });
});

describe('a connection that is not as it should be', () => {
  const wrong = ['journal_mode = delete', 'synchronous = 1', 'temp_store = 0', 'foreign_keys = 0', 'secure_delete = 0', 'trusted_schema = 1',
    'cell_size_check = 0', 'mmap_size = 4096', 'cache_size = -2000', 'busy_timeout = 0'];
  test.each(wrong)('with %s is refused by name', (pragma) => {
    const db = openDatabase(newFile(), key, { create: true });
    assertOpen(db, false);
    db.pragma(pragma);
    expect(() => { assertOpen(db, false); }).toThrow(`pragma ${pragma.split(' ')[0] ?? ''} is`);
    db.close();
  });

  test.each([
    ['3.51.2', 'too old'],
    ['3.50.9', 'too old'],
    ['2.99.99', 'too old'],
    ['3.51.3', 'nothing'],
    ['3.100.0', 'nothing'],
    ['4.0.0', 'nothing'],
  ])('with SQLite %s: %s', (version, complaint) => {
    const db = openDatabase(newFile(), key, { create: true });
    const says = { pluck: () => ({ get: () => version }) };
    const other = new Proxy(db, {
      get: (target, name) => (name === 'prepare' ? (sql: string) => (sql.includes('sqlite_version') ? says : target.prepare(sql)) : (...args: [string]) => target.pragma(...args, { simple: true })),
    });
    expect(codeOf(() => { assertOpen(other, false); })).toContain(complaint);
    db.close();
  });

  test('is no copy that is opened by itself: its pragmas are those of R27 as far as they are about one file', () => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    for (const readonly of [true, false]) {
      const copy = openCopy(file, key, { readonly });
      const read = ['temp_store', 'secure_delete', 'trusted_schema', 'cell_size_check', 'mmap_size'].map((name) => copy.pragma(name, { simple: true }));
      expect([readonly, ...read]).toEqual([readonly, 2, 1, 0, 1, 0]);
      if (!readonly) expect(copy.pragma('synchronous', { simple: true })).toBe(2);
      copy.close();
    }
  });

  test('is none of the four of an open store', () => {
    const { databases, keyrings } = insideOf(createStore());
    for (const db of [databases.desk, databases.cases, keyrings.desk.db, keyrings.cases?.db]) {
      expect(() => { if (db !== null && db !== undefined) assertOpen(db, false); }).not.toThrow();
    }
  });

  test('read-only changes no byte, also with a WAL beside it', () => {
    const file = newFile();
    const db = openDatabase(file, key, { create: true });
    db.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('in the WAL')");
    const copy = newFolder();
    for (const end of ['', '-wal']) fs.cpSync(`${file}${end}`, path.join(copy, `a.db${end}`));
    db.close();
    const before = contentsOf(copy);
    const look = openDatabase(path.join(copy, 'a.db'), key, { create: false, readOnly: true });
    expect(look.prepare('SELECT a FROM t').pluck().get()).toBe('in the WAL');
    expect(() => look.exec("INSERT INTO t VALUES ('no')")).toThrow();
    look.close();
    expect(changedFiles(before, contentsOf(copy))).toEqual([]);
  });
});

describe('files that are not what they should be', () => {
  test('a missing file is missing, and stays missing', () => {
    const file = newFile();
    expect(codeOf(() => openDatabase(file, key, { create: false }))).toBe('DATABASE_MISSING');
    expect(fs.existsSync(file)).toBe(false);
  });

  test('an empty file does not pass as a new database', () => {
    const file = newFile();
    fs.writeFileSync(file, '');
    expect(codeOf(() => openDatabase(file, key, { create: false }))).toBe('DATABASE_DAMAGED');
    expect(fs.statSync(file).size).toBe(0);
  });

  test('a plain SQLite file is refused', () => {
    const file = newFile();
    const plain = new Database(file);
    plain.exec('CREATE TABLE t (a)');
    plain.close();
    expect(codeOf(() => openDatabase(file, key, { create: false }))).toBe('DATABASE_DAMAGED');
  });

  test('another key does not open it', () => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    expect(codeOf(() => openDatabase(file, randomBytes(32), { create: false }))).toBe('DATABASE_DAMAGED');
  });

  test('making a database never replaces one', () => {
    const file = newFile();
    openDatabase(file, key, { create: true }).close();
    expect(codeOf(() => openDatabase(file, key, { create: true }))).toBe('FOLDER_NOT_EMPTY');
  });

  test('one flipped bit in a page is noticed when the page is read', () => {
    const file = newFile();
    const db = openDatabase(file, key, { create: true });
    db.exec('CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(20000))');
    db.close();
    const bytes = fs.readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(3 * 4096 + 100) ^ 1, 3 * 4096 + 100);
    fs.writeFileSync(file, bytes);
    const again = openDatabase(file, key, { create: false });
    expect(codeOf(() => again.prepare('SELECT a FROM t').get())).toMatch(/^SQLITE_(CORRUPT|IOERR|NOTADB)/);
    again.close();
  });
});
