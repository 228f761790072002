/** One text per value: JSON in the canonical form of RFC 8785, so that the same content is always the same bytes. */
import canonicalize from 'canonicalize';

/**
 * Canonical JSON of plain data.
 *
 * Throws TypeError on what JSON cannot say (undefined, NaN, functions, bytes, dates): dropping it silently would sign something else
 * than was meant. Throws on half a surrogate pair too (I-JSON); clean typed text with `toWellFormed()` before.
 */
export function canonicalJson(value: unknown): string {
  assertPlain(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON: undefined');
  return text;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function assertPlain(value: unknown): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('not JSON: a number that is not finite');
    return;
  }
  if (Array.isArray(value)) {
    // A loop by index also meets the holes of a sparse array.
    for (let i = 0; i < value.length; i++) assertPlain(value[i]);
    return;
  }
  if (typeof value !== 'object') throw new TypeError(`not JSON: ${typeof value}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('not JSON: an object with a class');
  for (const member of Object.values(value)) assertPlain(member);
}
