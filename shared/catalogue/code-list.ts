import type { CodeList } from './types.ts';

/** Writes a code list as pairs, because an object would put number-like codes in an order of its own. */
export function codeList(id: string, source: string, pairs: readonly (readonly [code: string, label: string])[]): CodeList {
  return { id, source, codes: pairs.map(([code, label]) => ({ code, label })) };
}
