/** Locks after nobody touched anything; counts by the clock, so that sleep and throttled timers count too. */

/** Minutes without key or pointer. */
export const idleMinutes = 10;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Returns what ends the watch. */
export function watchIdle(onidle: () => void, minutes = idleMinutes): () => void {
  let last = Date.now();
  const touch = (): void => {
    last = Date.now();
  };
  const timer = setInterval(() => {
    if (Date.now() - last < minutes * 60_000) return;
    touch();
    onidle();
  }, 5_000);
  for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true });
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
  };
}
