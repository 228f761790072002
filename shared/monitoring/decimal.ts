/** Decimal numbers as text ↔ integers in units of 1e-8, without a binary fraction in between. */

/** Units in one whole: keys and probabilities have 8 decimals. */
export const unitsPerWhole = 100_000_000;
const decimals = 8;

const decimal = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A non-negative decimal number in units of 1e-8; null when `text` is none or too large to be exact.
 *
 * More than 8 decimals are rounded half up (`round(key × 1e8)` of the reference). `5e-05`, as R writes small numbers, is read too.
 */
export function parseUnits(text: string): number | null {
  const match = decimal.exec(text.trim());
  if (match === null) return null;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + decimals;
  const kept = point <= 0 ? '0' : digits.padEnd(point, '0').slice(0, point);
  const next = point < 0 ? '0' : (digits[point] ?? '0');
  const units = Number(kept) + (next >= '5' ? 1 : 0);
  return Number.isSafeInteger(units) ? units : null;
}

/** `0.00000005` for 5. */
export function formatUnits(units: number): string {
  const text = String(units).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
