/** Takes over what another PC wrote: set union of intents, each believed for its signature alone. */
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import { Intent, type RecordKind, type SignedIntent } from '../../shared/history/intent.ts';
import { verifyIntent } from '../../shared/history/sign-intent.ts';
import type { IsFrozen } from '../cases/kept-facts.ts';
import type { IsErased } from '../erase/tombstones.ts';
import { StoreError } from '../errors.ts';
import type { SealedIntents } from './sealed-intents.ts';

export interface MergeParts {
  readonly intents: SealedIntents;
  /** undefined for a PC this office does not know. */
  findPublicKey(device: DeviceId): Uint8Array | undefined;
  /** undefined for a record that is not here yet. */
  findKind(record: RecordId): RecordKind | undefined;
  readonly isErased: IsErased;
  readonly isFrozen: IsFrozen;
}

/**
 * Stores the intents not yet here and returns them by record. Those of an erased record are passed over, however late they come (R59), and so are
 * count keys of a frozen year.
 *
 * Throws INTENT_REFUSED, and so stores nothing, when one is malformed, of an unknown PC, wrongly signed, of another kind than
 * its record, or takes a number its PC gave to another intent (a forked history, R46).
 */
export function takeOver(incoming: readonly SignedIntent[], parts: MergeParts): ReadonlyMap<RecordId, readonly Intent[]> {
  const fresh = new Map<RecordId, Intent[]>();
  for (const signed of incoming) {
    const { intent, signature } = checked(signed, parts);
    if (parts.intents.has(intent.id) || parts.isErased(intent.record) || isFrozenKey(intent, parts)) continue;
    if (parts.intents.findNumbered(intent.device, intent.sequence) !== undefined) throw new StoreError('INTENT_REFUSED');
    const ofRecord = fresh.get(intent.record) ?? [];
    const kind = ofRecord[0]?.kind ?? parts.findKind(intent.record) ?? intent.kind;
    if (intent.kind !== kind) throw new StoreError('INTENT_REFUSED');
    parts.intents.add({ intent, signature });
    fresh.set(intent.record, ofRecord);
    ofRecord.push(intent);
  }
  return fresh;
}

function isFrozenKey({ body }: Intent, { isFrozen }: MergeParts): boolean {
  return body.type === 'setCountKeys' && isFrozen(body.year);
}

function checked(signed: SignedIntent, parts: MergeParts): SignedIntent {
  const parsed = Intent.safeParse(signed.intent);
  if (!parsed.success) throw new StoreError('INTENT_REFUSED');
  const publicKey = parts.findPublicKey(parsed.data.device);
  if (publicKey === undefined) throw new StoreError('INTENT_REFUSED');
  const clean = { intent: parsed.data, signature: signed.signature };
  if (!verifyIntent(publicKey, clean)) throw new StoreError('INTENT_REFUSED');
  return clean;
}
