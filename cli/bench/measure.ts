/** How long something takes: many times, in milliseconds, beside the bare operation in the same run. */

export interface Times {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Measured extends Times {
  readonly stage: string;
  /** What DESIGN §11 allows, milliseconds at p95; null where nothing is promised. */
  readonly budget: number | null;
  /** The same work without Lotse; null where there is none to compare with. */
  readonly bare: (Times & { readonly what: string }) | null;
  /** p50 over bare p50. */
  readonly ratio: number | null;
}

export interface Skipped {
  readonly stage: string;
  readonly skipped: string;
}

export type Result = Measured | Skipped;

function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}

/** Of a sorted list; the smallest value that so many are not above. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function timesOf(durations: readonly number[]): Times {
  if (durations.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...durations].sort((a, b) => a - b);
  return { n: sorted.length, p50: round(at(sorted, 0.5)), p95: round(at(sorted, 0.95)), max: round(at(sorted, 1)) };
}

/** Runs `act` once to warm up and then `times` times. */
export async function durations(times: number, act: (turn: number) => unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = -1; turn < times; turn += 1) {
    const began = performance.now();
    await act(turn);
    const ms = performance.now() - began;
    if (turn >= 0) taken.push(ms);
    // A window would ask for the next thing later; timers and background work of the core get their turn here, too.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return taken;
}

export interface Bare {
  readonly what: string;
  readonly durations: readonly number[];
}

export function measured(stage: string, budget: number | null, taken: readonly number[], bare: Bare | null): Measured {
  const times = timesOf(taken);
  const bareTimes = bare === null ? null : { what: bare.what, ...timesOf(bare.durations) };
  const ratio = bareTimes === null || bareTimes.p50 === 0 ? null : round(times.p50 / bareTimes.p50);
  return { stage, budget, ...times, bare: bareTimes, ratio };
}

export interface Memory {
  readonly after: string;
  /** Resident memory of this process, MiB. */
  readonly rss: number;
}

export function memoryAfter(after: string): Memory {
  return { after, rss: Math.round(process.memoryUsage.rss() / 2 ** 20) };
}
