/**
 * The core locks by itself when nobody touches the window for the time set, and when the PC slept (R11): a window that hangs, or a page
 * left open in a browser nobody looks at, cannot keep an office open.
 *
 * Counted by the clock. A tick only looks at it: timers rest while a PC sleeps.
 */
import type { OfficeContext } from '../context.ts';
import { lockAfterOf } from './settings.ts';
import { lockOffice } from './open-store.ts';
import { lockAfterMinutes } from '../../shared/rpc/safety.contract.ts';

/** How often the clock is looked at, in milliseconds. */
export const tickMs = 5_000;
/** A tick this much too late means that the PC slept; less, and the core may only have been busy. In milliseconds. */
const sleptMs = 60_000;

export interface Look {
  readonly now: number;
  /** When somebody last did anything. */
  readonly touched: number;
  /** When the clock was last looked at. */
  readonly looked: number;
  readonly minutes: number;
}

/** Why the office must be locked now; null while it may stay open. Times in milliseconds. */
export function whyLock({ now, touched, looked, minutes }: Look): 'idle' | 'slept' | null {
  if (now - touched >= minutes * 60_000) return 'idle';
  // A clock that was set back says nothing about how long nobody was here: better locked once too often.
  return Math.abs(now - looked) > tickMs + sleptMs ? 'slept' : null;
}

/** Does nothing in a core that was not asked to lock by itself: a command ends anyway. */
export function createIdleLock(getContext: () => OfficeContext): OfficeContext['idle'] {
  let timer: NodeJS.Timeout | undefined;
  let touched = 0;
  let looked = 0;

  const now = (): number => getContext().options.clock().getTime();

  /** Locks when it is too late, before anything else is believed: the first touch after a sleep must not keep the office open. */
  function look(): void {
    const context = getContext();
    const { open } = context.session;
    if (timer === undefined || open === null) return;
    const at = now();
    const why = whyLock({ now: at, touched, looked, minutes: minutesOf(context) });
    looked = at;
    if (why !== null) lockOffice(context);
  }

  return {
    wake: () => {
      if (getContext().options.idleLock !== true) return;
      clearInterval(timer);
      touched = looked = now();
      timer = setInterval(look, tickMs);
      timer.unref();
    },
    touch: () => {
      look();
      touched = now();
    },
    sleep: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** A setting that cannot be read just now, on a disk that fails, is no reason to stay open longer. */
function minutesOf({ session: { open } }: OfficeContext): number {
  try {
    return open?.store.desk.read(lockAfterOf) ?? lockAfterMinutes.usual;
  } catch {
    return lockAfterMinutes.usual;
  }
}
