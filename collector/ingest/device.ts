/** Who may send: the certificate of a key, as our authority signed it, not as a row of the database says. */
import { fromBase64 } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { openCertificate } from '../../shared/envelopes/certificate.ts';
import type { Certificate } from '../../shared/envelopes/types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { findCertificate } from '../storage/certificates.ts';

export interface Device {
  readonly certificate: Certificate;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly revoked: boolean;
}

/** Whose key it is or was, revoked and expired ones too. Refuses `KEY_UNKNOWN`, also when the stored certificate is not ours. */
export async function deviceOf({ db, authority, training }: Context, keyId: string): Promise<Device> {
  const row = await findCertificate(db, keyId);
  if (row === undefined) throw new Refused('KEY_UNKNOWN');
  // On its own last day: whether it still holds today is asked in `mustHoldToday`.
  const on = IsoDay.parse(row.validUntil);
  const opened = openCertificate(row.envelope, { authorityPublicKey: authority.keys.publicKey, on, training });
  if (!opened.ok) throw new Refused('KEY_UNKNOWN');
  return { certificate: opened.value, publicKey: fromBase64(opened.value.publicKey), revoked: row.revokedAt !== null };
}

/** Refuses `KEY_REVOKED`, `CERTIFICATE_EXPIRED`. */
export function mustHoldToday({ today }: Context, { certificate, revoked }: Device): void {
  if (revoked) throw new Refused('KEY_REVOKED');
  const day = today();
  if (day < certificate.validFrom || day > certificate.validUntil) throw new Refused('CERTIFICATE_EXPIRED');
}
