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
import { rewriteKeyCopies } from './key-copies.ts';
import { datedBackups } from './list-backups.ts';
import { rotateFolder } from './rotate.ts';
import { syncFile, syncFolder } from './sync.ts';
import { removeUnfinished } from './write-backup.ts';

const chunkBytes = 4 << 20;

/** The folder of this office below the place that was chosen. */
export function mirrorFolder(dir: string, target: string): string {
  return path.join(target, `lotse-${readOfficeFile(dir).salt.slice(0, 8)}`);
}

/**
 * Copies the verified backups that are not there yet, compares them byte by byte, renews both copies of the keys and rotates.
 *
 * Throws DISK_ERROR, DISK_FULL, BACKUP_FAILED; what was there before is there still.
 */
export async function mirrorBackups(store: Store, target: string, at: string): Promise<void> {
  const { dir } = store;
  if (!guarded(() => fs.existsSync(target))) throw new StoreError('DISK_ERROR');
  const here = folderPaths(dir).backups;
  const there = guarded(() => mirrorFolder(dir, target));
  guarded(() => {
    fs.mkdirSync(there, { recursive: true, mode: 0o700 });
    removeUnfinished(there);
  });
  const known = new Set(datedBackups(there).map(({ name }) => name));
  for (const { name, verifiedAt } of datedBackups(here)) {
    if (verifiedAt !== null && !known.has(name)) await copyBackup(path.join(here, name), there, name);
  }
  // Both: a key that was destroyed since must be in neither.
  for (const _ of rewriteKeyCopies({ dir, ...insideOf(store) }, at, there)) await setImmediate();
  rotateFolder(there, new Date(at));
}

/** Piece by piece, so that nobody who types waits for a slow drive. */
async function copyBackup(from: string, there: string, name: string): Promise<void> {
  const growing = path.join(there, `${unfinishedPrefix}${randomId().slice(0, 8)}`);
  guarded(() => fs.mkdirSync(growing, { mode: 0o700 }));
  for (const file of fs.readdirSync(from)) {
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
  const [source, target] = guarded(() => [fs.openSync(from, 'r'), fs.openSync(to, flag, 0o600)] as const);
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let read = guarded(() => fs.readSync(source, chunk)); read > 0; read = guarded(() => fs.readSync(source, chunk))) {
      guarded(() => { each(chunk, target, read); });
      await setImmediate();
    }
  } finally {
    fs.closeSync(source);
    fs.closeSync(target);
  }
}
