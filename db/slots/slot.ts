/**
 * A slot: the keys one user (or the Notfallblatt) may use, sealed under what she knows.
 *
 * The header is bound as context, so no bit of it can be changed. Opening the seal is the only proof of a password: no hash of
 * it is kept (R08). A plain checksum over the file tells a damaged slot from a wrong password.
 */
import { z } from 'zod';
import {
  fromBase64,
  fromHex,
  openBytes,
  passwordFloor,
  passwordSaltBytes,
  randomBytes,
  sealBytes,
  sha256Hex,
  toBase64,
  toHex,
  wipe,
} from '../../shared/crypto/sodium.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { Role } from '../contract/actor.ts';
import { StoreError } from '../errors.ts';
import { parseJson } from '../parse-json.ts';
import { deriveKey } from './derive-key.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(2 * bytes)}}$`));

const SlotHeader = z.strictObject({
  format: z.literal(1),
  slotId: hex(16),
  kind: z.enum(['user', 'recovery']),
  /** Random id, no name. Of the Notfallblatt: whom it lets in. */
  user: UserId,
  /** See login-tag.ts; null for the Notfallblatt. */
  loginTag: hex(32).nullable(),
  kdf: z.strictObject({ alg: z.literal('argon2id13'), ops: z.int(), memory: z.int(), salt: hex(passwordSaltBytes) }),
});
export type SlotHeader = z.infer<typeof SlotHeader>;

const SlotFile = z.strictObject({ header: SlotHeader, sealed: z.base64(), sha256: hex(32) });
export type SlotFile = z.infer<typeof SlotFile>;

/** Above this a header is a trap that eats the PC's memory, not a stronger slot. */
const ceiling = { ops: 16, memory: 2 * 1024 * 1024 * 1024 };

/** What a slot lets its owner use. */
export interface SlotKeys {
  readonly user: UserId;
  readonly role: Role;
  readonly training: boolean;
  readonly deskKey: Uint8Array;
  /** null: this slot opens the desk only. */
  readonly casesKey: Uint8Array | null;
  /** Ed25519 seed of the user; null in the Notfallblatt. */
  readonly signingSeed: Uint8Array | null;
}

/** Overwrites what we hold. The base64 texts they were read from are gone from our hands, not surely from memory (see derive-key.ts). */
export function wipeKeys({ deskKey, casesKey, signingSeed }: SlotKeys): void {
  for (const key of [deskKey, casesKey, signingSeed]) if (key !== null) wipe(key);
}

const Sealed = z.strictObject({
  user: UserId,
  role: z.enum(['head', 'caseworker', 'admin_office']),
  training: z.boolean(),
  deskKey: z.base64(),
  casesKey: z.base64().optional(),
  signingSeed: z.base64().optional(),
});

export interface SlotOwner {
  readonly slotId: string;
  readonly kind: SlotHeader['kind'];
  readonly loginTag: string | null;
}

/** Seals `keys` under a password with a fresh salt and today's cost. */
export async function makeSlot(owner: SlotOwner, keys: SlotKeys, password: string): Promise<SlotFile> {
  const salt = randomBytes(passwordSaltBytes);
  const kdf = { alg: 'argon2id13' as const, ...passwordFloor, salt: toHex(salt) };
  const header: SlotHeader = { format: 1, ...owner, user: keys.user, kdf };
  const wrapping = await deriveKey({ password, salt, ...passwordFloor });
  const plain = new TextEncoder().encode(JSON.stringify(toSealed(keys)));
  const sealed = toBase64(sealBytes(wrapping, plain, canonicalJson(header)));
  wipe(wrapping);
  wipe(plain);
  return { header, sealed, sha256: checksum(header, sealed) };
}

/**
 * The slot in a file's text. Throws SLOT_DAMAGED for anything that is not exactly a slot as written, SLOT_TOO_WEAK below the floors
 * of R05 (checked before any derivation).
 */
export function parseSlot(text: string): SlotFile {
  const slot = SlotFile.safeParse(parseJson(text));
  if (!slot.success) throw new StoreError('SLOT_DAMAGED');
  const { header, sealed, sha256 } = slot.data;
  if (checksum(header, sealed) !== sha256) throw new StoreError('SLOT_DAMAGED');
  if (header.kdf.ops < passwordFloor.ops || header.kdf.memory < passwordFloor.memory) throw new StoreError('SLOT_TOO_WEAK');
  if (header.kdf.ops > ceiling.ops || header.kdf.memory > ceiling.memory) throw new StoreError('SLOT_DAMAGED');
  return slot.data;
}

/** The keys, or null when this is not the password. */
export async function openSlot(slot: SlotFile, password: string): Promise<SlotKeys | null> {
  const { salt, ops, memory } = slot.header.kdf;
  const wrapping = await deriveKey({ password, salt: fromHex(salt), ops, memory });
  const plain = openBytes(wrapping, fromBase64(slot.sealed), canonicalJson(slot.header));
  wipe(wrapping);
  if (plain === null) return null;
  const { deskKey, casesKey, signingSeed, ...rest } = Sealed.parse(JSON.parse(new TextDecoder().decode(plain)));
  wipe(plain);
  return {
    ...rest,
    deskKey: fromBase64(deskKey),
    casesKey: casesKey === undefined ? null : fromBase64(casesKey),
    signingSeed: signingSeed === undefined ? null : fromBase64(signingSeed),
  };
}

/** A clerk's slot does not even contain the cases key. */
function toSealed(keys: SlotKeys): z.infer<typeof Sealed> {
  const { user, role, training } = keys;
  const casesKey = role === 'admin_office' ? null : keys.casesKey;
  return {
    user,
    role,
    training,
    deskKey: toBase64(keys.deskKey),
    ...(casesKey === null ? {} : { casesKey: toBase64(casesKey) }),
    ...(keys.signingSeed === null ? {} : { signingSeed: toBase64(keys.signingSeed) }),
  };
}

function checksum(header: SlotHeader, sealed: string): string {
  return sha256Hex(canonicalJson({ header, sealed }));
}
