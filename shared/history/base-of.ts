/** What to name in `base`: the heads the author has before her eyes. */
import type { EntryId, IntentId } from '../domain/ids.ts';
import { recordItself, type RecordState } from './state.ts';

/** An intent names at most this many; further heads simply stay until the next answer. */
const maxBase = 64;

/** For `answer`. `entry` is null for a field of the record itself. */
export function basesFor(state: RecordState, entry: EntryId | null, field: string): IntentId[] {
  return (state.answers[entry ?? recordItself]?.[field] ?? []).slice(0, maxBase).map((head) => head.intent);
}

/** For `editText`. */
export function textBasesFor(state: RecordState, entry: EntryId | null, field: string): IntentId[] {
  return (state.texts[entry ?? recordItself]?.[field]?.heads ?? []).slice(0, maxBase);
}

/** For `setRank`. */
export function rankBasesFor(state: RecordState, entry: EntryId): IntentId[] {
  return (state.entries[entry]?.rankHeads ?? []).slice(0, maxBase);
}

/** For `retireEntry`, taking away or back. */
export function statusBasesFor(state: RecordState, entry: EntryId): IntentId[] {
  return (state.entries[entry]?.statusHeads ?? []).slice(0, maxBase);
}
