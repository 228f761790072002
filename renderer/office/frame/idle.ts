/**
 * [Note: idle] Who leaves the desk leaves the office open: after the minutes set, and when the PC slept. Counted by the clock, not by
 * timers, which rest while a PC sleeps and in a window that is not seen. The core counts too; it is told of every touch, seldom.
 */

/** How often the clock is looked at, in milliseconds. */
const tickMs = 5_000;
/** The core hears of a touch at most this often, in milliseconds. */
const touchMs = 30_000;
/** A look that comes this much too late means the PC slept, in milliseconds. */
const sleptMs = 30_000;
/** Browsers look only once a minute for a window nobody sees. */
const sleptUnseenMs = 150_000;

export interface Look {
  readonly now: number;
  /** When somebody last touched the window. */
  readonly touched: number;
  /** When the clock was last looked at. */
  readonly looked: number;
  /** The window was hidden at some time since. */
  readonly unseen: boolean;
  readonly minutes: number;
}

/** Why the window must lock now; null while it may stay open. Times in milliseconds. */
export function whyLock({ now, touched, looked, unseen, minutes }: Look): 'idle' | 'slept' | null {
  if (now - touched >= minutes * 60_000) return 'idle';
  // A clock that was set back says nothing about how long nobody was here: better once too often.
  if (now < looked - sleptMs) return 'slept';
  return now - looked > (unseen ? sleptUnseenMs : sleptMs) ? 'slept' : null;
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface Watch {
  readonly minutes: number;
  readonly onlock: () => void;
  /** Somebody is here: at most every half minute. */
  readonly ontouch: () => void;
}

/** Returns what ends the watch. */
export function watchIdle({ minutes, onlock, ontouch }: Watch): () => void {
  let touched = Date.now();
  let looked = touched;
  let told = touched;
  let unseen = document.hidden;

  /** True when it is too late. Looked before anything else is believed: the first touch after a sleep must not wake the office. */
  function look(): boolean {
    const now = Date.now();
    const why = whyLock({ now, touched, looked, unseen, minutes });
    looked = now;
    unseen = document.hidden;
    if (why === null) return false;
    touched = now;
    onlock();
    return true;
  }
  function touch(): void {
    if (look()) return;
    touched = looked;
    if (touched - told < touchMs) return;
    told = touched;
    ontouch();
  }
  function hide(): void {
    unseen = true;
  }
  /** The print dialog stops every timer while it is open. */
  function printed(): void {
    touched = looked = Date.now();
  }

  const timer = setInterval(look, tickMs);
  for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true });
  document.addEventListener('visibilitychange', hide);
  window.addEventListener('afterprint', printed);
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    document.removeEventListener('visibilitychange', hide);
    window.removeEventListener('afterprint', printed);
  };
}
