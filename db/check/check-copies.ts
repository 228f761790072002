/** Whether what opens the office, and what would bring it back, can be read: slots, copies of the keys, the newest backup (R10, R33). */
import fs from 'node:fs';
import path from 'node:path';
import { deriveSubkey, wipe } from '../../shared/crypto/sodium.ts';
import { pagesHold } from '../backup/inspect-copy.ts';
import { keyCopyPaths, readKeyCopies, soundSlotsIn } from '../backup/key-copies.ts';
import { listBackups } from '../backup/list-backups.ts';
import { verifyCopies, type DoorKeys } from '../backup/verify-copies.ts';
import { storeCodeOf, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { openCopy } from '../open-database.ts';
import { damagedSlots } from '../slots/slot-folder.ts';

export interface CopyFinding {
  readonly what: 'keys' | 'backups';
  readonly problem: 'RECOVERY_SLOT_MISSING' | 'SLOT_DAMAGED' | 'SLOT_LOST' | 'KEY_COPY_DAMAGED' | 'BACKUP_DAMAGED';
  readonly count: number;
}

/** Needs no key. Lost: its copy is there, and nobody took the access away. */
export function checkSlots(dir: string): readonly CopyFinding[] {
  const { recovery, others, sound } = damagedSlots(dir);
  const { slots, backups } = folderPaths(dir);
  const kept = readKeyCopies(backups).flatMap(({ folder }) => [...soundSlotsIn(keyCopyPaths(folder).slots)]);
  const lost = new Set(kept.filter(([name, { header }]) => header.kind === 'user' && !fs.existsSync(path.join(slots, name))).map(([name]) => name)).size;
  const findings: CopyFinding[] = [
    { what: 'keys', problem: 'RECOVERY_SLOT_MISSING', count: recovery > 0 || !sound.some(({ header }) => header.kind === 'recovery') ? 1 : 0 },
    { what: 'keys', problem: 'SLOT_DAMAGED', count: others },
    { what: 'keys', problem: 'SLOT_LOST', count: lost },
  ];
  return findings.filter(({ count }) => count > 0);
}

/** Problems only; in the worker. */
export function checkCopies(dir: string, keys: DoorKeys): readonly CopyFinding[] {
  const { backups } = folderPaths(dir);
  const [newest, ...older] = listBackups(dir).filter(({ kind, verifiedAt }) => kind !== 'migration' && verifiedAt !== null);
  if (newest === undefined) return [];
  const findings: CopyFinding[] = [];
  const copies = readKeyCopies(backups);
  // After the first backup there is one copy, after the second there are two.
  const missing = Math.max(0, (older.length > 0 ? 2 : 1) - copies.length);
  const damaged = copies.filter(({ folder }) => !holds(() => { openKeyCopy(folder, keys); })).length;
  if (missing + damaged > 0) findings.push({ what: 'keys', problem: 'KEY_COPY_DAMAGED', count: missing + damaged });
  if (!holds(() => verifyCopies(path.join(backups, newest.name), keys, null))) findings.push({ what: 'backups', problem: 'BACKUP_DAMAGED', count: 1 });
  return findings;
}

function openKeyCopy(folder: string, { deskKey, casesKey }: DoorKeys): void {
  const copy = keyCopyPaths(folder);
  readOfficeFile(folder);
  openKeyring(copy.desk, deskKey);
  if (casesKey !== null) openKeyring(copy.cases, casesKey);
}

function openKeyring(file: string, doorKey: Uint8Array): void {
  const key = deriveSubkey(doorKey, 'keyring');
  try {
    const db = openCopy(file, key, { readonly: true });
    try {
      if (!pagesHold(db)) throw new StoreError('DATABASE_DAMAGED');
    } finally {
      db.close();
    }
  } finally {
    wipe(key);
  }
}

/** Damage is an answer here, not a failure. */
function holds(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (storeCodeOf(error) === null) throw error;
    return false;
  }
}
