/** How a delivery looks in the Versandprotokoll. */
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { StaffRow } from '../../db/contract/desk.ts';
import { parsePayload, readEnvelope } from '../../shared/envelopes/dsse.ts';
import { payloadTypes, Receipt } from '../../shared/envelopes/types.ts';
import type { DeliveryView } from '../../shared/rpc/monitoring.views.ts';

/** From the stored answer; its signature was checked before it was stored. */
function receiptNumber(receipt: string | null): number | null {
  if (receipt === null) return null;
  const read = readEnvelope(new TextEncoder().encode(receipt), payloadTypes.receipt);
  const payload = read.ok ? parsePayload(read.value.payloadBytes, Receipt) : read;
  return payload.ok ? payload.value.number : null;
}

export function deliveryView(row: DeliveryRow, staff: readonly StaffRow[]): DeliveryView {
  return {
    id: row.id,
    state: row.state,
    period: row.period,
    unknownAnswers: row.unknownAnswers,
    builtAt: row.builtAt,
    approvedAt: row.approvedAt,
    approvedByName: staff.find(({ id }) => id === row.approvedBy)?.displayName ?? null,
    sequence: row.sequence,
    sha256: row.sha256,
    confirmedAt: row.confirmedAt,
    receiptNumber: receiptNumber(row.receipt),
    attempts: row.attempts,
    lastError: row.lastError,
  };
}
