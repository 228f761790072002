/** Who may unlock: accounts and passwords. Keys are wrapped anew, never a database (R07); new passwords write one small file. */
import { cryptoReady, newSigningKeys, randomId, sameBytes, signingKeysFromSeed } from '../shared/crypto/sodium.ts';
import { UserId } from '../shared/domain/ids.ts';
import type { Actor, Role } from './contract/actor.ts';
import type { StaffRow } from './contract/desk.ts';
import type { DeskTx, Store } from './contract/store.ts';
import { guarded, StoreError } from './errors.ts';
import { readOfficeFile } from './folder.ts';
import { insideOf } from './open-store.ts';
import { loginTag } from './slots/login-tag.ts';
import { makeSlot, openSlot, wipeKeys, type SlotFile, type SlotKeys } from './slots/slot.ts';
import { findSlotOf, findUserSlot, removeSlotsOf, replaceSlot, writeSlot } from './slots/slot-folder.ts';
import { guardTry } from './slots/unlock-tries.ts';

const ownClock = (): Date => new Date();

/** Throws LOGIN_TAKEN, and CASES_DOOR_CLOSED when this store has no cases key to give to a user who needs one. */
export async function addUser(
  store: Store,
  user: { readonly login: string; readonly displayName: string; readonly role: Role; readonly password: string },
  actor: Actor,
): Promise<UserId> {
  const { staff } = insideOf(store);
  if (store.desk.read(() => staff.findByLogin(user.login)) !== undefined) throw new StoreError('LOGIN_TAKEN');
  const row: StaffRow = {
    id: UserId.parse(randomId()),
    login: user.login.trim(),
    displayName: user.displayName,
    role: user.role,
  };
  const { slot, publicKey } = await newUserSlot(store, row, user.password, randomId());
  store.desk.write((tx) => {
    tx.staff.save(row);
    staff.savePublicKey(row.id, publicKey);
    tx.audit.write({ action: 'staff.add', record: null, details: { user: row.id, role: row.role } }, actor);
  });
  // Afterwards: nobody can unlock who is not listed. Interrupted here, she is listed without a way in, and a new password gives her one.
  writeSlot(store.dir, slot);
  return row.id;
}

/**
 * Takes a user's way in; her name stays beside what she wrote. Throws LAST_HEAD when nobody else with the role could unlock.
 *
 * The door keys stay the same: what she could read while she had a password she may have copied (docs/threat-model.md). `alongside`: written in
 * the same transaction.
 */
export function removeUser(store: Store, user: UserId, actor: Actor, alongside?: (tx: DeskTx) => void): void {
  const rows = store.desk.read((tx) => tx.staff.list());
  const isHead = ({ role }: StaffRow): boolean => role === 'head';
  const othersWhoLead = rows.filter((row) => isHead(row) && row.id !== user && findSlotOf(store.dir, row.id) !== undefined);
  if (rows.some((row) => row.id === user && isHead(row)) && othersWhoLead.length === 0) throw new StoreError('LAST_HEAD');
  store.desk.write((tx) => {
    alongside?.(tx);
    tx.audit.write({ action: 'staff.remove', record: null, details: { user } }, actor);
    // Inside: when the log cannot be written it is better to have her out and to try again than the other way round.
    removeSlotsOf(store.dir, user);
  });
}

/** Throws WRONG_PASSWORD when `oldPassword` does not open the slot; then nothing has changed. */
export async function changePassword(
  dir: string,
  login: string | null,
  oldPassword: string,
  newPassword: string,
  clock = ownClock,
): Promise<void> {
  await cryptoReady();
  await rewriteSlot(
    dir,
    guarded(() => findUserSlot(dir, login)),
    oldPassword,
    newPassword,
    clock,
  );
}

/** The same for whoever has the store open. Not one byte of a database changes, so the log does not tell of it. */
export async function changeOwnPassword(store: Store, oldPassword: string, newPassword: string, clock = ownClock): Promise<void> {
  await rewriteSlot(store.dir, ownSlot(store), oldPassword, newPassword, clock);
}

/** Whether this is the password of whoever has the store open. Counts as a try to unlock. */
export async function checkOwnPassword(store: Store, password: string, clock = ownClock): Promise<void> {
  wipeKeys(await keysUnder(store.dir, ownSlot(store), password, clock));
}

/** Whose password this is: a member of staff beside whoever has the store open. Counts as a try to unlock. Throws SLOT_MISSING without a way in of hers. */
export async function checkPasswordOf(store: Store, login: string, password: string, clock = ownClock): Promise<UserId> {
  const { staff } = insideOf(store);
  const row = store.desk.read(() => staff.findByLogin(login));
  const slot = row === undefined ? undefined : findSlotOf(store.dir, row.id);
  if (row === undefined || slot === undefined) throw new StoreError('SLOT_MISSING');
  wipeKeys(await keysUnder(store.dir, slot, password, clock));
  return row.id;
}

function ownSlot(store: Store): SlotFile {
  const slot = findSlotOf(store.dir, store.user);
  if (slot === undefined) throw new StoreError('SLOT_MISSING');
  return slot;
}

function keysUnder(dir: string, slot: SlotFile, password: string, clock: () => Date): Promise<SlotKeys> {
  return guardTry(dir, clock, async () => {
    const keys = await openSlot(slot, password);
    if (keys === null) throw new StoreError('WRONG_PASSWORD');
    return keys;
  });
}

async function rewriteSlot(dir: string, slot: SlotFile, oldPassword: string, newPassword: string, clock: () => Date): Promise<void> {
  const keys = await keysUnder(dir, slot, oldPassword, clock);
  try {
    const { slotId, kind, loginTag: tag } = slot.header;
    writeSlot(dir, await makeSlot({ slotId, kind, loginTag: tag }, keys, newPassword));
  } finally {
    wipeKeys(keys);
  }
}

/**
 * A new password for a user, without the old one: by the head, or after unlocking with the Notfallblatt.
 *
 * The user gets new signing keys, because the old ones lay under the forgotten password. Throws SLOT_MISSING when no member of staff has
 * this login.
 */
export async function resetPassword(store: Store, login: string, newPassword: string): Promise<void> {
  const { staff } = insideOf(store);
  const row = store.desk.read(() => staff.findByLogin(login));
  if (row === undefined) throw new StoreError('SLOT_MISSING');
  await giveSlot(store, row, newPassword, null);
}

/** The same for a user of the list of accounts; logged. */
export async function resetPasswordOf(store: Store, user: UserId, newPassword: string, actor: Actor): Promise<void> {
  const row = store.desk.read((tx) => tx.staff.list()).find(({ id }) => id === user);
  if (row === undefined) throw new StoreError('SLOT_MISSING');
  await giveSlot(store, row, newPassword, actor);
}

async function giveSlot(store: Store, row: StaffRow, password: string, actor: Actor | null): Promise<void> {
  const slotId = findSlotOf(store.dir, row.id)?.header.slotId ?? randomId();
  const { slot, publicKey } = await newUserSlot(store, row, password, slotId);
  // Throws when the store was closed meanwhile: the keys in this slot are wiped ones.
  const { staff } = insideOf(store);
  if (store.missing !== null) {
    // Nothing goes into databases that are older than they should be, and yet nobody stays locked out: see introduceSelf.
    replaceSlot(store.dir, slot);
    return;
  }
  store.desk.write((tx) => {
    staff.savePublicKey(row.id, publicKey);
    if (actor !== null) tx.audit.write({ action: 'staff.password', record: null, details: { user: row.id } }, actor);
    replaceSlot(store.dir, slot);
  });
}

/** In a write of the desk: makes known with which key this user signs, where a slot was made while nothing could be written. */
export function introduceSelf(store: Store): void {
  const { keys, staff } = insideOf(store);
  if (keys.signingSeed === null) return;
  const { publicKey } = signingKeysFromSeed(keys.signingSeed);
  const known = staff.findPublicKey(store.user);
  if (known === undefined || !sameBytes(known, publicKey)) staff.savePublicKey(store.user, publicKey);
}

/** Whether a user has a sound slot. */
export function canUnlock(dir: string, user: UserId): boolean {
  return findSlotOf(dir, user) !== undefined;
}

async function newUserSlot(
  store: Store,
  row: StaffRow,
  password: string,
  slotId: string,
): Promise<{ readonly slot: SlotFile; readonly publicKey: Uint8Array }> {
  const { keys } = insideOf(store);
  const needsCases = row.role !== 'admin_office';
  if (needsCases && keys.casesKey === null) throw new StoreError('CASES_DOOR_CLOSED');
  const signing = newSigningKeys();
  const theirs: SlotKeys = { ...keys, user: row.id, role: row.role, signingSeed: signing.seed };
  const tag = loginTag(guarded(() => readOfficeFile(store.dir)).salt, row.login);
  return { slot: await makeSlot({ slotId, kind: 'user', loginTag: tag }, theirs, password), publicKey: signing.publicKey };
}
