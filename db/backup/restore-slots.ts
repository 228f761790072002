/**
 * Slots and office.json of a restored folder.
 *
 * What is here and sound stays: it is younger than any copy. Out of the copies comes what is damaged here; and what is gone here only where
 * nobody else could open: a slot that is gone was usually taken away on purpose, and a removed account, an old password or an old
 * Notfallblatt must not come back through a copy somewhere.
 */
import fs from 'node:fs';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-file.ts';
import { StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { parseSlot, type SlotFile } from '../slots/slot.ts';
import { keyCopyPaths, readKeyCopies } from './key-copies.ts';

/** By file name; null: damaged. */
type Slots = ReadonlyMap<string, SlotFile | null>;

export interface ReturningSlot {
  readonly slot: SlotFile;
  /** Where the copy lies. */
  readonly file: string;
}

export function restoreSlots(dir: string, backups: string, setAside: string): void {
  const copies = readKeyCopies(backups).map(({ folder }) => folder);
  const live = folderPaths(dir);
  if (!isSound(() => readOfficeFile(dir))) {
    moveIfThere(live.office, path.join(setAside, path.basename(live.office)));
    const office = copies.map((folder) => keyCopyPaths(folder).office).find((file) => isSound(() => readOfficeFile(path.dirname(file))));
    if (office === undefined) throw new StoreError('BACKUP_MISSING');
    writeFileAtomically(live.office, fs.readFileSync(office));
  }
  fs.mkdirSync(live.slots, { recursive: true, mode: 0o700 });
  for (const [name, { file }] of returningSlots(dir, backups)) {
    moveIfThere(path.join(live.slots, name), path.join(setAside, name));
    writeFileAtomically(path.join(live.slots, name), fs.readFileSync(file));
  }
}

/**
 * The slots a restore takes out of the copies, by file name; none other of theirs opens anything.
 *
 * Nobody takes the last Notfallblatt away, so one is always to be here; likewise somebody who unlocks.
 */
export function returningSlots(dir: string, backups: string): ReadonlyMap<string, ReturningSlot> {
  const here = slotsIn(folderPaths(dir).slots);
  const copies = readKeyCopies(backups).map(({ folder }) => {
    const { slots } = keyCopyPaths(folder);
    return { folder: slots, slots: slotsIn(slots) };
  });
  const isGoneForNothing = (name: string, { header: { kind } }: SlotFile): boolean =>
    !holds(here, kind) && (copies.find(({ slots }) => holds(slots, kind))?.slots.has(name) ?? false);
  const returning = new Map<string, ReturningSlot>();
  for (const { folder, slots } of copies) {
    for (const [name, slot] of slots) {
      if (slot === null || returning.has(name)) continue;
      const returns = here.has(name) ? here.get(name) === null : isGoneForNothing(name, slot);
      if (returns) returning.set(name, { slot, file: path.join(folder, name) });
    }
  }
  return returning;
}

function holds(slots: Slots, kind: SlotFile['header']['kind']): boolean {
  return [...slots.values()].some((slot) => slot?.header.kind === kind);
}

export function slotsIn(folder: string): Slots {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(names.map((name) => [name, soundSlot(path.join(folder, name))]));
}

function soundSlot(file: string): SlotFile | null {
  let slot: SlotFile | null = null;
  isSound(() => (slot = parseSlot(fs.readFileSync(file, 'utf8'))));
  return slot;
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
