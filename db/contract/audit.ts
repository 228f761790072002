/** What the audit chains promise. */
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { Actor, DoorName } from './actor.ts';

/** What the audit chain says of an act. `details` are sealed under the record's file key. */
export interface AuditEntry {
  readonly action: string;
  readonly record: RecordId | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditLine {
  readonly sequence: number;
  readonly at: string;
  readonly user: UserId | null;
  readonly action: string;
  readonly record: RecordId | null;
  /** null when the record's file key is gone. */
  readonly details: AuditEntry['details'] | null;
}

export interface AuditCheck {
  readonly door: DoorName;
  readonly entries: number;
  /** null when the chain holds; else the sequence of the first entry that does not. */
  readonly brokenAt: number | null;
}

export interface Audit {
  write(entry: AuditEntry, actor: Actor): void;
  verify(): AuditCheck;
  /** Newest first by the order of storing; times from `from` on and before `until`, RFC 3339 UTC. */
  between(query: { readonly from: string; readonly until: string; readonly limit: number }): readonly AuditLine[];
  /** Newest first. */
  read(query: { readonly record: RecordId | null; readonly limit: number }): readonly AuditLine[];
}
