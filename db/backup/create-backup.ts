/** One backup of an open office, made while people go on working. */
import fs from 'node:fs';
import path from 'node:path';
import type { BackupInfo, BackupKind } from '../contract/backup.ts';
import type { Store } from '../contract/store.ts';
import { StoreError } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { insideOf } from '../open-store.ts';
import { readBackupFile } from './backup-file.ts';
import { readBackupName } from './backup-name.ts';
import { inWorker, keysForWorker } from './in-worker.ts';
import { writeKeyCopy } from './key-copies.ts';
import { listBackups } from './list-backups.ts';

/**
 * Resolves when the backup was opened again and counted; then it is in {@link listBackups}, verified.
 *
 * Throws STORE_READ_ONLY while files are older than what was acknowledged (copies of older keys must not replace newer ones) and
 * CASES_DOOR_CLOSED behind a slot that opens the desk only (half an office is no backup); else BACKUP_FAILED, with what went wrong as its
 * cause, also when the store was closed meanwhile. Then there is no trace of it.
 */
export async function createBackup(store: Store, kind: BackupKind, at: string): Promise<BackupInfo> {
  if (store.missing !== null) throw new StoreError('STORE_READ_ONLY');
  if (store.cases === null) throw new StoreError('CASES_DOOR_CLOSED');
  const { dir } = store;
  let name: string | null = null;
  try {
    name = await inWorker({ type: 'backup', dir, kind, at, ...keysForWorker(insideOf(store).keys) });
    // After the databases: whatever lies in them, its file key is in the copy.
    writeKeyCopy({ dir, ...insideOf(store) }, at);
    return findBackup(dir, name);
  } catch (error) {
    if (name !== null) fs.rmSync(path.join(folderPaths(dir).backups, name), { recursive: true, force: true });
    throw error instanceof StoreError && error.code === 'BACKUP_FAILED' ? error : new StoreError('BACKUP_FAILED', error);
  }
}

/** Opens a backup of this office again and counts. Throws BACKUP_MISSING, BACKUP_DAMAGED. */
export async function verifyBackup(store: Store, name: string, at: string): Promise<BackupInfo> {
  if (readBackupName(name) === null) throw new StoreError('BACKUP_MISSING');
  const { dir } = store;
  const folder = path.join(folderPaths(dir).backups, name);
  readBackupFile(folder);
  await inWorker({ type: 'verify', dir, folder, at, ...keysForWorker(insideOf(store).keys) });
  return findBackup(dir, name);
}

function findBackup(dir: string, name: string): BackupInfo {
  const found = listBackups(dir).find((backup) => backup.name === name);
  if (found === undefined) throw new StoreError('BACKUP_MISSING');
  return found;
}
