/** The server's word that a key belongs to an office. */
import { signingKeysFromSeed } from '../crypto/sodium.ts';
import type { IsoDay } from '../domain/day.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { canonicalBytes } from './canonical-json.ts';
import { openEnvelope, signEnvelope, type EnvelopeRefusal } from './dsse.ts';
import { keyIdOf } from './key-id.ts';
import { Certificate, payloadTypes, type Envelope } from './types.ts';

export type CertificateRefusal = EnvelopeRefusal | 'AUTHORITY_MISMATCH' | 'TRAINING_MISMATCH' | 'CERTIFICATE_EXPIRED';

export interface CertificateCheck {
  /** 32 bytes. */
  readonly authorityPublicKey: Uint8Array;
  /** Day on which it must be valid; both ends count. */
  readonly on: IsoDay;
  /** Whether this is Übungsbetrieb: its certificates are worth nothing elsewhere, and the other way round. */
  readonly training: boolean;
}

/** The certificate as envelope bytes, signed by the authority whose seed this is. */
export function issueCertificate(certificate: Omit<Certificate, 'format' | 'authority'>, authoritySeed: Uint8Array): Uint8Array {
  const authority = keyIdOf(signingKeysFromSeed(authoritySeed).publicKey);
  const payload = Certificate.parse({ ...certificate, format: 'lotse-certificate-1', authority });
  return signEnvelope(payloadTypes.certificate, payload, authoritySeed);
}

/** The certificate, when this authority issued it for this kind of operation and it is valid on that day. Takes bytes or the parsed envelope. */
export function openCertificate(certificate: Uint8Array | Envelope, check: CertificateCheck): Result<Certificate, CertificateRefusal> {
  const bytes = certificate instanceof Uint8Array ? certificate : canonicalBytes(certificate);
  const authority = keyIdOf(check.authorityPublicKey);
  const opened = openEnvelope(bytes, payloadTypes.certificate, Certificate, (keyid) => (keyid === authority ? check.authorityPublicKey : undefined));
  if (!opened.ok) return opened;
  const { payload } = opened.value;
  if (payload.authority !== authority) return fail('AUTHORITY_MISMATCH');
  if (payload.training !== check.training) return fail('TRAINING_MISMATCH');
  if (check.on < payload.validFrom || check.on > payload.validUntil) return fail('CERTIFICATE_EXPIRED');
  return ok(payload);
}
