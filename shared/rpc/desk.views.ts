/** What stands on the desk: people without a file, Kurzberatungen, appointments, who is away. Seen by the clerk too, so nothing that was confided. */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId, RecordId, UserId } from '../domain/ids.ts';

/** What to heed before ringing up or writing: „Eltern erfahren nichts“, „nie anrufen“. Shown wherever her number is; empty for a closed file. */
export type Cautions = readonly string[];

/** One Kurzberatung: an entry of the record of its open hour. */
export interface TallyRowView {
  readonly session: RecordId;
  readonly entry: EntryId;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly retired: boolean;
  /** It became a contact of a file and counts there. */
  readonly moved: boolean;
  readonly authorName: string;
}

export interface TallySummaryView {
  readonly year: number;
  readonly count: number;
  readonly minutes: number;
  readonly moved: number;
  /** The year is over and frozen: the sums stay, the single ones are gone. */
  readonly frozen?: true;
}

export interface AppointmentView {
  readonly record: RecordId;
  readonly entry: EntryId;
  readonly name: string;
  readonly phone: string;
  readonly day: IsoDay;
  /** `14:00`, or null. */
  readonly time: string | null;
  readonly staff: UserId | null;
  readonly staffName: string | null;
  /** Code of `appointment_status`. */
  readonly status: string;
  readonly cautions: Cautions;
}

export interface PreRegistrationView {
  readonly record: RecordId;
  readonly firstName: string;
  readonly phone: string;
  readonly appointment: AppointmentView | null;
  readonly madeOn: IsoDay;
  readonly deleteOn: IsoDay;
  /** A German sentence: when it deletes itself, or why it has not. */
  readonly deletes: string;
}

/** A person as the desk knows her. */
export interface PersonView {
  readonly record: RecordId;
  readonly name: string;
  readonly phone: string;
  readonly preRegistration: boolean;
  readonly next: AppointmentView | null;
  readonly cautions: Cautions;
}

/** `same`: wahrscheinlich dieselbe Person. `similar`: ähnlich, bitte prüfen. */
export interface AlikeView {
  readonly grade: 'same' | 'similar';
  /** null for a shielded or restricted file: nothing but that there is one. */
  readonly record: RecordId | null;
  readonly number: string;
  readonly name: string;
  readonly born: IsoDay | null;
  readonly status: string;
  readonly caseworkerName: string | null;
  /** German, each a reason of its own: „gleiche Telefonnummer“. */
  readonly reasons: readonly string[];
}

export interface AbsenceView {
  readonly id: RecordId;
  readonly user: UserId;
  readonly userName: string;
  readonly deputy: UserId;
  readonly deputyName: string;
  readonly from: IsoDay;
  /** null: open. */
  readonly until: IsoDay | null;
  readonly setByName: string;
  readonly running: boolean;
}

export interface AwayView {
  readonly from: IsoDay;
  readonly until: IsoDay | null;
  /** Newest first. */
  readonly lines: readonly {
    readonly caseId: RecordId;
    readonly caseName: string;
    readonly at: string;
    readonly authorName: string;
    /** German: „Kontakt eingetragen“. */
    readonly what: string;
  }[];
}

export interface DayEntryView extends AppointmentView {
  /** null where whoever asks opens the desk only, or there is none. */
  readonly lastStep: string | null;
}
