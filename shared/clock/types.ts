/**
 * The legal clock of a file: every day that follows from it, in words with its source, and what keeps Lotse from acting on one.
 *
 * Pure: what a file says and what the office knows go in as values, days and sentences come out. Nothing here is ever stored; a date that was
 * computed yesterday is computed again today.
 */
import type { IsoDay } from '../domain/day.ts';
import type { EntryId, RecordId } from '../domain/ids.ts';

/** What a day of the clock is about. */
export type ClockKind =
  /** 6 months without activity: a hint. */
  | 'inactive'
  /** 9 months without activity: the support ends, at the latest (Rahmenkonzept Nr. 1, 3.3). */
  | 'inactive_end'
  /** End + target (2 months by default): anonymised. `limit`: end + 3 months. */
  | 'anonymise'
  /** Case Management ended, Beratung goes on: plan, anamnesis and competency results have had their time. */
  | 'management_data'
  /** 24 months of CM: an average to reflect on, nothing is due. */
  | 'management_average'
  | 'turns_18'
  /** A hand-over to the MBE to plan together, never an end by itself. */
  | 'turns_27'
  | 'review'
  | 'residence_permit'
  | 'release_ends'
  | 'pre_registration'
  | 'work_note'
  /** Answer to a request of the young person: one month (Art. 12 Abs. 3 DSGVO). */
  | 'request'
  /** The day on which somebody looks again whether a hold still has its ground. */
  | 'hold_review'
  /** The last backup that may still hold bytes of a forgotten file is gone. */
  | 'backups_gone';

export interface ClockDate {
  readonly kind: ClockKind;
  /** The day Lotse acts on, or somebody should. */
  readonly day: IsoDay;
  /** The last lawful day where the law names one; `day` is never after it. */
  readonly limit: IsoDay | null;
  readonly entry: EntryId | null;
  /** A whole German sentence, as the young person may read it: "Beendet am 12.03.2026; anonymisiert am 12.05.2026, spätestens am 12.06.2026." */
  readonly text: string;
  /** Where the rule stands: "Rahmenkonzept Nr. 1, 3.3". */
  readonly source: string;
}

/** Why Lotse does not act on a file although its day has come. The first five are named grounds, see code list `retention_ground`. */
export type HindranceCode =
  | 'legal_claims'
  | 'court_order'
  | 'access_request'
  | 'restriction'
  | 'child_protection'
  /** The file came with an import less than 30 days ago. */
  | 'import_rest'
  /** A PC of the office has not reported since the file ended; an exception is a named decision. */
  | 'device_silent'
  /** The day of this PC cannot be believed; the head may confirm it. */
  | 'day_untrusted'
  | 'appointment_ahead'
  | 'activity_after_end'
  /** Files of this office say two things about their end. */
  | 'two_ends';

export interface Hindrance {
  readonly code: HindranceCode;
  /** From this day on it does not hinder any more; for a hold its review. Null: until somebody decides. */
  readonly until: IsoDay | null;
  /** A German sentence that says what it is and who decides what. */
  readonly text: string;
}

/** What the clock says of one file on one day. */
export interface ClockVerdict {
  /**
   * `running`: nothing to act on within the time looked at · `ahead`: its day comes · `due`: the day is here, nothing hinders · `held`: the day is
   * here, something hinders. `overdue` says whether the lawful limit is gone, whatever the state.
   */
  readonly state: 'running' | 'ahead' | 'due' | 'held';
  /** What happens on that day; null while running. */
  readonly act: 'end' | 'anonymise' | null;
  readonly day: IsoDay | null;
  readonly limit: IsoDay | null;
  readonly overdue: boolean;
  readonly hindrances: readonly Hindrance[];
  /** Every date of the file, earliest first. */
  readonly dates: readonly ClockDate[];
}

/** Settings of the office, data with a documented range. */
export interface ClockSettings {
  /** Months from the end to the anonymisation, 0 to 3; 2 so that backups are gone at three (corrections.md, How it must behave 8). */
  readonly anonymiseAfterMonths: number;
  /** Whether Beratung files follow the same clock as CM files. */
  readonly counsellingToo: boolean;
  /** Months without activity until the clock ends a file, 1 to 9. */
  readonly endAfterMonths: number;
}

/** What the office knows beside the file. */
export interface ClockOffice {
  readonly today: IsoDay;
  readonly settings: ClockSettings;
  /** Null: trusted. Otherwise why the day of this PC is not believed. */
  readonly dayProblem: 'before_last_seen' | 'long_after_last_seen' | null;
  /** Last import; null: never. */
  readonly importedOn: IsoDay | null;
  /** Other PCs of the office with the last day they reported, without those the head excepted. */
  readonly otherDevices: readonly { readonly name: string; readonly reportedOn: IsoDay }[];
}

/** A file as the run sees it. */
export interface JudgedFile {
  readonly record: RecordId;
  readonly verdict: ClockVerdict;
}

/** More files than this in one run and the head is asked (corrections.md, How it must behave 7). */
export const handful = 5;
/** Days the clock rests after an import. */
export const restAfterImport = 30;
/** Days after the last thing the store has seen on which a day is still believed. */
export const believedDays = 31;
/** How far the preview looks ahead, in days. */
export const previewDays = 30;
