/** The Monitoring-Meldung on the wire. */
import { sha256Hex } from '../crypto/sodium.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { checkEnvelope, openEnvelope, signEnvelope, type EnvelopeRefusal, type OpenedEnvelope, type ReadEnvelope, type SigningKey } from './dsse.ts';
import { Delivery, maxDeliveryBytes, payloadTypes, type Certificate } from './types.ts';

/**
 * The delivery as the exact bytes that leave.
 *
 * Same content and key, same bytes. Throws on content that the closed schema does not allow, or above {@link maxDeliveryBytes}: the
 * office never signs what no server takes.
 */
export function makeDelivery(delivery: Omit<Delivery, 'format'>, key: SigningKey): Uint8Array {
  const bytes = signEnvelope(payloadTypes.delivery, Delivery.parse({ ...delivery, format: 'lotse-delivery-1' }), key);
  if (bytes.length > maxDeliveryBytes) throw new RangeError('delivery too large');
  return bytes;
}

/** The delivery, when a key that `findKey` knows signed these bytes. To look the key up with a query in between: readEnvelope, then {@link checkDelivery}. */
export function openDelivery(bytes: Uint8Array, findKey: (keyid: string) => Uint8Array | undefined): Result<OpenedEnvelope<Delivery>, EnvelopeRefusal> {
  return openEnvelope(bytes, payloadTypes.delivery, Delivery, findKey);
}

export function checkDelivery(read: ReadEnvelope, publicKey: Uint8Array | undefined): Result<OpenedEnvelope<Delivery>, EnvelopeRefusal> {
  return checkEnvelope(read, Delivery, publicKey);
}

/** Whether the signed content speaks for the office that holds the key, and to this server. */
export function matchDelivery(
  delivery: Delivery,
  certificate: Pick<Certificate, 'office' | 'authority'>,
): Result<Delivery, 'OFFICE_MISMATCH' | 'AUTHORITY_MISMATCH'> {
  if (delivery.office !== certificate.office) return fail('OFFICE_MISMATCH');
  if (delivery.authority !== certificate.authority) return fail('AUTHORITY_MISMATCH');
  return ok(delivery);
}

/** What the next delivery names as `previous`, and the receipt as `delivery`. */
export function deliveryHash(bytes: Uint8Array): string {
  return sha256Hex(bytes);
}
