/** What an open store keeps beside the files: cards of the desk, Kurzberatungen. Read with contract.ts. */
import type { AnswerValue } from '../shared/domain/answer.ts';
import type { IsoDay } from '../shared/domain/day.ts';
import type { EntryId, RecordId, UserId } from '../shared/domain/ids.ts';

/** A person card as a list shows it. */
export interface CardRow {
  readonly record: RecordId;
  /** "Nachname, Vorname", the first name alone, or ''. */
  readonly name: string;
  readonly phone: string;
  /** The day of the Vormerkung; null for a card that belongs to a file, or soon will. */
  readonly madeOn: IsoDay | null;
}

export interface AppointmentRow {
  readonly record: RecordId;
  readonly entry: EntryId;
  readonly day: IsoDay;
  /** `14:00`, or null. */
  readonly time: string | null;
  readonly staff: UserId | null;
  /** Code of `appointment_status`. */
  readonly status: string;
  readonly name: string;
  readonly phone: string;
}

/** Projections of the person cards; kept by every write of a card's history. */
export interface Cards {
  find(record: RecordId): CardRow | undefined;
  /** Vormerkungen of which a file is on its way, see [Note: becomes a file]; `madeOn` is null. */
  becomingFiles(): readonly (CardRow & { readonly becoming: IsoDay })[];
  /** Oldest first. */
  preRegistrations(): readonly CardRow[];
  /** Names (prefixes, folded, by ear) and parts of phone numbers. */
  search(text: string, limit: number): readonly CardRow[];
  /** In order of time, those without one last. `staff` null: everybody's. */
  appointmentsOfDay(day: IsoDay, staff: UserId | null): readonly AppointmentRow[];
  appointmentsOf(record: RecordId): readonly AppointmentRow[];
}

/** One Kurzberatung without a file. */
export interface TallyRow {
  readonly record: RecordId;
  readonly entry: EntryId;
  readonly day: IsoDay;
  readonly author: UserId;
  readonly retired: boolean;
  /** It became a contact of a file and counts there. */
  readonly moved: boolean;
  /** By field id, answered ones only. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

/** Projections of the histories of kind `tally`; kept by every write of one. */
export interface Tallies {
  find(record: RecordId, entry: EntryId): TallyRow | undefined;
  /** Newest day first; those taken away and moved are among them. */
  list(from: IsoDay, to: IsoDay): readonly TallyRow[];
}
