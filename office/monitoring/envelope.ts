import { ORPCError } from '@orpc/server';
import { opened } from '../base.ts';

export const envelope = opened.monitoring.envelope.handler(({ input, context }) => {
  const row = context.store.desk.read((tx) => tx.deliveries.find(input.deliveryId));
  if (row === undefined) throw new ORPCError('DELIVERY_NOT_FOUND');
  if (row.envelope === null) throw new ORPCError('DELIVERY_NOT_APPROVED');
  return new Blob([row.envelope as Uint8Array<ArrayBuffer>], { type: 'application/json' });
});
