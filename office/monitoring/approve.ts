import { ORPCError } from '@orpc/server';
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import { planSha256, ptableSha256 } from '../../shared/envelopes/content-hash.ts';
import { deliveryHash, makeDelivery } from '../../shared/envelopes/delivery.ts';
import type { Delivery } from '../../shared/envelopes/types.ts';
import { closedBecause } from '../../shared/monitoring/approval-window.ts';
import { opened } from '../base.ts';
import { lastLink } from './chain.ts';
import { deviceSigner } from './device-signer.ts';
import { deliveryView } from './delivery-view.ts';
import { certifiedServer } from './connection.ts';
import { planOf } from './plans.ts';
import { onlyFor } from './roles.ts';

/**
 * Signs the stored tables, byte for byte, and lays them into the outbox in the same transaction.
 *
 * A real JMD delivers a year when it is over, and corrects it until the day the plan names; an Übungs-JMD whenever it likes.
 */
export const approve = opened.monitoring.approve.handler(({ input, context }) => {
  onlyFor(context, 'head');
  const { store, office, actor } = context;

  const view = store.desk.write((tx) => {
    const row = tx.deliveries.find(input.deliveryId);
    if (row === undefined) throw new ORPCError('DELIVERY_NOT_FOUND');
    if (row.state !== 'built') throw new ORPCError('DELIVERY_ALREADY_APPROVED');
    const server = certifiedServer(tx);
    if (server === null) throw new ORPCError('NOT_CONNECTED');

    const { plan, ptable } = planOf(row);
    if (!office.settings.training) {
      const today = context.options.today();
      const approvedBefore = tx.deliveries.list().some(({ period, state }) => period === row.period && (state === 'approved' || state === 'confirmed'));
      const closed = closedBecause({ plan, period: row.period, today, approvedBefore });
      if (closed !== null) throw new ORPCError(closed);
    }
    const last = lastLink(tx, server.authority.keyId);
    const sequence = last.sequence + 1;
    const envelope = makeDelivery(
      {
        office: office.settings.id,
        authority: server.authority.keyId,
        period: row.period,
        plan: { id: plan.id, version: plan.version, sha256: planSha256(plan) },
        ptable: { id: ptable.id, sha256: ptableSha256(ptable) },
        sequence,
        previous: last.sha256,
        unknownAnswers: row.unknownAnswers,
        tables: JSON.parse(row.tables) as Delivery['tables'],
      },
      deviceSigner(store),
    );
    const approved: DeliveryRow = {
      ...row,
      state: 'approved',
      approvedAt: actor.at,
      approvedBy: actor.user,
      sequence,
      envelope,
      sha256: deliveryHash(envelope),
      nextAttemptAt: actor.at,
    };
    tx.deliveries.save(approved);
    tx.audit.write({ action: 'delivery.approve', record: null, details: { period: row.period, sequence, sha256: approved.sha256 } }, actor);
    return deliveryView(approved, tx.staff.list());
  });
  context.outbox.wake();
  return view;
});
