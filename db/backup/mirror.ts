/**
 * The second place for backups (R35): another drive or a share. What lies there is ciphertext; an office has a folder of its own in it, named
 * by the random salt of office.json, so that a carrier can give many offices one place.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { Store } from '../contract.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { insideOf } from '../open-store.ts';
import { unfinishedPrefix } from './backup-name.ts';
import { underWay } from './in-worker.ts';
import { rewriteKeyCopies } from './key-copies.ts';
import { datedBackups } from './list-backups.ts';
import { rotateFolder } from './rotate.ts';
import { closeOwed, erasuresOwed } from './second-place.ts';
import { syncFile, syncFolder } from './sync.ts';
import { removeUnfinished } from './write-backup.ts';

const chunkBytes = 4 << 20;

/** The folder of this office below the place that was chosen. */
export function mirrorFolder(dir: string, target: string): string {
  return path.join(target, `lotse-${readOfficeFile(dir).salt.slice(0, 8)}`);
}

/** Whether this office has been taken there before and can be seen there now. */
export function holdsMirror(dir: string, target: string): boolean {
  return guarded(() => fs.existsSync(mirrorFolder(dir, target)));
}

/** A second place as the office remembers it. */
export interface SecondPlace {
  readonly folder: string;
  /** When it last took everything; null: never yet. */
  readonly lastAt: string | null;
}

/**
 * Copies the verified backups that are not there yet, compares them byte by byte, renews both copies of the keys and rotates. What
 * erasures owed this place is done then.
 *
 * Throws DISK_ERROR, DISK_FULL, BACKUP_FAILED; what was there before is there still.
 */
export function mirrorBackups(store: Store, place: SecondPlace, at: string): Promise<void> {
  return underWay(store.dir, mirror(store, place, at));
}

/**
 * Renews both copies of the keys at the second place and nothing else, so that nobody who forgets a record waits for a slow drive.
 *
 * Throws as {@link mirrorBackups} does, and DISK_ERROR where the folder of this office is not there any more: another drive may have its
 * place, and the copies lie on the one that is away.
 */
export function renewKeysThere(store: Store, place: SecondPlace, at: string): Promise<void> {
  return underWay(store.dir, renew(store, place, at));
}

async function mirror(store: Store, place: SecondPlace, at: string): Promise<void> {
  const { dir } = store;
  const there = reach(dir, place.folder);
  // A folder that was there and is not any more lies somewhere else, with the keys of who was forgotten.
  const known = place.lastAt === null || guarded(() => fs.existsSync(there));
  const here = folderPaths(dir).backups;
  guarded(() => {
    fs.mkdirSync(there, { recursive: true, mode: 0o700 });
    removeUnfinished(there);
  });
  const taken = new Set(datedBackups(there).map(({ name }) => name));
  for (const { name, verifiedAt } of datedBackups(here)) {
    if (verifiedAt !== null && !taken.has(name)) await copyBackup(path.join(here, name), there, name);
  }
  await renewKeys(store, there, at, known);
  rotateFolder(there, new Date(at));
}

async function renew(store: Store, place: SecondPlace, at: string): Promise<void> {
  const there = reach(store.dir, place.folder);
  if (place.lastAt !== null && !guarded(() => fs.existsSync(there))) throw new StoreError('DISK_ERROR');
  await renewKeys(store, there, at, true);
}

function reach(dir: string, target: string): string {
  return guarded(() => {
    if (!fs.existsSync(target)) throw new StoreError('DISK_ERROR');
    return mirrorFolder(dir, target);
  });
}

/** Both copies: a key that was destroyed since must be in neither. */
async function renewKeys(store: Store, there: string, at: string, settles: boolean): Promise<void> {
  // Only what was owed before the first byte was copied.
  const owed = settles && store.cases !== null && store.missing === null ? erasuresOwed(store) : [];
  for (const _ of rewriteKeyCopies({ dir: store.dir, ...insideOf(store) }, at, there)) await setImmediate();
  closeOwed(store, owed, { user: store.user, device: store.device, at }, 'let go');
}

/** Piece by piece, so that nobody who types waits for a slow drive. */
async function copyBackup(from: string, there: string, name: string): Promise<void> {
  const growing = path.join(there, `${unfinishedPrefix}${randomId().slice(0, 8)}`);
  guarded(() => fs.mkdirSync(growing, { mode: 0o700 }));
  for (const file of guarded(() => fs.readdirSync(from))) {
    await copyFile(path.join(from, file), path.join(growing, file));
  }
  guarded(() => {
    syncFolder(growing);
    fs.renameSync(growing, path.join(there, name));
    syncFolder(there);
  });
}

async function copyFile(from: string, to: string): Promise<void> {
  await eachChunk(from, to, 'w', (source, target, bytes) => {
    fs.writeSync(target, source.subarray(0, bytes));
  });
  guarded(() => { syncFile(to); });
  await eachChunk(from, to, 'r', (source, target, bytes) => {
    const copy = Buffer.alloc(bytes);
    if (fs.readSync(target, copy) !== bytes || !copy.equals(source.subarray(0, bytes))) throw new StoreError('BACKUP_FAILED');
  });
}

async function eachChunk(from: string, to: string, flag: 'r' | 'w', each: (source: Buffer, target: number, bytes: number) => void): Promise<void> {
  const source = guarded(() => fs.openSync(from, 'r'));
  let target: number | null = null;
  try {
    const there = guarded(() => fs.openSync(to, flag, 0o600));
    target = there;
    const chunk = Buffer.alloc(chunkBytes);
    for (let read = guarded(() => fs.readSync(source, chunk)); read > 0; read = guarded(() => fs.readSync(source, chunk))) {
      guarded(() => { each(chunk, there, read); });
      await setImmediate();
    }
  } finally {
    fs.closeSync(source);
    if (target !== null) fs.closeSync(target);
  }
}
