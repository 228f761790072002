/** Versions of Lotse: three numbers, no words behind them. */
import { z } from 'zod';

/** `1.12.0`; no leading zeros, each number at most 9999. */
export const Version = z.string().regex(/^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/);

/** Negative when `a` is older, 0 when equal. Both have to be a {@link Version}. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
