/**
 * The second place for backups (R35): another drive or a share. What lies there is ciphertext; an office has a folder of its own in it,
 * named by the random salt of office.json, so that a carrier can give many offices one place.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { randomId } from '../../shared/crypto/sodium.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import type { Store } from '../contract/store.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { insideOf } from '../open-store.ts';
import { parseJson } from '../parse-json.ts';
import { syncFile, syncFolder } from '../sync.ts';
import { backupPaths, readBackupFile } from './backup-file.ts';
import { unfinishedPrefix } from './backup-name.ts';
import { underWay } from './in-worker.ts';
import { removeKeyCopies, rewriteKeyCopies } from './key-copies.ts';
import { datedBackups } from './list-backups.ts';
import { rotateFolder } from './rotate.ts';
import { erasuresOwed, settleAt } from './second-place.ts';
import { sha256OfFile } from './sha256-file.ts';
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
 * Copies the verified backups that are not there yet (or not any more as they were), compares them byte by byte, renews both copies of the
 * keys and rotates. What erasures owed this place is done then.
 *
 * Throws DISK_ERROR, DISK_FULL, BACKUP_FAILED, STORE_READ_ONLY; what was there before is there still.
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
  assertToday(store);
  const there = reach(dir, place.folder);
  const here = folderPaths(dir).backups;
  guarded(() => {
    fs.mkdirSync(there, { recursive: true, mode: 0o700 });
    removeUnfinished(there);
  });
  for (const { name, verifiedAt } of datedBackups(here)) {
    if (verifiedAt !== null && !(await isWholeThere(path.join(here, name), path.join(there, name)))) await copyBackup(path.join(here, name), there, name);
  }
  await renewKeys(store, there, at);
  rotateFolder(there, new Date(at));
}

async function renew(store: Store, place: SecondPlace, at: string): Promise<void> {
  assertToday(store);
  const there = reach(store.dir, place.folder);
  if (place.lastAt !== null && !guarded(() => fs.existsSync(there))) throw new StoreError('DISK_ERROR');
  await renewKeys(store, there, at);
}

/** Older keys must not replace newer ones, there neither. */
function assertToday({ missing }: Store): void {
  if (missing !== null) throw new StoreError('STORE_READ_ONLY');
}

function reach(dir: string, target: string): string {
  return guarded(() => {
    if (!fs.existsSync(target)) throw new StoreError('DISK_ERROR');
    return mirrorFolder(dir, target);
  });
}

/** Removes the copies of the keys at a place that is given up; returns whether it could be reached and none is left. */
export function leavePlace(dir: string, target: string): boolean {
  try {
    removeKeyCopies(reach(dir, target));
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Both copies: a key that was destroyed since must be in neither. */
async function renewKeys(store: Store, there: string, at: string): Promise<void> {
  // Only what was owed before the first byte was copied; without the cases, their keys are taken over as they were.
  const owed = store.cases === null ? [] : erasuresOwed(store);
  const id = guarded(() => placeId(there));
  // Known before it holds a key.
  settleAt(store, id, [], { user: store.user, device: store.device, at });
  for (const _ of rewriteKeyCopies({ dir: store.dir, ...insideOf(store) }, at, there)) await setImmediate();
  settleAt(store, id, owed, { user: store.user, device: store.device, at });
}

const Place = z.strictObject({ id: z.string().min(1) });

/** Which of several drives this is, whatever its folder is called: random, written when it is first used. */
function placeId(there: string): string {
  fs.mkdirSync(there, { recursive: true, mode: 0o700 });
  const file = path.join(there, 'place.json');
  const said = fs.existsSync(file) ? Place.safeParse(parseJson(fs.readFileSync(file, 'utf8'))) : null;
  if (said?.success === true) return said.data.id;
  const id = randomId();
  writeFileAtomically(file, `${JSON.stringify({ id })}\n`);
  return id;
}

/** Whether a backup there is, byte for byte, what the one here says of itself: its name alone says nothing. */
async function isWholeThere(here: string, there: string): Promise<boolean> {
  try {
    const [ours, theirs] = guarded(() => [readBackupFile(here), readBackupFile(there)]);
    for (const door of ['desk', 'cases'] as const) {
      const copy = ours[door];
      if (JSON.stringify(copy) !== JSON.stringify(theirs[door])) return false;
      if (copy === null) continue;
      const [file, original] = [backupPaths(there)[door], backupPaths(here)[door]];
      if (guarded(() => fs.statSync(file).size) !== copy.bytes) return false;
      // Where the one here does not keep what it says, the one there is the better one.
      if (!(await areSame(original, file)) && guarded(() => sha256OfFile(original)) === copy.sha256) return false;
    }
    return true;
  } catch (error) {
    // Gone, unreadable or not a backup any more: it is copied again.
    if (error instanceof StoreError) return false;
    throw error;
  }
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
    const damaged = `${growing}-old`;
    if (fs.existsSync(path.join(there, name))) fs.renameSync(path.join(there, name), damaged);
    fs.renameSync(growing, path.join(there, name));
    syncFolder(there);
    fs.rmSync(damaged, { recursive: true, force: true, maxRetries: 5 });
  });
}

async function copyFile(from: string, to: string): Promise<void> {
  await eachChunk(from, to, 'w', (source, target, bytes) => {
    fs.writeSync(target, source.subarray(0, bytes));
  });
  guarded(() => { syncFile(to); });
  if (!(await areSame(from, to))) throw new StoreError('BACKUP_FAILED');
}

async function areSame(from: string, to: string): Promise<boolean> {
  let same = true;
  await eachChunk(from, to, 'r', (source, target, bytes) => {
    const copy = Buffer.alloc(bytes);
    same &&= fs.readSync(target, copy) === bytes && copy.equals(source.subarray(0, bytes));
  });
  return same;
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
