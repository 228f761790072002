/** The set-up of an office's data folder. */
import fs from 'node:fs';
import { cryptoReady, keyBytes, newSigningKeys, randomBytes, randomId } from '../shared/crypto/sodium.ts';
import { UserId } from '../shared/domain/ids.ts';
import { writeFileAtomically } from './atomic-file.ts';
import type { NewOffice, Store } from './contract/store.ts';
import { guarded, StoreError } from './errors.ts';
import { filesIn, folderPaths, moveUnfinishedAside, newOfficeFile, writeOfficeFile } from './folder.ts';
import { isUnfinished } from './inspect-folder.ts';
import { lockFolder } from './lock.ts';
import { insideOf, openStore } from './open-store.ts';
import { newRecoverySlot } from './recovery.ts';
import { loginTag } from './slots/login-tag.ts';
import { makeSlot, type SlotKeys } from './slots/slot.ts';
import { writeSlot } from './slots/slot-folder.ts';

/**
 * Makes folder, keys, databases, the head's slot and that of the Notfallblatt; returns the open store and the code to print, once.
 *
 * office.json comes last, after whatever `initialise` saves: until it is there, the folder counts as empty. Throws FOLDER_NOT_EMPTY,
 * FOLDER_IN_USE, DISK_FULL, DISK_ERROR.
 */
export async function createOffice(
  office: NewOffice & { readonly training: boolean },
): Promise<{ store: Store; recoveryCode: string }> {
  await cryptoReady();
  const { dir } = office;
  const file = newOfficeFile(office.training);
  const signing = newSigningKeys();
  const keys: SlotKeys = {
    user: UserId.parse(randomId()),
    role: 'head',
    training: office.training,
    deskKey: randomBytes(keyBytes),
    casesKey: randomBytes(keyBytes),
    signingSeed: signing.seed,
  };
  const lock = guarded(() => prepareFolder(dir));
  let store: Store | undefined;
  try {
    const [userSlot, { slot: recoverySlot, recoveryCode }] = await Promise.all([
      makeSlot({ slotId: randomId(), kind: 'user', loginTag: loginTag(file.salt, office.login) }, keys, office.password),
      newRecoverySlot(keys, randomId()),
    ]);
    writeSlot(dir, userSlot);
    writeSlot(dir, recoverySlot);
    store = openStore(dir, keys, lock, true);
    introduce(store, office, signing.publicKey);
    guarded(() => {
      writeOfficeFile(dir, file);
      fs.rmSync(folderPaths(dir).unfinished);
    });
    return { store, recoveryCode };
  } catch (error) {
    if (store === undefined) lock.release();
    else store.close();
    throw error;
  }
}

function prepareFolder(dir: string) {
  // Looked at before the lock, too: in a folder of somebody else's not even that is to lie.
  if (!isUnfinished(dir) && filesIn(dir).length > 0) throw new StoreError('FOLDER_NOT_EMPTY');
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dir);
  try {
    if (isUnfinished(dir)) moveUnfinishedAside(dir);
    if (filesIn(dir).length > 0) throw new StoreError('FOLDER_NOT_EMPTY');
    writeFileAtomically(folderPaths(dir).unfinished, '');
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The head and this PC, the first the office knows of. */
function introduce(store: Store, office: NewOffice, publicKey: Uint8Array): void {
  const { staff } = insideOf(store);
  store.desk.write((tx) => {
    tx.staff.save({ id: store.user, login: office.login.trim(), displayName: office.displayName, role: 'head' });
    staff.savePublicKey(store.user, publicKey);
    tx.devices.add({ id: store.device, publicKey: store.devicePublicKey, addedAt: office.at });
    office.initialise?.(tx);
  });
}
