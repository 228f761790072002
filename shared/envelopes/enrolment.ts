/** An office's request to be let in: signed with the key it names, so that nobody enrols a key she does not hold. */
import { fromBase64, toBase64 } from '../crypto/sodium.ts';
import { ok, type Result } from '../domain/result.ts';
import { checkEnvelope, parsePayload, readEnvelope, signEnvelope, signerOf, type EnvelopeRefusal, type SigningKey } from './dsse.ts';
import { EnrolmentRequest, payloadTypes } from './types.ts';

/** The request as envelope bytes, signed by the sending PC; the public half of its key goes into the request. */
export function makeEnrolment(request: Omit<EnrolmentRequest, 'format' | 'publicKey'>, key: SigningKey): Uint8Array {
  const publicKey = toBase64(signerOf(key).publicKey);
  const payload = EnrolmentRequest.parse({ ...request, format: 'lotse-enrolment-1', publicKey });
  return signEnvelope(payloadTypes.enrolment, payload, key);
}

/** The request, when it is signed by the key inside it; KEY_UNKNOWN when the envelope names another key. */
export function openEnrolment(bytes: Uint8Array): Result<EnrolmentRequest, EnvelopeRefusal> {
  const read = readEnvelope(bytes, payloadTypes.enrolment);
  if (!read.ok) return read;
  // Read before the signature is checked, for the key alone.
  const claimed = parsePayload(read.value.payloadBytes, EnrolmentRequest);
  if (!claimed.ok) return claimed;
  const opened = checkEnvelope(read.value, EnrolmentRequest, fromBase64(claimed.value.publicKey));
  return opened.ok ? ok(opened.value.payload) : opened;
}
