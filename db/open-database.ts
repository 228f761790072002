/**
 * The only place that opens a database: encrypted or not at all.
 *
 * [Note: raw key] SQLite3MultipleCiphers takes a password and stretches it, unless it begins with `raw:` and 32 bytes follow.
 * No password ever comes here. Without a key it would write plain text without a word, so everything is asserted before and
 * after. Never `rekey`, never ATTACH, never serialize (R07, R29).
 */
import './node-guard.ts';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import { keyBytes } from '../shared/crypto/sodium.ts';
import { guarded, StoreError } from './errors.ts';

export type Sqlite = Database.Database;

/** ChaCha20-Poly1305 per page (README: why). */
export const cipher = 'chacha20';
const plainHeader = 'SQLite format 3\0';
/** First SQLite that resets a WAL without losing frames (R31). */
const oldestSqlite = [3, 51, 3] as const;

/** Every value is written, then read back (R27). Cache in KiB (negative), timeout in ms. */
const pragmas: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2,
  temp_store: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  cache_size: -65_536,
  busy_timeout: 2_000,
};

export interface OpenOptions {
  readonly create: boolean;
  /** Never writes, not even what a WAL still holds when it closes. */
  readonly readOnly?: boolean;
}

/**
 * Opens an encrypted database under a raw 32-byte key.
 *
 * Throws KEY_INVALID before the disk is touched, DATABASE_MISSING, DATABASE_DAMAGED (also for a wrong key: passwords are
 * judged by the slot, so a key that came out of one is right), FOLDER_IN_USE, DISK_FULL, DISK_ERROR.
 */
export function openDatabase(file: string, key: Uint8Array, options: OpenOptions): Sqlite {
  assertKey(key);
  const readOnly = options.readOnly ?? false;
  return guarded(() => {
    if (options.create) makeFile(file, key);
    assertFile(file);
    const db = new Database(file, { fileMustExist: true, readonly: readOnly, timeout: 2_000 });
    try {
      unlockPages(db, key);
      for (const [name, value] of Object.entries(pragmas)) {
        if (!isOfFile(name, readOnly)) db.pragma(`${name} = ${String(value)}`);
      }
      assertOpen(db, readOnly);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** The journal is a property of the file: who only reads takes it as it is. */
function isOfFile(pragma: string, readOnly: boolean): boolean {
  return readOnly && pragma === 'journal_mode';
}

/**
 * An encrypted database of one empty page, closed again: its header is looked at while nobody has it open, because a process that
 * opens and closes a file by itself takes away all locks SQLite holds on it (POSIX).
 */
function makeFile(file: string, key: Uint8Array): void {
  if (fs.existsSync(file)) throw new StoreError('FOLDER_NOT_EMPTY');
  const db = new Database(file);
  try {
    unlockPages(db, key);
    db.pragma('journal_mode = wal');
  } finally {
    db.close();
  }
}

/** For the shape of tables alone: nothing a person typed ever goes into it. */
export function openMemory(): Sqlite {
  return new Database(':memory:');
}

/** What holds for a file that stands alone: no WAL beside it, so that its bytes are the whole of it. */
const copyPragmas: Readonly<Record<string, string | number>> = {
  temp_store: 2,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 2_000,
};

/**
 * Opens a copy that stands alone (a backup), and leaves it so: read-only not one byte changes, otherwise it is written without a WAL.
 *
 * Throws like {@link openDatabase}.
 */
export function openCopy(file: string, key: Uint8Array, { readonly }: { readonly readonly: boolean }): Sqlite {
  assertKey(key);
  return guarded(() => {
    assertFile(file);
    const db = new Database(file, { fileMustExist: true, readonly });
    try {
      unlockPages(db, key);
      const wanted = readonly ? copyPragmas : { ...copyPragmas, synchronous: 2 };
      for (const [name, value] of Object.entries(wanted)) db.pragma(`${name} = ${String(value)}`);
      // The first page is read here: a wrong key or a damaged file shows now.
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      for (const [name, value] of Object.entries(wanted)) assertPragma(db, name, value);
      if (db.pragma('cipher', { simple: true }) !== cipher) throw new Error('no cipher is active');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function assertKey(key: unknown): asserts key is Uint8Array {
  const sound = key instanceof Uint8Array && key.length === keyBytes && key.some((byte) => byte !== 0);
  if (!sound) throw new StoreError('KEY_INVALID');
}

/** An empty file would pass as a new database: every record gone without a word. */
function assertFile(file: string): void {
  if (!fs.existsSync(file)) throw new StoreError('DATABASE_MISSING');
  if (fs.statSync(file).size < 512 || headerOf(file) === plainHeader) throw new StoreError('DATABASE_DAMAGED');
}

function unlockPages(db: Sqlite, key: Uint8Array): void {
  db.pragma(`cipher = '${cipher}'`);
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    if (db.key(raw) !== 0) throw new StoreError('KEY_INVALID');
  } finally {
    raw.fill(0);
  }
}

/** Throws when a pragma did not stick, no cipher is active or SQLite is too old. */
export function assertOpen(db: Sqlite, readOnly: boolean): void {
  // A wrong key or a damaged first page shows here, also where no pragma reads it.
  db.pragma('user_version');
  for (const [name, wanted] of Object.entries(pragmas)) {
    if (!isOfFile(name, readOnly)) assertPragma(db, name, wanted);
  }
  if (db.pragma('cipher', { simple: true }) !== cipher) throw new Error('no cipher is active');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
  const firstDifference = oldestSqlite.findIndex((part, i) => version[i] !== part);
  if (firstDifference >= 0 && (version[firstDifference] ?? 0) < (oldestSqlite[firstDifference] ?? 0)) {
    throw new Error(`SQLite ${version.join('.')} is too old`);
  }
}

function assertPragma(db: Sqlite, name: string, wanted: string | number): void {
  const found = db.pragma(name, { simple: true });
  if (found !== wanted) throw new Error(`pragma ${name} is ${String(found)}, wanted ${String(wanted)}`);
}

function headerOf(file: string): string {
  const header = Buffer.alloc(16);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, header, 0, 16, 0);
  } finally {
    fs.closeSync(handle);
  }
  return header.toString('latin1');
}
