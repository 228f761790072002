/**
 * One process per data folder.
 *
 * The lock file says who, so that people read a sensible message; the exclusive lock on desk-keys.db (open-database.ts) is what
 * the operating system enforces when two processes meet in the same millisecond.
 */
import fs from 'node:fs';
import { z } from 'zod';
import { randomId } from '../shared/crypto/sodium.ts';
import { StoreError } from './errors.ts';
import { folderPaths } from './folder.ts';

const LockFile = z.object({
  pid: z.int().positive(),
  /** What the system says of when the process began, where it says so; tells a reused pid from the same process. */
  started: z.string().nullable(),
  token: z.string(),
});
type LockFile = z.infer<typeof LockFile>;

/** Locks this process holds: a lock file with our pid and another token is left over from an earlier life of the pid. */
const held = new Set<string>();

export interface FolderLock {
  release(): void;
}

/** Throws FOLDER_IN_USE while another process, or this one, has the folder open. */
export function lockFolder(dir: string): FolderLock {
  const file = folderPaths(dir).lock;
  const mine: LockFile = { pid: process.pid, started: processStart(process.pid), token: randomId() };
  if (readLiveLock(dir) !== null) throw new StoreError('FOLDER_IN_USE');
  fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new StoreError('FOLDER_IN_USE');
    throw error;
  }
  held.add(mine.token);
  return {
    release: () => {
      held.delete(mine.token);
      if (readLock(file)?.token === mine.token) fs.rmSync(file, { force: true });
    },
  };
}

/** Pid of the living process that has the folder open; null when none has. */
export function readLiveLock(dir: string): number | null {
  const lock = readLock(folderPaths(dir).lock);
  if (lock === null) return null;
  if (lock.pid === process.pid) return held.has(lock.token) ? lock.pid : null;
  return isAlive(lock) ? lock.pid : null;
}

/** null without a lock file, and for one cut off by a power failure: nobody lives in it. */
function readLock(file: string): LockFile | null {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const lock = LockFile.safeParse(parseJson(text));
  return lock.success ? lock.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAlive(lock: LockFile): boolean {
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = processStart(lock.pid);
  return started === null || lock.started === null || started === lock.started;
}

/** Start time in clock ticks since boot (Linux, field 22 of stat); null elsewhere, where the pid alone decides. */
function processStart(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // No /proc, or the process is just going.
    return null;
  }
}
