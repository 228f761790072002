/** Round numbers for the axis of a bar chart. */

export interface BarScale {
  /** End of the axis; at least 1. */
  readonly end: number;
  readonly ticks: readonly number[];
}

/** Four to six whole ticks from 0 that reach past `largest`. */
export function barScale(largest: number): BarScale {
  const rough = Math.max(largest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].find((step) => step * power >= rough) ?? 10;
  const step = Math.max(1, Math.ceil(nice * power));
  const count = Math.max(1, Math.ceil(largest / step));
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}
