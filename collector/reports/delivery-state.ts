/** Who is enrolled, until when, and what came last. By name: nothing here is a ranking. */
import type { DeliveryState, DeliveryStateRow } from '../../shared/envelopes/reports-api.ts';
import type { Context } from '../context.ts';
import { allCertificates, allOffices, newestDeliveries } from '../storage/reports.ts';

export async function deliveryState({ db, today }: Context): Promise<DeliveryState> {
  const certificates = Map.groupBy(await allCertificates(db), (row) => row.officeId);
  const deliveries = Map.groupBy(await newestDeliveries(db), (row) => row.officeId);
  const rows = (await allOffices(db)).map((office): DeliveryStateRow => {
    const delivered = deliveries.get(office.officeId) ?? [];
    const [last] = delivered;
    return {
      office: office.officeId,
      officeName: office.officeName,
      carrierGroup: office.carrierGroup,
      land: office.land,
      ...certificateState(certificates.get(office.officeId) ?? [], today()),
      lastPeriod: last?.period ?? null,
      sequence: last?.sequence ?? null,
      receivedAt: last?.receivedAt.toISOString() ?? null,
      unknownAnswers: last?.unknownAnswers ?? null,
      periods: delivered
        .map(({ period }) => period)
        .sort()
        .reverse(),
    };
  });
  return { rows };
}

type State = Pick<DeliveryStateRow, 'certificate' | 'certificateUntil'>;

/** The best certificate of any of the office's devices. */
function certificateState(rows: readonly { validUntil: string; revokedAt: Date | null }[], today: string): State {
  const standing = rows.filter(({ revokedAt }) => revokedAt === null);
  const until =
    (standing.length > 0 ? standing : rows)
      .map(({ validUntil }) => validUntil)
      .sort()
      .at(-1) ?? null;
  if (until === null) return { certificate: 'none', certificateUntil: null };
  if (standing.length === 0) return { certificate: 'revoked', certificateUntil: until };
  return { certificate: until < today ? 'expired' : 'valid', certificateUntil: until };
}
