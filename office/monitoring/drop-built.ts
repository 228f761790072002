/**
 * A young person is not counted any more: tables that say otherwise and have not left must not leave.
 *
 * What was built is built anew. What was approved and waits is taken out of the outbox and has to be approved anew by the head; it stays in the Versandprotokoll with the
 * reason. Never tried, its tables and signed bytes go with it. Tried, it may have arrived although nobody heard so: then it is what may have left, and stays as it
 * is. What was sent stays, in any case.
 */
import type { Actor } from '../../db/contract/actor.ts';
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { DeskTx } from '../../db/contract/store.ts';

/** Code of shared/messages/errors/monitoring.ts. */
export const withdrawnDelivery = 'DELIVERY_WITHDRAWN';

export function dropUnsent(tx: Pick<DeskTx, 'deliveries' | 'audit'>, actor: Actor): void {
  for (const row of tx.deliveries.list()) {
    if (row.state === 'built') tx.deliveries.removeBuilt(row.id);
    if (row.state !== 'approved') continue;
    tx.deliveries.save(withdrawn(row));
    tx.audit.write({ action: 'delivery.withdraw', record: null, details: { period: row.period, sequence: row.sequence, attempts: row.attempts } }, actor);
  }
}

function withdrawn(row: DeliveryRow): DeliveryRow {
  const out = { ...row, state: 'refused', sequence: null, lastError: withdrawnDelivery, nextAttemptAt: null } as const;
  return row.attempts > 0 ? out : { ...out, tables: '[]', unknownAnswers: 0, approvedAt: null, approvedBy: null, envelope: null, sha256: null };
}
