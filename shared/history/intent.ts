/**
 * What a person did to a record: the only thing that is stored for good, signed and never changed.
 *
 * [Note: base] `base` names the intents that this one replaces: the heads its author had before her eyes. An intent that
 * nobody replaced is a head. Two heads on one field are two statements of two people; both are kept and shown until
 * somebody answers with both in `base`. No clock decides anything.
 */
import { z } from 'zod';
import { AnswerValue } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';
import { AttachmentId, DeviceId, EntryId, IntentId, RecordId, UserId } from '../domain/ids.ts';

/**
 * `case`: what was confided (cases door). `person`: the card with names and phones (desk door). `tally`: the Kurzberatungen of one open
 * hour, without a name (cases door). `note`: one persönliche Arbeitsnotiz under a key of its own (cases door).
 */
export const RecordKind = z.enum(['case', 'person', 'tally', 'note']);
export type RecordKind = z.infer<typeof RecordKind>;

/** Field ids come from the catalogue, never from a person: `goal.target_date`. */
export const FieldId = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/).max(80);
/** Group ids come from the catalogue: `goal`. */
export const GroupId = z.string().regex(/^[a-z][a-z0-9_]*$/).max(40);
/** Fractional rank (library `fractional-indexing`): orders entries without renumbering. */
export const Rank = z.string().regex(/^[0-9A-Za-z]+$/).max(200);

/** Largest integer count key, see DESIGN §6. */
export const maxCountKey = 99_999_999;
const CountKey = z.int().min(0).max(maxCountKey);
const Base = z.array(IntentId).max(64);

/** A JMD keeps what it printed: bytes lie sealed beside the history, the intent says what they are. */
export const KeptDocument = z.strictObject({
  attachment: AttachmentId,
  /** `plan`: the agreement; `wall`: the wall sheet. */
  purpose: z.enum(['plan', 'wall']),
  version: z.int().positive(),
  day: IsoDay,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  /** SHA-256 of what was printed apart from version and day: the same plan again is the same version. */
  content: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  /** SHA-256 of the plan that was printed: papers of one plan have one version number. */
  plan: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  /** The words that were printed, kept as bytes of their own (shared/plan/kept-plan.ts). Papers from before that have none. */
  data: AttachmentId.optional(),
  /** Characters no font has, `U+1F600`; on the paper stands a mark instead. */
  replaced: z.array(z.string().regex(/^U\+[0-9A-F]{4,6}$/)).optional(),
});
export type KeptDocument = z.infer<typeof KeptDocument>;

/** A file that belongs to an entry of the group `attachment`: its bytes lie sealed beside the history. */
export const KeptFile = z.strictObject({
  attachment: AttachmentId,
  entry: EntryId,
  mime: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeptFile = z.infer<typeof KeptFile>;

export const IntentBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('createRecord') }),
  /** `entry` is null for a field of the record itself. */
  z.strictObject({ type: z.literal('answer'), entry: EntryId.nullable(), field: FieldId, value: AnswerValue, base: Base }),
  z.strictObject({ type: z.literal('addEntry'), entry: EntryId, group: GroupId, parent: EntryId.nullable(), rank: Rank }),
  /** Taking an entry away is a status that can be taken back. */
  z.strictObject({ type: z.literal('retireEntry'), entry: EntryId, retired: z.boolean(), base: Base }),
  z.strictObject({ type: z.literal('setRank'), entry: EntryId, rank: Rank, base: Base }),
  /** `update` is a Yjs update (base64) of this one text; see shared/history/text.ts. */
  z.strictObject({
    type: z.literal('editText'),
    entry: EntryId.nullable(),
    field: FieldId,
    update: z.base64().max(2_000_000),
    base: Base,
  }),
  /** Random once per case and reporting year; where two PCs drew, the smaller intent id counts on every PC. */
  z.strictObject({ type: z.literal('setCountKeys'), year: z.int().min(2000).max(2199), named: CountKey, sums: CountKey }),
  z.strictObject({ type: z.literal('keepDocument'), document: KeptDocument }),
  z.strictObject({ type: z.literal('keepFile'), file: KeptFile }),
  /** The bytes are gone: removed, or moved to another file. */
  z.strictObject({ type: z.literal('dropFile'), attachment: AttachmentId }),
]);
export type IntentBody = z.infer<typeof IntentBody>;

export const Intent = z.strictObject({
  id: IntentId,
  record: RecordId,
  kind: RecordKind,
  author: UserId,
  device: DeviceId,
  /** Counts this device's intents over all records of one door, from 1, without gaps. */
  sequence: z.int().positive(),
  /** When the author's PC said it was, RFC 3339 in UTC, seconds. For people to read; decides nothing. */
  at: z.iso.datetime(),
  body: IntentBody,
});
export type Intent = z.infer<typeof Intent>;

/** `signature`: Ed25519 by the device key over the canonical JSON of `intent`, base64. */
export interface SignedIntent {
  readonly intent: Intent;
  readonly signature: string;
}
