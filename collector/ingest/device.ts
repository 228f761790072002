/** Who may send: the certificate of a key, as our authority signed it, not as a row of the database says. */
import { fromBase64 } from '../../shared/crypto/sodium.ts';
import { openCertificate } from '../../shared/envelopes/certificate.ts';
import type { Certificate } from '../../shared/envelopes/types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { findCertificate } from '../storage/certificates.ts';

export interface Device {
  readonly certificate: Certificate;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Refuses `KEY_UNKNOWN` (also when the stored certificate is not ours), `KEY_REVOKED`, `CERTIFICATE_EXPIRED`. */
export async function deviceOf({ db, authority, training, today }: Context, keyId: string): Promise<Device> {
  const row = await findCertificate(db, keyId);
  if (row === undefined) throw new Refused('KEY_UNKNOWN');
  if (row.revokedAt !== null) throw new Refused('KEY_REVOKED');
  const opened = openCertificate(row.envelope, { authorityPublicKey: authority.keys.publicKey, on: today(), training });
  if (!opened.ok) throw new Refused(opened.error === 'CERTIFICATE_EXPIRED' ? 'CERTIFICATE_EXPIRED' : 'KEY_UNKNOWN');
  return { certificate: opened.value, publicKey: fromBase64(opened.value.publicKey) };
}
