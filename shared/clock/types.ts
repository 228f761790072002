/**
 * The legal clock of a file: every day that follows from it, in words with its source, and what keeps Lotse from acting on one.
 *
 * Pure: what a file says and what the office knows go in as values, days and sentences come out. Nothing here is ever stored; a date that was
 * computed yesterday is computed again today.
 *
 * `clockOf(file, office)` in verdict.ts, `planRun(files)` and `previewOf(files, today)` in run.ts, `dayProblem(today, lastSeen)` in day-of-trust.ts.
 */
import type { IsoDay } from '../domain/day.ts';
import type { CaseFile } from '../cases/case-decision.ts';
import type { EntryId, RecordId } from '../domain/ids.ts';

/**
 * What the clock reads: the whole file with its card, nothing taken out for anybody's eyes. Whoever shows a verdict to somebody who does not read
 * child protection passes its hindrances through `forEyes` (hindrances.ts) first.
 */
export type ClockFile = Pick<CaseFile, 'catalogue' | 'caseState' | 'person'>;

/** What a day of the clock is about. */
export type ClockKind =
  /** 6 months without activity: a hint. */
  | 'inactive'
  /** The support ends: from two weeks before 9 months without activity on, so that an office that is closed on the day is in time (Rahmenkonzept Nr. 1, 3.3). */
  | 'inactive_end'
  /** End + target (2 months by default): anonymised. `limit`: end + 3 months. */
  | 'anonymise'
  /** Case Management ended, Beratung goes on: plan, anamnesis and competency results have had their time. */
  | 'management_data'
  /** A Beratung ended in an office whose clock is for CM alone: nothing is done by itself, somebody should think about it. */
  | 'counselling_over'
  /** She took her consent back: the file is to be ended within a month; her wish to be forgotten needs no clock. */
  | 'withdrawal'
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
  /** What was granted to her and is still to be done, due at once. */
  | 'granted'
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

/**
 * Why Lotse does not act on a file although its day has come. The first five are named grounds, see code list `retention_ground`. Each of all hinders
 * both acts, the end and the anonymisation.
 */
export type HindranceCode =
  | 'legal_claims'
  | 'court_order'
  | 'access_request'
  | 'restriction'
  | 'child_protection'
  /** A Löschsperre whose ground nobody named, or one that is not for the eyes of whoever looks. */
  | 'hold'
  /** The file came with an import less than 30 days ago. */
  | 'import_rest'
  /** A PC of the office has not reported since the file ended (for an end: in the 31 days before it); an exception is a named decision. */
  | 'device_silent'
  /** The end was written down less than seven days ago, with a day long gone: a wrong year must not take the file within the hour. */
  | 'just_ended'
  /** The day of this PC cannot be believed; the head may confirm it. */
  | 'day_untrusted'
  /** Or one of the last two weeks nobody wrote about, for an end. */
  | 'appointment_ahead'
  /** Or, where the end was for inactivity, an activity from before it that was entered later. */
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
   * `running`: Lotse will never act on this file as it stands · `ahead`: the day of its act is known and comes, be it in months · `due`: the day is
   * here, nothing hinders · `held`: the day is here, something hinders. `overdue` says whether the lawful limit is gone, whatever the state.
   */
  readonly state: 'running' | 'ahead' | 'due' | 'held';
  /**
   * What happens on that day; null while running. An end by the clock is written with the day on which it is written, never with an earlier one: who
   * opens the office after weeks still has the months in which a file can be taken up again.
   */
  readonly act: 'end' | 'anonymise' | null;
  /** The sentence of that act, '' while running; the same as in `dates`. */
  readonly text: string;
  readonly day: IsoDay | null;
  readonly limit: IsoDay | null;
  readonly overdue: boolean;
  /** What hinders now, also while the day is still ahead, so that a contradiction is named weeks before. */
  readonly hindrances: readonly Hindrance[];
  /** Every date of the file, earliest first. */
  readonly dates: readonly ClockDate[];
}

/** Settings of the office, data with a documented range. */
export interface ClockSettings {
  /** Months from the end to the anonymisation, 0 to 3, a week after the end at the earliest, two weeks before the third is over at the latest; 2 so that backups are gone at three (corrections.md, How it must behave 8). */
  readonly anonymiseAfterMonths: number;
  /** Whether Beratung files follow the same clock as CM files. */
  readonly counsellingToo: boolean;
  /** Months without activity until the clock ends a file, 1 to 9; two weeks before the ninth is over at the latest. */
  readonly endAfterMonths: number;
}

export type DayProblem = 'before_last_seen' | 'long_after_last_seen';

/** What counts until the head decides otherwise. */
export const defaultClockSettings: ClockSettings = { anonymiseAfterMonths: 2, counsellingToo: true, endAfterMonths: 9 };

/** What the office knows beside the file. */
export interface ClockOffice {
  readonly today: IsoDay;
  readonly settings: ClockSettings;
  /** Null: trusted. Otherwise why the day of this PC is not believed. */
  readonly dayProblem: DayProblem | null;
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

/** What one run would do: `planRun(files)`. */
export interface RunPlan {
  /** Due and free, the ones whose limit comes first at the beginning. */
  readonly acts: readonly JudgedFile[];
  /** Due and refused, each with its hindrances. */
  readonly refused: readonly JudgedFile[];
  /** More than a handful: nothing is done until the head has seen the number. */
  readonly asksHead: boolean;
}

/** `previewOf(files, today)`: overdue, then due (held ones among them), then by day for the days looked ahead. */
export interface ClockPreview {
  readonly lines: readonly JudgedFile[];
  /** Due now and free. */
  readonly dueNow: number;
  readonly held: number;
  readonly overdue: number;
  /** Not yet due, within the days looked ahead. */
  readonly ahead: number;
  /** Of those ahead: something hinders already that somebody can settle before the day comes. */
  readonly contradictions: number;
}

/** More files than this in one run and the head is asked (corrections.md, How it must behave 7). */
export const handful = 5;
/** Days the clock rests after an import. */
export const restAfterImport = 30;
/** Days after the last thing the store has seen on which a day is still believed. */
export const believedDays = 31;
/** Days an end that was just written down rests, whatever day it names. */
export const restAfterEntry = 7;
/** Days after an appointment nobody wrote about in which no file is ended: the contact may be written down late. */
export const restAfterAppointment = 14;
/** A backup is kept no longer than this; after an anonymisation the last one with the file in it is gone by then. */
export const backupDays = 28;
/** How far the preview looks ahead, in days. */
export const previewDays = 30;

/** What became of those who got something of a file before it is deleted (Art. 19 DSGVO); codes of the list `notice_result`. */
export const recipientsHeard = ['told', 'not_possible', 'disproportionate'] as const;
export type RecipientsHeard = (typeof recipientsHeard)[number];

/** Why a file was made in error: twice, for somebody else, inadvertently or to try. */
export const mistakes = ['double', 'wrong_person', 'trial'] as const;
export type Mistake = (typeof mistakes)[number];
