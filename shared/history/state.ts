/** What the fold of a history is: plain data, the same on every PC that has the same intents. */
import type { AnswerValue } from '../domain/answer.ts';
import type { AttachmentId, EntryId, IntentId, RecordId, UserId } from '../domain/ids.ts';
import type { KeptDocument, KeptFile, RecordKind } from './intent.ts';

/** One answer that nobody replaced. */
export interface Head {
  readonly intent: IntentId;
  readonly value: AnswerValue;
  readonly author: UserId;
  readonly at: string;
}

export interface EntryState {
  readonly group: string;
  readonly parent: EntryId | null;
  readonly rank: string;
  /** Heads to name in `base` when moving the entry. */
  readonly rankHeads: readonly IntentId[];
  readonly retired: boolean;
  /** Heads to name in `base` when taking the entry away or back. */
  readonly statusHeads: readonly IntentId[];
}

export interface TextState {
  readonly text: string;
  /** The `editText` intents nobody built on yet: `base` of the next edit. */
  readonly heads: readonly IntentId[];
}

/** Key of the record's own fields in `answers` and `texts`; entries use their id. */
export const recordItself = '';

export interface RecordState {
  readonly record: RecordId;
  readonly kind: RecordKind;
  /** How many intents went in. */
  readonly intents: number;
  /** By entry id (`recordItself` for the record), then field id. Heads in the order of their intent ids. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly Head[]>>>>;
  readonly entries: Readonly<Record<string, EntryState>>;
  readonly texts: Readonly<Record<string, Readonly<Record<string, TextState>>>>;
  /** By reporting year. */
  readonly countKeys: Readonly<Record<string, { readonly named: number; readonly sums: number }>>;
  /** Kept papers, oldest version first. */
  readonly documents: readonly (KeptDocument & { readonly intent: IntentId; readonly author: UserId; readonly at: string })[];
  /** Files of attachment entries whose bytes are here, by attachment id; absent when there never was one. */
  readonly files?: Readonly<Record<string, KeptFile>>;
  /** Attachments whose bytes went, so that a `keepFile` that comes later does not bring them back. */
  readonly droppedFiles?: readonly AttachmentId[];
  /** `editText` intents left out of their text because the update is not a sound one; absent when all are sound. */
  readonly brokenTexts?: readonly IntentId[];
}
