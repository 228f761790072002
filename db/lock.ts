/**
 * One process per data folder.
 *
 * The operating system decides: the owner holds an exclusive lock on the empty file `owner`, through SQLite, which has such a lock on
 * every system. It ends with the process however that ends, so a pid given out again, a killed process and two that start in the same
 * millisecond need no rule of ours. The lock file beside it only says who, so that people read a sensible message.
 *
 * [Note: lingering lock] A released lock stays with this process until its last thread that reads the folder has ended: no other process
 * writes below such a thread. Whoever opens the folder here meanwhile takes the same lock over.
 */
import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { randomId } from '../shared/crypto/sodium.ts';
import { guarded, StoreError } from './errors.ts';
import { folderPaths } from './folder.ts';
import { parseJson } from './parse-json.ts';

const LockFile = z.object({ pid: z.int().positive(), token: z.string() });
type LockFile = z.infer<typeof LockFile>;

/** Long enough for somebody who only looks whether the folder is owned. */
const patience = 200;

/** Locks of this process. Kept here, because a connection that nobody refers to any more is closed by the garbage collector. */
const held = new Set<Database.Database>();

/** The system's lock on a folder, held until it is closed. */
interface Owned {
  close(): void;
}

/** How many threads of this process read a folder; one without any is not in it. */
const readers = new Map<string, number>();

/** Folders nobody here has open any more, but a thread still reads. */
const lingering = new Map<string, Owned>();

export interface FolderLock {
  release(): void;
}

/** Says that a thread reads the folder from now on; call what comes back, once, when it has ended. */
export function startReading(dir: string): () => void {
  const folder = path.resolve(dir);
  readers.set(folder, (readers.get(folder) ?? 0) + 1);
  return () => {
    const others = (readers.get(folder) ?? 0) - 1;
    if (others > 0) {
      readers.set(folder, others);
      return;
    }
    readers.delete(folder);
    lingering.get(folder)?.close();
    lingering.delete(folder);
  };
}

function letGo(folder: string, owned: Owned): void {
  if (readers.has(folder)) lingering.set(folder, owned);
  else owned.close();
}

/** Throws FOLDER_IN_USE while another process, or an office in this one, has the folder open; DISK_ERROR, DISK_FULL. */
export function lockFolder(dir: string): FolderLock {
  return guarded(() => lock(dir));
}

function lock(dir: string): FolderLock {
  const file = folderPaths(dir).lock;
  const mine: LockFile = { pid: process.pid, token: randomId() };
  const folder = path.resolve(dir);
  const owned = lingering.get(folder) ?? own(dir);
  if (owned === null) throw new StoreError('FOLDER_IN_USE');
  lingering.delete(folder);
  try {
    // Whatever lies there is left over: nobody owns the folder.
    fs.rmSync(file, { force: true });
    fs.writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    letGo(folder, owned);
    throw error;
  }
  let released = false;
  return {
    release: () => {
      // A second time would let go what somebody else here may have taken over.
      if (released) return;
      released = true;
      try {
        if (readLock(file)?.token === mine.token) fs.rmSync(file, { force: true });
      } finally {
        letGo(folder, owned);
      }
    },
  };
}

/** Pid of the living process that has the folder open, 0 when it does not say so yet, or any more; null when none has. */
export function readLiveLock(dir: string): number | null {
  if (lingering.has(path.resolve(dir))) return null;
  if (!fs.existsSync(folderPaths(dir).owner)) return null;
  const owned = own(dir);
  if (owned === null) return readLock(folderPaths(dir).lock)?.pid ?? 0;
  owned.close();
  return null;
}

/** null when another has it. */
function own(dir: string): Owned | null {
  const { owner } = folderPaths(dir);
  // SQLite would make it readable for everybody. Opened only while it is not there: see open-database.ts about foreign closes.
  if (!fs.existsSync(owner)) fs.closeSync(fs.openSync(owner, 'a', 0o600));
  const db = new Database(owner, { timeout: patience });
  try {
    // Not one byte is ever written: a journal would only lie about after a kill.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    held.add(db);
    return {
      close: () => {
        held.delete(db);
        db.close();
      },
    };
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** null without a lock file, and for one cut off by a power failure. */
function readLock(file: string): LockFile | null {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const read = LockFile.safeParse(parseJson(text));
  return read.success ? read.data : null;
}
