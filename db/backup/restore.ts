/** Brings an office back out of a backup (R33): whatever became of the files here, and without deleting any of them. */
import fs from 'node:fs';
import path from 'node:path';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import type { BackupSecret, RestoreReport } from '../contract/backup.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { lockFolder } from '../lock.ts';
import { readRecoveryCode } from '../slots/recovery-code.ts';
import { openSlot, wipeKeys, type SlotFile, type SlotKeys } from '../slots/slot.ts';
import { findRecoverySlot, findUserSlot, readSlots } from '../slots/slot-folder.ts';
import { guardTry } from '../slots/unlock-tries.ts';
import { readBackupFile } from './backup-file.ts';
import { readBackupName } from './backup-name.ts';
import { filesAtRest, inWorker } from './in-worker.ts';
import { readKeyCopies } from './key-copies.ts';
import { returningSlots } from './restore-slots.ts';

export interface RestoreOptions {
  /** Another folder `backups`, such as that of the second place; default: the one in the data folder. */
  readonly from?: string;
  /** By what wrong tries are timed. */
  readonly clock?: () => Date;
}

/**
 * Restores the backup `name` into `dir`, adds what is newer and can still be read in the former files, and sets these aside.
 *
 * It sets everybody's work back, so it takes the password of a head, or the Notfallblatt. The folder must be locked by nobody. Throws
 * WRONG_PASSWORD, WRONG_RECOVERY_CODE, UNLOCK_WAIT, ROLE_NOT_ALLOWED, SLOT_MISSING, SLOT_DAMAGED, BACKUP_MISSING, BACKUP_DAMAGED,
 * DATABASE_NEWER, DISK_FULL, FOLDER_IN_USE, CASES_DOOR_CLOSED before anything is touched. What throws later leaves the folder
 * RESTORE_UNFINISHED, and restoring again goes on.
 */
export async function restoreBackup(dir: string, name: string, secret: BackupSecret, at: string, options: RestoreOptions = {}): Promise<RestoreReport> {
  await cryptoReady();
  const from = options.from ?? folderPaths(dir).backups;
  if (readBackupName(name) === null) throw new StoreError('BACKUP_MISSING');
  guarded(() => readBackupFile(path.join(from, name)));
  // A backup or a check that was under way when the office was locked may still have the databases open that are moved.
  await filesAtRest(dir);
  const lock = guarded(() => {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    return lockFolder(dir);
  });
  try {
    const keys = await guardTry(dir, options.clock ?? (() => new Date()), () => openAny(dir, from, secret));
    const { deskKey, casesKey } = keys;
    if (casesKey === null) {
      wipeKeys(keys);
      throw new StoreError('CASES_DOOR_CLOSED');
    }
    const { user, role, training, signingSeed } = keys;
    return await inWorker({ type: 'restore', dir, from, name, at, user, role, training, signingSeed, deskKey, casesKey });
  } finally {
    lock.release();
  }
}

/**
 * What the secret opens: the slot here, else one of the copies that a restore brings back. Each is tried once.
 *
 * Throws ROLE_NOT_ALLOWED for a password that is right and not a head's.
 */
async function openAny(dir: string, from: string, secret: BackupSecret): Promise<SlotKeys> {
  const wrong = 'code' in secret ? 'WRONG_RECOVERY_CODE' : 'WRONG_PASSWORD';
  const typed = 'code' in secret ? readRecoveryCode(secret.code) : secret.password;
  const tried = new Set<string>();
  let refusal: StoreError | null = null;
  for (const folder of [dir, ...readKeyCopies(from).map((copy) => copy.folder)]) {
    try {
      const slot = guarded(() => standsFor('code' in secret ? findRecoverySlot(folder) : findUserSlot(folder, secret.login), dir, from));
      if (typed === null) throw new StoreError(wrong);
      if (tried.has(slot.sha256)) continue;
      tried.add(slot.sha256);
      const keys = await openSlot(slot, typed);
      if (keys === null) throw new StoreError(wrong);
      try {
        if (readOfficeFile(folder).training !== keys.training) throw new StoreError('BACKUP_DAMAGED');
        if (!('code' in secret) && keys.role !== 'head') throw new StoreError('ROLE_NOT_ALLOWED');
      } catch (error) {
        wipeKeys(keys);
        throw error;
      }
      return keys;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.code === 'ROLE_NOT_ALLOWED') throw error;
      // That a secret is wrong says most, and must be counted; then why the youngest refused. A folder without an office is no refusal.
      if (refusal === null || refusal.code === 'DATABASE_MISSING' || (error.code === wrong && refusal.code !== wrong)) refusal = error;
    }
  }
  throw refusal === null || refusal.code === 'DATABASE_MISSING' ? new StoreError('BACKUP_MISSING') : refusal;
}

/** The slot that counts in the place of one that was found: the one here where it is sound, else what comes back; else SLOT_MISSING. */
function standsFor({ header: { slotId } }: SlotFile, dir: string, from: string): SlotFile {
  const slot = readSlots(dir).slots.find(({ header }) => header.slotId === slotId) ?? returningSlots(dir, from).get(`${slotId}.json`)?.slot;
  if (slot === undefined) throw new StoreError('SLOT_MISSING');
  return slot;
}
