/** Where the chain of a key stands: for an office that lost its own record of it. */
import { makeChainHead } from '../../shared/envelopes/chain-head.ts';
import { parseStrictJson } from '../../shared/envelopes/strict-json.ts';
import { Envelope, KeyId } from '../../shared/envelopes/types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { headOf, receiptOfBytes } from '../storage/deliveries.ts';
import { deviceOf } from './device.ts';

/**
 * Envelope bytes of the head. Anyone may ask, also about a revoked key: a key id is no secret and the answer holds no numbers.
 *
 * Refuses `KEY_UNKNOWN`, `RATE_LIMITED`. The limit is per sender and key, so that a stranger who asks slows nobody down.
 */
export async function chainHead(context: Context, keyId: string, sender: string): Promise<Uint8Array> {
  const key = KeyId.safeParse(keyId);
  if (!key.success) throw new Refused('KEY_UNKNOWN');
  const { certificate } = await deviceOf(context, key.data);
  if (!context.perKey.take(`head ${sender} ${key.data}`)) throw new Refused('RATE_LIMITED');
  const head = await headOf(context.db, certificate.office, key.data);
  const receipt = head === undefined ? undefined : await receiptOfBytes(context.db, certificate.office, head.sha256);
  return makeChainHead(
    {
      key: key.data,
      sequence: head?.sequence ?? 0,
      delivery: head?.sha256 ?? null,
      receipt: receipt === undefined ? null : envelopeOf(receipt),
      training: context.training,
    },
    context.authority.keys.seed,
  );
}

function envelopeOf(bytes: Uint8Array): Envelope {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw new Error('a stored receipt is no envelope');
  return Envelope.parse(json.value);
}
