/** The Notfallblatt: a slot of its own whose secret is a code on paper. */
import { cryptoReady, randomId } from '../shared/crypto/sodium.ts';
import type { Actor, Store } from './contract.ts';
import { insideOf } from './open-store.ts';
import { newRecoveryCode, readRecoveryCode } from './slots/recovery-code.ts';
import { makeSlot, type SlotFile, type SlotKeys } from './slots/slot.ts';
import { readSlots, writeSlot } from './slots/slot-folder.ts';

/** Opens everything `keys` open, but signs in nobody's name. */
export async function newRecoverySlot(keys: SlotKeys, slotId: string): Promise<{ readonly slot: SlotFile; readonly recoveryCode: string }> {
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
  await cryptoReady();
  const before = readSlots(store.dir).slots.find(({ header }) => header.kind === 'recovery');
  const { slot, recoveryCode } = await newRecoverySlot(insideOf(store).keys, before?.header.slotId ?? randomId());
  store.desk.write((tx) => {
    tx.audit.write({ action: 'recovery.renew', record: null, details: {} }, actor);
    // Inside: a store closed meanwhile has wiped the keys this slot was made of, and must not write it.
    writeSlot(store.dir, slot);
  });
  return recoveryCode;
}
