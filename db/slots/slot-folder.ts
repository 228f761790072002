/** The slots of a data folder: one small file each, named by a random id. */
import fs from 'node:fs';
import path from 'node:path';
import type { UserId } from '../../shared/domain/ids.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { loginTag } from './login-tag.ts';
import { parseSlot, type SlotFile } from './slot.ts';

export function writeSlot(dir: string, slot: SlotFile): void {
  const { slots } = folderPaths(dir);
  guarded(() => {
    fs.mkdirSync(slots, { recursive: true, mode: 0o700 });
    writeFileAtomically(slotPath(dir, slot.header.slotId), `${JSON.stringify(slot)}\n`);
  });
}

export function slotPath(dir: string, slotId: string): string {
  return path.join(folderPaths(dir).slots, `${slotId}.json`);
}

interface Readable {
  readonly slots: readonly SlotFile[];
  /** Why the others could not be read. */
  readonly failures: readonly StoreError[];
}

/** Every slot there is. One that is damaged does not keep the others from being found. */
export function readSlots(dir: string): Readable {
  return guarded(() => {
    const folder = folderPaths(dir).slots;
    const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    const slots: SlotFile[] = [];
    const failures: StoreError[] = [];
    for (const name of names.sort()) {
      try {
        slots.push(parseSlot(fs.readFileSync(path.join(folder, name), 'utf8')));
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        failures.push(error);
      }
    }
    return { slots, failures };
  });
}

/**
 * The slot of a login; with `login` null that of the only user.
 *
 * Throws SLOT_MISSING when there is none, SLOT_DAMAGED or SLOT_TOO_WEAK when it could be the one that cannot be read.
 */
export function findUserSlot(dir: string, login: string | null): SlotFile {
  const { salt } = readOfficeFile(dir);
  const { slots, failures } = readSlots(dir);
  const users = slots.filter((slot) => slot.header.kind === 'user');
  const found = login === null ? onlyOne(users, failures) : users.find((s) => s.header.loginTag === loginTag(salt, login));
  return found ?? refuse(failures);
}

function onlyOne(users: readonly SlotFile[], failures: readonly StoreError[]): SlotFile | undefined {
  return users.length === 1 && failures.length === 0 ? users[0] : undefined;
}

export function findRecoverySlot(dir: string): SlotFile {
  readOfficeFile(dir);
  const { slots, failures } = readSlots(dir);
  return slots.find((slot) => slot.header.kind === 'recovery') ?? refuse(failures);
}

/** undefined for a user without a slot. */
export function findSlotOf(dir: string, user: UserId): SlotFile | undefined {
  return readSlots(dir).slots.find((slot) => slot.header.kind === 'user' && slot.header.user === user);
}

function refuse(failures: readonly StoreError[]): never {
  throw failures[0] ?? new StoreError('SLOT_MISSING');
}
