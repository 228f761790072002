import { ORPCError } from '@orpc/server';
import { opened } from '../base.ts';

/** The approved Meldung as it leaves, byte for byte; DELIVERY_NOT_FOUND before approval, when there is nothing that could leave. */
export const envelope = opened.monitoring.envelope.handler(({ input, context }) => {
  const row = context.store.desk.read((tx) => tx.deliveries.find(input.deliveryId));
  if (row === undefined || row.envelope === null) throw new ORPCError('DELIVERY_NOT_FOUND');
  return new Blob([Uint8Array.from(row.envelope)], { type: 'application/json' });
});
