/**
 * Slots and office.json of a restored folder.
 *
 * What is here and sound stays: it is younger than any copy, and a removed account must not come back. Out of the newest copy comes only what
 * is damaged or gone here, and the slot that opened the restore.
 */
import fs from 'node:fs';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-file.ts';
import { StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { parseSlot } from '../slots/slot.ts';
import { keyCopyPaths, readKeyCopies } from './key-copies.ts';

export function restoreSlots(dir: string, backups: string, setAside: string, slotId: string): void {
  const copies = readKeyCopies(backups).map(({ folder }) => folder);
  const live = folderPaths(dir);
  if (!isSound(() => readOfficeFile(dir))) {
    moveIfThere(live.office, path.join(setAside, path.basename(live.office)));
    const office = copies.map((folder) => keyCopyPaths(folder).office).find((file) => isSound(() => readOfficeFile(path.dirname(file))));
    if (office === undefined) throw new StoreError('BACKUP_MISSING');
    writeFileAtomically(live.office, fs.readFileSync(office));
  }
  fs.mkdirSync(live.slots, { recursive: true, mode: 0o700 });
  const here = slotsIn(live.slots);
  const wanted = (name: string): boolean => here.size === 0 || here.get(name) === false || name === `${slotId}.json`;
  for (const folder of copies) {
    const { slots } = keyCopyPaths(folder);
    for (const [name, sound] of slotsIn(slots)) {
      const file = path.join(live.slots, name);
      if (!sound || !wanted(name) || slotsIn(live.slots).get(name) === true) continue;
      moveIfThere(file, path.join(setAside, name));
      writeFileAtomically(file, fs.readFileSync(path.join(slots, name)));
    }
  }
}

/** By file name: whether it is a slot as it was written. */
function slotsIn(folder: string): ReadonlyMap<string, boolean> {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(names.map((name) => [name, isSound(() => parseSlot(fs.readFileSync(path.join(folder, name), 'utf8')))]));
}

function isSound(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

function moveIfThere(file: string, to: string): void {
  if (fs.existsSync(file)) fs.renameSync(file, to);
}
