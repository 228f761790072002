/** Reads JSON from strangers: one reading only, or none. */
import { iterator, parse as parseTree, type ObjectNode } from '@humanwhocodes/momoa';
import { fail, ok, type Result } from '../domain/result.ts';
import { canonicalJson } from './canonical-json.ts';

/** Deepest nesting accepted; our deepest message has 6 levels. */
export const maxDepth = 32;

export type JsonRefusal = 'JSON_MALFORMED' | 'JSON_DUPLICATE_KEY' | 'JSON_NOT_CANONICAL';

/**
 * The value, when `bytes` are exactly its canonical JSON (RFC 8785).
 *
 * Canonical text names every key once, so equality alone decides; the second parser only finds out why it was refused.
 */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonRefusal> {
  try {
    // A byte order mark stays in and is refused like any other stray character.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (isTooDeep(text)) return fail('JSON_MALFORMED');
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) === text) return ok(value);
    return fail(hasDuplicateKey(text) ? 'JSON_DUPLICATE_KEY' : 'JSON_NOT_CANONICAL');
  } catch {
    // Not UTF-8, not JSON, or not I-JSON (half a surrogate pair, a number beyond double): bytes of a stranger, nothing to report.
    return fail('JSON_MALFORMED');
  }
}

/** Counts brackets outside strings, before any parser recurses into them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' || c === '[') {
      if (++depth > maxDepth) return true;
    } else if (c === '}' || c === ']') depth--;
  }
  return false;
}

function hasDuplicateKey(text: string): boolean {
  for (const { node, phase } of iterator(parseTree(text, { mode: 'json' }))) {
    if (phase !== 'enter' || node.type !== 'Object') continue;
    const names = (node as ObjectNode).members.map(({ name }) => (name.type === 'String' ? name.value : name.name));
    if (new Set(names).size < names.length) return true;
  }
  return false;
}
