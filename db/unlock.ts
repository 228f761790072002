/** The ways into a data folder that exists. A failed try changes nothing in it but the count of failures. */
import { cryptoReady } from '../shared/crypto/sodium.ts';
import { assertNoRestore } from './backup/restore-marker.ts';
import type { Store } from './contract/store.ts';
import { guarded, StoreError } from './errors.ts';
import { readOfficeFile } from './folder.ts';
import { lockFolder } from './lock.ts';
import { openStore } from './open-store.ts';
import { readRecoveryCode } from './slots/recovery-code.ts';
import { openSlot, wipeKeys, type SlotFile, type SlotKeys } from './slots/slot.ts';
import { findRecoverySlot, findUserSlot, removeUnfinishedSlots } from './slots/slot-folder.ts';
import { guardTry } from './slots/unlock-tries.ts';

/** By what wrong tries are timed: the office's clock. */
type Clock = () => Date;
const ownClock: Clock = () => new Date();

/** `login` null only where the folder has a single user. Throws UNLOCK_WAIT after several wrong tries. */
export async function unlock(dir: string, login: string | null, password: string, clock = ownClock): Promise<Store> {
  await cryptoReady();
  return openWith(dir, () => findUserSlot(dir, login), password, 'WRONG_PASSWORD', clock);
}

/** Opens as the head whose Notfallblatt it is. A slip that the checksum tells counts as a try like any other. */
export async function unlockWithRecovery(dir: string, recoveryCode: string, clock = ownClock): Promise<Store> {
  await cryptoReady();
  return openWith(dir, () => findRecoverySlot(dir), readRecoveryCode(recoveryCode), 'WRONG_RECOVERY_CODE', clock);
}

/** Whether the typed code opens the Notfallblatt slot. Throws only when there is no sound slot to try. */
export async function checkRecovery(dir: string, recoveryCode: string): Promise<boolean> {
  await cryptoReady();
  const slot = guarded(() => findRecoverySlot(dir));
  const secret = readRecoveryCode(recoveryCode);
  return secret !== null && (await opens(slot, secret));
}

/** Whether the secret is the slot's; the keys behind it are wiped at once. */
export async function opens(slot: SlotFile, secret: string): Promise<boolean> {
  const keys = await openSlot(slot, secret);
  if (keys !== null) wipeKeys(keys);
  return keys !== null;
}

/** The keys behind a password, for tools that check copies and backups without opening the office. */
export async function openKeys(dir: string, login: string | null, password: string): Promise<SlotKeys> {
  await cryptoReady();
  return keysOf(
    dir,
    guarded(() => findUserSlot(dir, login)),
    password,
    'WRONG_PASSWORD',
  );
}

type Wrong = 'WRONG_PASSWORD' | 'WRONG_RECOVERY_CODE';

async function openWith(dir: string, findSlot: () => SlotFile, secret: string | null, wrong: Wrong, clock: Clock): Promise<Store> {
  guarded(() => { assertNoRestore(dir); });
  const slot = guarded(findSlot);
  const lock = guarded(() => lockFolder(dir));
  let keys: SlotKeys;
  try {
    keys = await guardTry(dir, clock, () => keysOf(dir, slot, secret, wrong));
  } catch (error) {
    lock.release();
    throw error;
  }
  const store = openStore(dir, keys, lock, false);
  removeUnfinishedSlots(dir);
  return store;
}

async function keysOf(dir: string, slot: SlotFile, secret: string | null, wrong: Wrong): Promise<SlotKeys> {
  const keys = secret === null ? null : await openSlot(slot, secret);
  if (keys === null) throw new StoreError(wrong);
  // The flag in office.json is there to be read without a key; believed is the sealed one.
  if (guarded(() => readOfficeFile(dir)).training === keys.training) return keys;
  wipeKeys(keys);
  throw new StoreError('DATABASE_DAMAGED');
}
