/** The short name of a public key. */
import { sha256Hex } from '../crypto/sodium.ts';

/** First 16 hex characters of the SHA-256 of the raw 32 bytes. Names a key, proves nothing: the signature does. */
export function keyIdOf(publicKey: Uint8Array): string {
  return sha256Hex(publicKey).slice(0, 16);
}
