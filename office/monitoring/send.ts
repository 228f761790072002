import { opened, stillOpen } from '../base.ts';
import { deliveryViews } from './deliveries.ts';
import { sendOutbox } from './outbox.ts';
import { onlyFor } from './roles.ts';

/** Sends now, without waiting for the next attempt. What fails stays in the outbox and is tried again by itself. */
export const send = opened.monitoring.send.handler(async ({ context }) => {
  onlyFor(context, 'head', 'caseworker');
  await sendOutbox(context, 'all');
  stillOpen(context);
  context.outbox.wake();
  return deliveryViews(context.store);
});
