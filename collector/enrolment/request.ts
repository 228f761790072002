/** An office asks to be let in. The request is signed with the key it names; the code says for which JMD it was handed out. */
import { fromBase64, randomId } from '../../shared/crypto/sodium.ts';
import { parseStrictJson } from '../../shared/envelopes/strict-json.ts';
import type { EnrolmentStatus } from '../../shared/envelopes/collector-api.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { Envelope } from '../../shared/envelopes/types.ts';
import type { EnrolmentRequest } from '../../shared/envelopes/types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { findCertificate } from '../storage/certificates.ts';
import { findEnrolment, insertEnrolment, markCodeUsed, takeCode } from '../storage/enrolments.ts';
import type { CodeRow, EnrolmentRow } from '../storage/enrolments.ts';
import type { Db } from '../storage/open-store.ts';
import { enrolmentCodeHash } from './code.ts';

/**
 * Pending, until the operator decides. Asking again with the same code and key gives the same enrolment: an answer may get lost.
 *
 * Errors: `TRAINING_MISMATCH`; `ENROLMENT_CODE_INVALID` for every reason a code does not fit, so that it tells a guesser nothing.
 */
export async function requestEnrolment(context: Context, request: EnrolmentRequest): Promise<EnrolmentStatus> {
  if (request.training !== context.training) throw new Refused('TRAINING_MISMATCH');
  const row = await context.db.transaction((tx) => useCode(context, tx, request));
  return statusOf(context.db, row);
}

async function useCode({ now }: Context, tx: Db, request: EnrolmentRequest): Promise<EnrolmentRow> {
  const codeHash = enrolmentCodeHash(request.code);
  const code = await takeCode(tx, codeHash);
  if (code === undefined || !isFor(code, request)) throw new Refused('ENROLMENT_CODE_INVALID');
  if (code.usedBy !== null) {
    const earlier = await findEnrolment(tx, code.usedBy);
    if (earlier?.publicKey !== request.publicKey) throw new Refused('ENROLMENT_CODE_INVALID');
    return earlier;
  }
  if (code.expiresAt <= now()) throw new Refused('ENROLMENT_CODE_INVALID');

  const keyId = keyIdOf(fromBase64(request.publicKey));
  const holder = await findCertificate(tx, keyId);
  // A key speaks for one office for ever; a revoked one for none.
  if (holder !== undefined && (holder.officeId !== code.officeId || holder.revokedAt !== null))
    throw new Refused('ENROLMENT_CODE_INVALID');
  const row: EnrolmentRow = {
    officeId: code.officeId,
    // The name is the operator's, not what the request says.
    officeName: code.officeName,
    carrierGroup: code.carrierGroup,
    land: code.land,
    id: randomId(),
    keyId,
    publicKey: request.publicKey,
    state: 'pending',
    requestedAt: now(),
    decidedAt: null,
  };
  await insertEnrolment(tx, row);
  await markCodeUsed(tx, codeHash, row.id);
  return row;
}

function isFor(code: CodeRow, request: EnrolmentRequest): boolean {
  return code.officeId === request.office && code.carrierGroup === request.carrierGroup && code.land === request.land;
}

/** `id` is random and known to the office alone; unknown: `ENROLMENT_NOT_FOUND`. */
export async function enrolmentStatus({ db }: Context, id: string): Promise<EnrolmentStatus> {
  const row = await findEnrolment(db, id);
  if (row === undefined) throw new Refused('ENROLMENT_NOT_FOUND');
  return statusOf(db, row);
}

async function statusOf(db: Db, { id, state, keyId }: EnrolmentRow): Promise<EnrolmentStatus> {
  const certificate = state === 'approved' ? await findCertificate(db, keyId) : undefined;
  return { id, state, certificate: certificate === undefined ? null : envelopeOf(certificate.envelope) };
}

function envelopeOf(bytes: Uint8Array): Envelope {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw new Error('a stored certificate is no envelope');
  return Envelope.parse(json.value);
}
