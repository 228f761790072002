/** Brings an office back out of a backup (R33): whatever became of the files here, and without deleting any of them. */
import fs from 'node:fs';
import path from 'node:path';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import type { BackupSecret, RestoreReport } from '../contract.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { lockFolder } from '../lock.ts';
import { readRecoveryCode } from '../slots/recovery-code.ts';
import { openSlot, wipeKeys, type SlotFile, type SlotKeys } from '../slots/slot.ts';
import { findRecoverySlot, findUserSlot } from '../slots/slot-folder.ts';
import { guardTry } from '../slots/unlock-tries.ts';
import { readBackupFile } from './backup-file.ts';
import { readBackupName } from './backup-name.ts';
import { inWorker } from './in-worker.ts';
import { readKeyCopies } from './key-copies.ts';

export interface RestoreOptions {
  /** Another folder `backups`, such as that of the second place; default: the one in the data folder. */
  readonly from?: string;
  /** By what wrong tries are timed. */
  readonly clock?: () => Date;
}

/**
 * Restores the backup `name` into `dir`, adds what is newer and can still be read in the former files, and sets these aside.
 *
 * The folder must be locked by nobody. Throws WRONG_PASSWORD, WRONG_RECOVERY_CODE, UNLOCK_WAIT, SLOT_MISSING, SLOT_DAMAGED, BACKUP_MISSING,
 * BACKUP_DAMAGED, DATABASE_NEWER, DISK_FULL, FOLDER_IN_USE, CASES_DOOR_CLOSED before anything is touched. What throws later leaves the folder
 * RESTORE_UNFINISHED, and restoring again goes on.
 */
export async function restoreBackup(dir: string, name: string, secret: BackupSecret, at: string, options: RestoreOptions = {}): Promise<RestoreReport> {
  await cryptoReady();
  const from = options.from ?? folderPaths(dir).backups;
  if (readBackupName(name) === null) throw new StoreError('BACKUP_MISSING');
  guarded(() => readBackupFile(path.join(from, name)));
  const lock = guarded(() => {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    return lockFolder(dir);
  });
  try {
    const { slot, keys } = await guardTry(dir, options.clock ?? (() => new Date()), () => openAny(dir, from, secret));
    const { deskKey, casesKey } = keys;
    if (casesKey === null) {
      wipeKeys(keys);
      throw new StoreError('CASES_DOOR_CLOSED');
    }
    const { user, role, training, signingSeed } = keys;
    return await inWorker({ type: 'restore', dir, from, name, at, slotId: slot.header.slotId, user, role, training, signingSeed, deskKey, casesKey });
  } finally {
    lock.release();
  }
}

/** The slot the secret opens: the one here, else that of a copy, newest first. A slot that is the same everywhere is tried once. */
async function openAny(dir: string, from: string, secret: BackupSecret): Promise<{ readonly slot: SlotFile; readonly keys: SlotKeys }> {
  const wrong = 'code' in secret ? 'WRONG_RECOVERY_CODE' : 'WRONG_PASSWORD';
  const typed = 'code' in secret ? readRecoveryCode(secret.code) : secret.password;
  const folders = [dir, ...readKeyCopies(from).map(({ folder }) => folder)];
  const tried = new Set<string>();
  let refusal: StoreError | null = null;
  for (const folder of folders) {
    try {
      const slot = guarded(() => 'code' in secret ? findRecoverySlot(folder) : findUserSlot(folder, secret.login));
      if (typed === null) throw new StoreError(wrong);
      if (tried.has(slot.sha256)) continue;
      tried.add(slot.sha256);
      const keys = await openSlot(slot, typed);
      if (keys === null) throw new StoreError(wrong);
      if (readOfficeFile(folder).training !== keys.training) throw new StoreError('BACKUP_DAMAGED');
      return { slot, keys };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Why the youngest refused says most; a folder without an office is no refusal.
      if (refusal === null || refusal.code === 'DATABASE_MISSING') refusal = error;
    }
  }
  throw refusal === null || refusal.code === 'DATABASE_MISSING' ? new StoreError('BACKUP_MISSING') : refusal;
}
