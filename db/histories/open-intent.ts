/** Opens one sealed intent, for whoever reads the rows of a door. */
import { openBytes } from '../../shared/crypto/sodium.ts';
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import { Intent, type SignedIntent } from '../../shared/history/intent.ts';
import { verifyIntent } from '../../shared/history/sign-intent.ts';
import type { DoorName } from '../contract/actor.ts';

/** What names a sealed intent in its door; `id` and `record` as its row says. */
export interface SealedIntent {
  readonly id: string;
  readonly record: RecordId;
  readonly sealed: Uint8Array;
}

/** Binds the sealed bytes to their place: a row that was moved to another record or door does not open. */
export function intentContext(door: DoorName, record: RecordId, id: string): string {
  return `intent/${door}/${record}/${id}`;
}

/** `key`: the record's file key. null when it does not open. What comes out was written by this office, so its shape is trusted. */
export function openIntent(door: DoorName, key: Uint8Array, { id, record, sealed }: SealedIntent): SignedIntent | null {
  const plain = openBytes(key, sealed, intentContext(door, record, id));
  return plain === null ? null : (JSON.parse(new TextDecoder().decode(plain)) as SignedIntent);
}

/**
 * The intent in a row of files that nobody vouches for; null unless it opens, has an intent's shape, is the one its row names and carries
 * the signature of a PC of this office.
 */
export function openGenuineIntent(
  door: DoorName,
  key: Uint8Array,
  row: SealedIntent,
  findPublicKey: (device: DeviceId) => Uint8Array | undefined,
): Intent | null {
  const signed = openIntent(door, key, row);
  if (signed === null) return null;
  const intent = Intent.safeParse(signed.intent);
  if (!intent.success || intent.data.id !== row.id || intent.data.record !== row.record) return null;
  const publicKey = findPublicKey(intent.data.device);
  if (publicKey === undefined || !verifyIntent(publicKey, { intent: intent.data, signature: signed.signature })) return null;
  return intent.data;
}
