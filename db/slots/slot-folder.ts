/** The slots of a data folder: one small file each, named by a random id. */
import fs from 'node:fs';
import path from 'node:path';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { forgetSlotCopies } from '../backup/key-copies.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths, readOfficeFile } from '../folder.ts';
import { syncFolder } from '../sync.ts';
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
  /** Names of the files of the others. */
  readonly unreadable: readonly string[];
}

/** Every slot there is. One that is damaged does not keep the others from being found. */
export function readSlots(dir: string): Readable {
  return guarded(() => {
    const folder = folderPaths(dir).slots;
    const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    const slots: SlotFile[] = [];
    const failures: StoreError[] = [];
    const unreadable: string[] = [];
    for (const name of names.sort()) {
      try {
        slots.push(parseSlot(fs.readFileSync(path.join(folder, name), 'utf8')));
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        failures.push(error);
        unreadable.push(name);
      }
    }
    return { slots, failures, unreadable };
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
  const found = login === null ? onlyOne(users, damagedSlots(dir).others) : users.find((s) => s.header.loginTag === loginTag(salt, login));
  return found ?? refuse(failures);
}

/** Damaged files that may be a user's do not let anybody say who the only one is; that of the Notfallblatt does. */
function onlyOne(users: readonly SlotFile[], damagedOfUsers: number): SlotFile | undefined {
  return users.length === 1 && damagedOfUsers === 0 ? users[0] : undefined;
}

/**
 * Of the damaged files those of the Notfallblatt, and the others, which may be a user's. One that says nothing of its owner is the
 * Notfallblatt's where no other can be: every office has one.
 */
export function damagedSlots(dir: string): { readonly recovery: number; readonly others: number; readonly sound: readonly SlotFile[] } {
  const { slots: sound, unreadable } = readSlots(dir);
  const folder = folderPaths(dir).slots;
  const owners = guarded(() => unreadable.map((name) => ownerIn(fs.readFileSync(path.join(folder, name), 'latin1'))));
  const said = owners.filter((owner) => owner === 'recovery').length;
  const silent = owners.length === 1 && owners[0] === null && !sound.some(({ header }) => header.kind === 'recovery');
  const recovery = silent ? 1 : said;
  return { recovery, others: owners.length - recovery, sound };
}

export function findRecoverySlot(dir: string): SlotFile {
  readOfficeFile(dir);
  const { slots, failures } = readSlots(dir);
  const found = slots.find((slot) => slot.header.kind === 'recovery');
  if (found !== undefined) return found;
  // Too weak is a reason of its own: somebody changed the file.
  throw failures.find(({ code }) => code === 'SLOT_TOO_WEAK') ?? new StoreError('RECOVERY_SLOT_MISSING');
}

/** undefined for a user without a slot. */
export function findSlotOf(dir: string, user: UserId): SlotFile | undefined {
  return slotsOf(dir, user)[0];
}

/** Whose slots: one user's, or those of the Notfallblatt. */
export type SlotOwnerRef = UserId | 'recovery';

/** Usually one; more where somebody put an older file back by hand. */
export function slotsOf(dir: string, owner: SlotOwnerRef): readonly SlotFile[] {
  const isTheirs = ({ header }: SlotFile): boolean =>
    owner === 'recovery' ? header.kind === 'recovery' : header.kind === 'user' && header.user === owner;
  return readSlots(dir).slots.filter(isTheirs);
}

/**
 * What a program that was killed while it wrote a slot left behind: a whole slot under a password nobody was told is set. Only while this
 * process owns the folder.
 */
export function removeUnfinishedSlots(dir: string): void {
  const { slots } = folderPaths(dir);
  guarded(() => {
    if (!fs.existsSync(slots)) return;
    for (const name of fs.readdirSync(slots).filter((entry) => entry.endsWith('.tmp'))) fs.rmSync(path.join(slots, name), { force: true });
  });
}

/** Takes the way in. Nothing happens without a slot. */
export function removeSlotsOf(dir: string, owner: SlotOwnerRef): void {
  // First where nobody would look for it: from a copy it would open a restore.
  forgetSlotCopies(dir, owner, null);
  for (const { header } of slotsOf(dir, owner)) removeSlot(dir, header.slotId);
}

/** For good, and not to `set-aside/`: a password that is to open nothing any more. */
function removeSlot(dir: string, slotId: string): void {
  guarded(() => {
    fs.rmSync(slotPath(dir, slotId), { force: true });
    syncFolder(folderPaths(dir).slots);
  });
}

/**
 * Puts `slot` in the place of every other slot of its owner. Files nobody can read and that were theirs go to `set-aside/`, so that they
 * stop being a question; one that says nothing of its owner goes when it is the only one.
 */
export function replaceSlot(dir: string, slot: SlotFile): void {
  const { slotId, kind, user } = slot.header;
  const owner = kind === 'recovery' ? 'recovery' : user;
  writeSlot(dir, slot);
  forgetSlotCopies(dir, owner, slotId);
  for (const { header } of slotsOf(dir, owner)) if (header.slotId !== slotId) removeSlot(dir, header.slotId);
  const { unreadable } = readSlots(dir);
  for (const name of unreadable) {
    const said = ownerIn(fs.readFileSync(path.join(folderPaths(dir).slots, name), 'latin1'));
    if (said === owner || (said === null && unreadable.length === 1)) setAside(dir, name);
  }
}

/** What can still be made out of a damaged file: a guess that decides nothing but which file is in the way. */
function ownerIn(text: string): string | null {
  if (text.includes('"kind":"recovery"')) return 'recovery';
  return /"user":"([0-9a-f]{32})"/.exec(text)?.[1] ?? null;
}

function setAside(dir: string, name: string): void {
  const { slots, setAside: folder } = folderPaths(dir);
  guarded(() => {
    const aside = path.join(folder, `slots-${randomId().slice(0, 8)}`);
    fs.mkdirSync(aside, { recursive: true, mode: 0o700 });
    fs.renameSync(path.join(slots, name), path.join(aside, name));
  });
}

function refuse(failures: readonly StoreError[]): never {
  throw failures[0] ?? new StoreError('SLOT_MISSING');
}
