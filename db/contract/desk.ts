/** What the desk door keeps: settings, staff, who is away, PCs, person cards. */
import type { AnswerValue } from '../../shared/domain/answer.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { DeviceId, EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { Role } from './actor.ts';

/** Small typed values of the office (name, carrier group, training flag …), JSON, desk door. */
export interface Settings {
  read(key: string): unknown;
  write(key: string, value: AnswerValue | Readonly<Record<string, unknown>>): void;
}

export interface StaffRow {
  readonly id: UserId;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
}

export interface Staff {
  list(): readonly StaffRow[];
  save(row: StaffRow): void;
}

/** Somebody is away and somebody stands in. `until` null: open. */
export interface AbsenceRow {
  readonly id: RecordId;
  readonly user: UserId;
  readonly deputy: UserId;
  readonly from: IsoDay;
  /** The last day of it. */
  readonly until: IsoDay | null;
  readonly setBy: UserId;
  readonly setAt: string;
}

export interface Absences {
  /** The latest first. */
  list(): readonly AbsenceRow[];
  find(id: RecordId): AbsenceRow | undefined;
  save(row: AbsenceRow): void;
  remove(id: RecordId): void;
  /** Everybody for whom `deputy` stands in on this day. */
  standsInFor(deputy: UserId, day: IsoDay): ReadonlySet<UserId>;
}

/** Look-alikes that are two people: siblings, or somebody of the same name. Kept both ways round. */
export interface DistinctPairs {
  /** Repeats are ignored. */
  add(a: RecordId, b: RecordId): void;
  of(record: RecordId): ReadonlySet<RecordId>;
}

export interface DeviceRow {
  readonly id: DeviceId;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly addedAt: string;
}

/** The PCs of this office whose intents `merge` believes; this one is among them. */
export interface Devices {
  list(): readonly DeviceRow[];
  /** Repeats are ignored; another key for a known PC is refused (INTENT_REFUSED). */
  add(device: DeviceRow): void;
}

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
