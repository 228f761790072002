/** Whether a backup is what it says: bytes, pages, rows, chain, counter. Not one byte of it changes but the time it was verified. */
import fs from 'node:fs';
import { verifyChain } from './verify-chain.ts';
import type { DoorName } from '../contract/actor.ts';
import { guarded, StoreError, storeCodeOf } from '../errors.ts';
import { openCopy } from '../open-database.ts';
import { backupPaths, readBackupFile, writeBackupFile, type BackupFile, type DatabaseCopy } from './backup-file.ts';
import { contentsOf, pagesHold } from './inspect-copy.ts';
import { sha256OfFile } from './sha256-file.ts';

export interface DoorKeys {
  readonly deskKey: Uint8Array;
  /** null: only the desk's copy can be opened; the other is compared by its hash. */
  readonly casesKey: Uint8Array | null;
}

/** Throws BACKUP_MISSING, BACKUP_DAMAGED, DATABASE_NEWER. `at`: noted as the time it was verified; null: nothing is written. */
export function verifyCopies(folder: string, keys: DoorKeys, at: string | null): BackupFile {
  return guarded(() => {
    const file = readBackupFile(folder);
    const paths = backupPaths(folder);
    const device = verifyDoor('desk', paths.desk, file.desk, keys.deskKey, null);
    if (file.cases !== null) verifyDoor('cases', paths.cases, file.cases, keys.casesKey, device);
    if (at !== null && keys.casesKey !== null) writeBackupFile(folder, { ...file, verifiedAt: at });
    return file;
  });
}

function verifyDoor(door: DoorName, file: string, said: DatabaseCopy, key: Uint8Array | null, known: string | null): string {
  const damaged = (): never => {
    throw new StoreError('BACKUP_DAMAGED');
  };
  if (fs.statSync(file).size !== said.bytes || sha256OfFile(file) !== said.sha256) damaged();
  if (key === null) return known ?? '';
  try {
    const db = openCopy(file, key, { readonly: true });
    try {
      const device = known ?? db.prepare<[], string>('SELECT id FROM this_device').pluck().get() ?? '';
      const { bytes: _bytes, sha256: _sha256, ...contents } = said;
      if (!pagesHold(db) || JSON.stringify(contentsOf(db, door, device)) !== JSON.stringify(contents)) damaged();
      if (!verifyChain(db, door, device)) damaged();
      return device;
    } finally {
      db.close();
    }
  } catch (error) {
    if (storeCodeOf(error) === 'DATABASE_DAMAGED') damaged();
    throw error;
  }
}
