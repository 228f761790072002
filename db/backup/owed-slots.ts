/**
 * Copies of the slots that did not follow a change here yet: an account that was removed, a password or Notfallblatt that was replaced
 * would open them still. Nothing is written down about it: what is owed is read off the copies themselves.
 */
import fs from 'node:fs';
import { guarded } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { keyCopyPaths, readKeyCopies, renewSlotCopies } from './key-copies.ts';
import { slotsIn } from './restore-slots.ts';

/** Renews both copies in the folder `backups` where one of them is behind. Throws DISK_ERROR, DISK_FULL, BACKUP_FAILED. */
export function renewOwedSlots(dir: string, at: string, backups = folderPaths(dir).backups): void {
  if (owesSlots(dir, backups)) renewSlotCopies(dir, at, backups);
}

/**
 * A slot that is damaged or lost here is no reason: its sound copy beside the own backups is what a restore needs. One that was taken
 * away is in neither.
 */
function owesSlots(dir: string, backups: string): boolean {
  return guarded(() => {
    const folder = folderPaths(dir).slots;
    if (!fs.existsSync(folder)) return false;
    const here = slotsIn(folder);
    const own = readKeyCopies(folderPaths(dir).backups).map((copy) => slotsIn(keyCopyPaths(copy.folder).slots));
    const kept = new Set(own.flatMap((slots) => [...slots.keys()]));
    return readKeyCopies(backups).some((copy) => {
      const there = slotsIn(keyCopyPaths(copy.folder).slots);
      const isGone = [...there.keys()].some((name) => !here.has(name) && !kept.has(name));
      return isGone || [...here].some(([name, slot]) => slot !== null && there.get(name)?.sha256 !== slot.sha256);
    });
  });
}
