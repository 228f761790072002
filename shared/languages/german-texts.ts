/** Which texts there are: the German pack has every one, and no paper says anything that is not in it. */
import german from './packs/de.json' with { type: 'json' };
import type { TextKey } from './types.ts';

/** False for a code an edition of the catalogue brought that no pack has words for. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(german.texts, key);
}
