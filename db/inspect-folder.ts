/** How a data folder looks from outside, without any key. */
import fs from 'node:fs';
import { assertNoRestore } from './backup/restore-marker.ts';
import type { FolderState } from './contract/store.ts';
import { guarded, storeCodeOf, StoreError } from './errors.ts';
import { filesIn, folderPaths, readOfficeFile } from './folder.ts';
import { readLiveLock } from './lock.ts';
import { damagedSlots, readSlots } from './slots/slot-folder.ts';

/** Never throws for what is in the folder: a state says it. */
export function inspectFolder(dir: string): FolderState {
  try {
    return guarded(() => look(dir));
  } catch (error) {
    const code = storeCodeOf(error);
    if (code === null) throw error;
    return { state: 'damaged', code };
  }
}

function look(dir: string): FolderState {
  const paths = folderPaths(dir);
  const pid = readLiveLock(dir);
  if (pid !== null) return { state: 'in_use', pid };
  // An interrupted set-up: nothing in here was ever confirmed, and the next set-up moves it aside.
  if (filesIn(dir).length === 0 || isUnfinished(dir)) return { state: 'empty' };
  assertNoRestore(dir);
  const { training } = readOfficeFile(dir);
  for (const file of [paths.desk, paths.deskKeys, paths.cases, paths.casesKeys]) {
    if (!fs.existsSync(file)) throw new StoreError('DATABASE_MISSING');
  }
  const { slots, failures } = readSlots(dir);
  if (slots.length === 0) throw failures[0] ?? new StoreError('SLOT_MISSING');
  const users = slots.filter((slot) => slot.header.kind === 'user').length + damagedSlots(dir).others;
  return { state: 'locked', singleUser: users === 1, training };
}

export function isUnfinished(dir: string): boolean {
  const paths = folderPaths(dir);
  return fs.existsSync(paths.unfinished) && !fs.existsSync(paths.office);
}
