/**
 * What a Yjs update of ours may hold, checked before it touches a text (R51, R56).
 *
 * [Note: one client per edit] Every edit writes under a client number of its own, from clock 0. So two edits never claim the same
 * place in Yjs's books, merging cannot depend on the order, and a PC restored from a backup cannot contradict what it wrote before.
 */
import * as Y from 'yjs';
import { base64ToBytes } from './base64.ts';

/** Name of the one shared type in every text's Y.Doc. */
export const textKey = 't';
/** Largest update accepted, in bytes: the longest text in the widest script, with room. */
export const maxTextUpdateBytes = 400_000;
/** Yjs adds lengths up; a forged one must not leave the safe integers. */
const maxClock = 2 ** 31;

export interface TextUpdate {
  readonly bytes: Uint8Array;
  /** Client number it writes under; null when it only deletes. */
  readonly client: number | null;
}

/** A sound update of ours, or null: too large, not Yjs, or holding anything but characters of the one text. */
export function parseTextUpdate(base64: string): TextUpdate | null {
  if (base64.length > Math.ceil(maxTextUpdateBytes / 3) * 4) return null;
  let bytes: Uint8Array;
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    bytes = base64ToBytes(base64);
    decoded = Y.decodeUpdate(bytes);
  } catch {
    // Yjs throws plain errors of many kinds on bytes that are not an update: all of them mean the same.
    return null;
  }
  let clock = 0;
  let client: number | null = null;
  for (const struct of decoded.structs) {
    client ??= struct.id.client;
    if (struct.id.client !== client || struct.id.clock !== clock || !isOwnText(struct)) return null;
    clock += struct.length;
    if (clock > maxClock) return null;
  }
  for (const ranges of decoded.ds.clients.values())
    for (const { clock: start, len } of ranges) if (!(start >= 0 && len >= 0 && start + len <= maxClock)) return null;
  return { bytes, client };
}

function isOwnText(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.parentSub !== null) return false;
  // Before integration `parent` is the name of a root type, an id, or null when a neighbour says it.
  const parent: unknown = struct.parent;
  if (struct.origin === null && struct.rightOrigin === null ? parent !== textKey : parent !== null) return false;
  return isEarlier(struct, struct.origin) && isEarlier(struct, struct.rightOrigin);
}

/** Nothing may stand beside what it writes itself only later. */
function isEarlier(item: Y.Item, neighbour: Y.ID | null): boolean {
  return neighbour === null || neighbour.client !== item.id.client || neighbour.clock < item.id.clock;
}
