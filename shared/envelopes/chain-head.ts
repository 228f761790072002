/** The server's word where the chain of one sending device stands. */
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { openEnvelope, signEnvelope, type EnvelopeRefusal } from './dsse.ts';
import { keyIdOf } from './key-id.ts';
import { ChainHead, payloadTypes } from './types.ts';

export function makeChainHead(head: Omit<ChainHead, 'format'>, authoritySeed: Uint8Array): Uint8Array {
  return signEnvelope(payloadTypes.chainHead, ChainHead.parse({ ...head, format: 'lotse-chain-head-1' }), authoritySeed);
}

export interface ChainHeadCheck {
  /** The authority we enrolled with, 32 bytes. */
  readonly authorityPublicKey: Uint8Array;
  /** Our own key, 32 bytes. */
  readonly devicePublicKey: Uint8Array;
  readonly training: boolean;
}

/** The head, when this authority says it about exactly this key and this kind of operation. */
export function openChainHead(bytes: Uint8Array, check: ChainHeadCheck): Result<ChainHead, EnvelopeRefusal | 'ANOTHER_CHAIN'> {
  const authority = keyIdOf(check.authorityPublicKey);
  const opened = openEnvelope(bytes, payloadTypes.chainHead, ChainHead, (keyid) => (keyid === authority ? check.authorityPublicKey : undefined));
  if (!opened.ok) return opened;
  const head = opened.value.payload;
  const ours = head.key === keyIdOf(check.devicePublicKey) && head.training === check.training && (head.sequence === 0) === (head.delivery === null);
  return ours ? ok(head) : fail('ANOTHER_CHAIN');
}
