/** Branded ids. All random ids are 128 bits in lower-case hex, so that no id says anything about whom or when. */
import { z } from 'zod';

const randomId = z.string().regex(/^[0-9a-f]{32}$/);

/** Names a record (a case, a person card). A case and its person card share this id and nothing else. */
export const RecordId = randomId.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** Names one intent of a history. */
export const IntentId = randomId.brand<'IntentId'>();
export type IntentId = z.infer<typeof IntentId>;

/** Names one act of a window on a case, see [Note: act]; never stored. */
export const ActId = randomId.brand<'ActId'>();
export type ActId = z.infer<typeof ActId>;

/** Names one entry of a repeating group, such as one goal. */
export const EntryId = randomId.brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

/** Names a member of staff who can unlock. */
export const UserId = randomId.brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

/** Names one PC of the office. */
export const DeviceId = randomId.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** Names kept bytes of a record (a printed plan). */
export const AttachmentId = randomId.brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;

/** Names one Monitoring-Meldung inside the office. */
export const DeliveryId = randomId.brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;

/** The stable JMD-Kennung that the service bureau hands out, such as `NI-0417`. */
export const OfficeId = z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,19}$/).brand<'OfficeId'>();
export type OfficeId = z.infer<typeof OfficeId>;
