import type { OfficeContext } from '../context.ts';
import { backoffMs, nextAttempt, sendOutbox } from './outbox.ts';

/** A day at most between two looks: setTimeout cannot wait longer than 24 days, and PC clocks get set. */
const longestWaitMs = 86_400_000;

/** Sends by itself when something in the outbox is due, as long as the office is unlocked. */
export function createOutboxTimer(getContext: () => OfficeContext): OfficeContext['outbox'] {
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  // unref: an office about to end does not wait for its outbox; what lies there is sent after the next unlock.
  function after(ms: number, act: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(act, ms).unref();
  }

  /** A full disk, a busy file: nothing the server did. It may be over in a while. */
  function tryAgainLater(): void {
    failures += 1;
    getContext().options.log?.('OUTBOX_STOPPED');
    after(backoffMs(failures), wake);
  }

  function run(): void {
    sendOutbox(getContext(), 'due').then(() => {
      failures = 0;
      wake();
    }, tryAgainLater);
  }

  function wake(): void {
    clearTimeout(timer);
    const context = getContext();
    if (context.options.background === false) return;
    try {
      const due = nextAttempt(context);
      if (due === null) return;
      after(Math.min(Math.max(due.getTime() - context.options.clock().getTime(), 0), longestWaitMs), run);
    } catch {
      // Reading the outbox failed; the log says so, without a word of the disk's.
      tryAgainLater();
    }
  }

  return { wake, sleep: () => { clearTimeout(timer); } };
}
