import type { ActId } from '../../../shared/domain/ids.ts';

/** A new name for one act on a case, see [Note: act]. */
export function newActId(): ActId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as ActId;
}
