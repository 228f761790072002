/** Every intent carries the signature of the PC it was written on. */
import { fromBase64, signBytes, toBase64, verifyBytes, type SigningKeys } from '../crypto/sodium.ts';
import { canonicalBytes, canonicalJson } from '../envelopes/canonical-json.ts';
import type { Intent, SignedIntent } from './intent.ts';

/** Throws on an intent that is not JSON, such as one with half a surrogate pair in its text. */
export function signIntent(keys: SigningKeys, intent: Intent): SignedIntent {
  return { intent, signature: toBase64(signBytes(keys, canonicalBytes(intent))) };
}

/** The canonical bytes of {@link signIntent}'s answer; the intent, which is most of it, is written out once and not twice. */
export function signedIntentBytes(keys: SigningKeys, intent: Intent): Uint8Array {
  const encoder = new TextEncoder();
  const text = canonicalJson(intent);
  const signature = toBase64(signBytes(keys, encoder.encode(text)));
  return encoder.encode(`{"intent":${text},"signature":"${signature}"}`);
}

/** Whether exactly this intent was signed with the key of `publicKey` (32 bytes); false on a malformed signature or intent too. */
export function verifyIntent(publicKey: Uint8Array, signed: SignedIntent): boolean {
  let signature: Uint8Array;
  let message: Uint8Array;
  try {
    signature = fromBase64(signed.signature);
    message = canonicalBytes(signed.intent);
  } catch {
    // Not base64, or not JSON: nobody can have signed that.
    return false;
  }
  return verifyBytes(publicKey, message, signature);
}
