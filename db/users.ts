/** Who may unlock: adding a user, new passwords. Only slots are written, never a database file (R07). */
import fs from 'node:fs';
import { cryptoReady, newSigningKeys, randomId } from '../shared/crypto/sodium.ts';
import { UserId } from '../shared/domain/ids.ts';
import type { Actor, Role, StaffRow, Store } from './contract.ts';
import { guarded, StoreError } from './errors.ts';
import { readOfficeFile } from './folder.ts';
import { insideOf } from './open-store.ts';
import { loginTag } from './slots/login-tag.ts';
import { makeSlot, openSlot, type SlotFile, type SlotKeys } from './slots/slot.ts';
import { findSlotOf, findUserSlot, slotPath, writeSlot } from './slots/slot-folder.ts';

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
  try {
    store.desk.write((tx) => {
      tx.staff.save(row);
      staff.savePublicKey(row.id, publicKey);
      tx.audit.write({ action: 'staff.add', record: null, details: { user: row.id, role: row.role } }, actor);
      // Inside, so that nobody is listed who cannot unlock.
      writeSlot(store.dir, slot);
    });
  } catch (error) {
    // And nobody can unlock who is not listed.
    guarded(() => {
      fs.rmSync(slotPath(store.dir, slot.header.slotId), { force: true });
    });
    throw error;
  }
  return row.id;
}

/** Throws WRONG_PASSWORD when `oldPassword` does not open the slot; then nothing has changed. */
export async function changePassword(dir: string, login: string | null, oldPassword: string, newPassword: string): Promise<void> {
  await cryptoReady();
  const slot = guarded(() => findUserSlot(dir, login));
  const keys = await openSlot(slot, oldPassword);
  if (keys === null) throw new StoreError('WRONG_PASSWORD');
  const { slotId, kind, loginTag: tag } = slot.header;
  writeSlot(dir, await makeSlot({ slotId, kind, loginTag: tag }, keys, newPassword));
}

/**
 * A new password for a user, without the old one: after unlocking with the Notfallblatt.
 *
 * The user gets new signing keys, because the old ones lay under the forgotten password. Throws SLOT_MISSING when no member of staff has
 * this login.
 */
export async function resetPassword(store: Store, login: string, newPassword: string): Promise<void> {
  const { staff } = insideOf(store);
  const row = store.desk.read(() => staff.findByLogin(login));
  if (row === undefined) throw new StoreError('SLOT_MISSING');
  const slotId = findSlotOf(store.dir, row.id)?.header.slotId ?? randomId();
  const { slot, publicKey } = await newUserSlot(store, row, newPassword, slotId);
  store.desk.write(() => {
    staff.savePublicKey(row.id, publicKey);
    writeSlot(store.dir, slot);
  });
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
