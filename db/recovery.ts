/** The Notfallblatt: a slot of its own whose secret is a code on paper. */
import { cryptoReady, randomId } from '../shared/crypto/sodium.ts';
import type { Actor } from './contract/actor.ts';
import type { Store } from './contract/store.ts';
import { insideOf } from './open-store.ts';
import { newRecoveryCode, readRecoveryCode } from './slots/recovery-code.ts';
import { makeSlot, type SlotFile, type SlotKeys } from './slots/slot.ts';
import { replaceSlot, slotsOf } from './slots/slot-folder.ts';
import { opens } from './unlock.ts';

/** A Notfallblatt with its code, which exists nowhere else once it was shown. */
export interface RecoverySlot {
  readonly slot: SlotFile;
  readonly recoveryCode: string;
}

/** Opens everything `keys` open, but signs in nobody's name. */
export async function newRecoverySlot(keys: SlotKeys, slotId: string): Promise<RecoverySlot> {
  const recoveryCode = newRecoveryCode();
  const header = { slotId, kind: 'recovery', loginTag: null } as const;
  return { slot: await makeSlot(header, { ...keys, signingSeed: null }, readRecoveryCode(recoveryCode) ?? ''), recoveryCode };
}

/**
 * Replaces the Notfallblatt and returns the new code, once; the code before opens nothing any more.
 *
 * It opens as the user of `store`, who is to be the head. Throws when the store is closed meanwhile; then the sheet before still holds.
 */
export async function renewRecovery(store: Store, actor: Actor): Promise<string> {
  const { slot, recoveryCode } = await prepareRecovery(store);
  store.desk.write((tx) => {
    tx.audit.write({ action: 'recovery.renew', record: null, details: {} }, actor);
    // Inside: a store closed meanwhile has wiped the keys this slot was made of, and must not write it.
    replaceSlot(store.dir, slot);
  });
  return recoveryCode;
}

/** The next Notfallblatt, in memory only: on disk the sheet before goes on opening until {@link confirmRecoverySlot}. */
export async function prepareRecovery(store: Store): Promise<RecoverySlot> {
  await cryptoReady();
  const before = slotsOf(store.dir, 'recovery')[0];
  return newRecoverySlot(insideOf(store).keys, before?.header.slotId ?? randomId());
}

/** Puts a prepared sheet in force if `typed` is its code; false, and nothing changed, when it is not. */
export async function confirmRecoverySlot(store: Store, slot: SlotFile, typed: string, actor: Actor): Promise<boolean> {
  await cryptoReady();
  const secret = readRecoveryCode(typed);
  if (secret === null || !(await opens(slot, secret))) return false;
  store.desk.write((tx) => {
    tx.audit.write({ action: 'recovery.replace', record: null, details: {} }, actor);
    replaceSlot(store.dir, slot);
  });
  return true;
}
