/** The operator's decision on a request. */
import { addMonths } from '../../shared/domain/day.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import { issueCertificate } from '../../shared/envelopes/certificate.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { findCertificate, otherValidKey, saveCertificate } from '../storage/certificates.ts';
import { decideEnrolment, findEnrolment } from '../storage/enrolments.ts';
import type { EnrolmentRow } from '../storage/enrolments.ts';
import { lockOffice } from '../storage/locks.ts';

/** How long a certificate is valid, in months. */
const validMonths = 24;

/**
 * Issues the certificate. Approving twice changes nothing; a refused one stays refused (`ENROLMENT_NOT_FOUND`).
 *
 * One key per office may deliver at a time: of two, the last to arrive would win without anybody noticing. A second one is refused while the
 * first is valid (`OFFICE_HAS_KEY` with its id); the request stays open until the operator has revoked the first.
 */
export async function approve(context: Context, id: string): Promise<EnrolmentRow> {
  return context.db.transaction(async (tx) => {
    const row = await findEnrolment(tx, id);
    if (row === undefined || row.state === 'refused') throw new Refused('ENROLMENT_NOT_FOUND');
    await lockOffice(tx, row.officeId);
    const holder = await findCertificate(tx, row.keyId);
    const foreign = holder !== undefined && (holder.officeId !== row.officeId || holder.revokedAt !== null);
    if (foreign) throw new Refused('ENROLMENT_CODE_INVALID');
    const other = row.state === 'pending' ? await otherValidKey(tx, row.officeId, row.keyId, context.today()) : undefined;
    if (other !== undefined) throw new Refused('OFFICE_HAS_KEY', other);
    if (!(await decideEnrolment(tx, row, 'approved', context.now()))) return row;
    const validFrom = context.today();
    const validUntil = addMonths(validFrom, validMonths);
    const { officeId, officeName, carrierGroup, land, keyId, publicKey } = row;
    const certificate = {
      office: OfficeId.parse(officeId),
      officeName,
      carrierGroup,
      land,
      publicKey,
      validFrom,
      validUntil,
      training: context.training,
    };
    const envelope = issueCertificate(certificate, context.authority.keys.seed);
    await saveCertificate(tx, { officeId, officeName, carrierGroup, land, keyId, validUntil, envelope });
    return { ...row, state: 'approved' };
  });
}

export async function refuse(context: Context, id: string): Promise<EnrolmentRow> {
  const row = await findEnrolment(context.db, id);
  if (row === undefined || !(await decideEnrolment(context.db, row, 'refused', context.now())))
    throw new Refused('ENROLMENT_NOT_FOUND');
  return { ...row, state: 'refused' };
}
