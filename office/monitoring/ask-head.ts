/** Asks the server where our chain stands, after a refusal that leaves open whether it has the delivery. */
import { openChainHead } from '../../shared/envelopes/chain-head.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import type { ChainHead } from '../../shared/envelopes/types.ts';
import { fromBase64 } from '../../shared/crypto/sodium.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import type { CertifiedServer } from './connection.ts';
import { callServer } from './server-client.ts';

/** `none`: the server does not know this key and so has nothing of it. null: no answer that can be believed; ask again later. */
export async function askHead({ options }: OfficeContext, office: OpenOffice, server: CertifiedServer): Promise<ChainHead | 'none' | null> {
  const { devicePublicKey } = office.store;
  const answer = await callServer(options.fetch, `${server.url}/api/v1/deliveries/head/${keyIdOf(devicePublicKey)}`);
  if (!answer.ok) return answer.error.type === 'Refused' && answer.error.code === 'KEY_UNKNOWN' ? 'none' : null;
  const head = openChainHead(new TextEncoder().encode(answer.value), {
    authorityPublicKey: fromBase64(server.authority.publicKey),
    devicePublicKey,
    training: office.settings.training,
  });
  return head.ok ? head.value : null;
}
