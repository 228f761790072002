import type { Store } from '../../db/contract/store.ts';
import type { Signer } from '../../shared/envelopes/dsse.ts';

/** Signs as this PC; the key stays in the store. */
export function deviceSigner(store: Store): Signer {
  return { publicKey: store.devicePublicKey, sign: (message) => store.signAsDevice(message) };
}
