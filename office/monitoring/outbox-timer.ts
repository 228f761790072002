import type { OfficeContext } from '../context.ts';
import { nextAttempt, sendOutbox } from './outbox.ts';

/** A day at most between two looks: setTimeout cannot wait longer than 24 days, and PC clocks get set. */
const longestWaitMs = 86_400_000;

/** Sends by itself when something in the outbox is due, as long as the office is unlocked. */
export function createOutboxTimer(getContext: () => OfficeContext): OfficeContext['outbox'] {
  let timer: NodeJS.Timeout | undefined;

  function wake(): void {
    clearTimeout(timer);
    const context = getContext();
    const due = nextAttempt(context);
    if (due === null || context.options.background === false) return;
    const wait = Math.min(Math.max(due.getTime() - context.options.clock().getTime(), 0), longestWaitMs);
    // unref: an office about to end does not wait for its outbox; what lies there is sent after the next unlock.
    timer = setTimeout(() => {
      sendOutbox(context, 'due').then(wake, () => {
        context.options.log?.('OUTBOX_STOPPED');
      });
    }, wait).unref();
  }

  return { wake, sleep: () => { clearTimeout(timer); } };
}
