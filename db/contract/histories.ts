/** What the histories of a door promise; both doors have the same. */
import type { AttachmentId, DeviceId, EntryId, IntentId, RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody, RecordKind, SignedIntent } from '../../shared/history/intent.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { Actor } from './actor.ts';

/** Names the intents of one act by their place in it; without it every intent gets a random id. */
export type IntentIdOf = (index: number) => IntentId;

/** Histories of one door. Both doors have the same. */
export interface Histories {
  create(record: RecordId, kind: RecordKind, actor: Actor): RecordState;
  /** Current state from the projection; undefined when there is no such record. */
  find(record: RecordId): RecordState | undefined;
  /** Signs, seals and stores the intents, returns the new state. All in the caller's transaction. */
  append(record: RecordId, kind: RecordKind, bodies: readonly IntentBody[], actor: Actor, idOf?: IntentIdOf): RecordState;
  /** Whether an intent is in, whatever its record. */
  has(intent: IntentId): boolean;
  /** Yjs state (base64) of a text as it is now; `entry` is null for the record's own text, undefined when nothing was written. */
  findText(record: RecordId, entry: EntryId | null, field: string): string | undefined;
  /** Takes over intents of another PC (already verified by signature here); repeats are ignored. */
  merge(intents: readonly SignedIntent[]): readonly RecordId[];
  /** The whole history, decrypted, in the order it was stored here. */
  read(record: RecordId): readonly SignedIntent[];
  ids(kind: RecordKind): readonly RecordId[];
  /** The highest number this PC gave to an intent that is or was in here; 0 when nothing came from it. */
  lastSequence(device: DeviceId): number;
  /** They stay until a `dropFile` for them is appended or merged, or the record is erased. */
  keepBytes(record: RecordId, attachment: AttachmentId, bytes: Uint8Array): void;
  /** undefined when nothing is kept under that id. */
  readBytes(record: RecordId, attachment: AttachmentId): Uint8Array | undefined;
  /** Takes intents out of a history, for good, and folds it anew; returns how many. For what is forgotten before the rest of its record. */
  removeIntents(record: RecordId, which: (body: IntentBody) => boolean): number;
  /** Takes the count keys of a frozen year out of a history, for good; the rest of it and its state stay as they are. */
  removeCountKeys(record: RecordId, year: number): void;
  /** Drops every folded state and folds all histories of this door anew; returns the records that cannot be read, and have no state from now on. */
  rebuildStates(): readonly RecordId[];
}
