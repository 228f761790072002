/** What windows get to see: plain data, no keys, no Yjs. Types only flow outwards from here. */
import type { AnswerValue } from '../domain/answer.ts';
import type { DueKind } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { AttachmentId, DeliveryId, EntryId, IntentId, RecordId, UserId } from '../domain/ids.ts';
import type { MonitoringPlan, Table } from '../monitoring/types.ts';

export type Role = 'head' | 'caseworker' | 'admin_office';

export interface OfficeView {
  readonly id: string;
  readonly name: string;
  readonly carrierGroup: string;
  /** Land, `01`–`16`. */
  readonly land: string;
  /** Übungs-JMD: other colour, training server only. */
  readonly training: boolean;
}

export interface UserView {
  readonly id: UserId;
  readonly displayName: string;
  readonly role: Role;
}

/** `warning`: an error code the window shows before anything else; Lotse locked itself because of it. */
export type SessionView = SessionPhase & { readonly warning?: string };

type SessionPhase =
  /** No office here yet: set-up. */
  | { readonly phase: 'empty' }
  /** `singleUser`: only the password is asked. */
  /** `waitSeconds`: how long the next try has to wait after wrong ones; 0 = not at all. */
  | { readonly phase: 'locked'; readonly singleUser: boolean; readonly training: boolean; readonly waitSeconds: number }
  /** Notfallblatt not typed back yet: no record can be made. */
  | { readonly phase: 'recovery_open'; readonly office: OfficeView; readonly user: UserView }
  | {
      readonly phase: 'open';
      readonly office: OfficeView;
      readonly user: UserView;
      readonly staff: readonly UserView[];
      readonly today: IsoDay;
      /** Minutes without a touch until Lotse locks. */
      readonly lockAfterMinutes: number;
      /** Nothing can be written: the files are older than what was acknowledged. */
      readonly readOnly: boolean;
      /** What everybody who works should see above the page, most urgent first. */
      readonly notices: readonly NoticeView[];
    }
  /** The folder cannot be used; `code` is an error code with text and advice. */
  | { readonly phase: 'unusable'; readonly code: string };

/** An error code with text and advice; `count` where a number belongs to it (missing acts, days since the last backup). */
export interface NoticeView {
  readonly code: 'STORE_READ_ONLY' | 'DATABASE_DAMAGED' | 'ERASURE_OPEN' | 'DISK_LOW' | 'BACKUP_OVERDUE' | 'BACKUP_FAILED' | 'TARGET_UNUSABLE';
  readonly count: number | null;
}

/** Somebody who works here and may unlock, or did once. */
export interface AccountView extends UserView {
  readonly login: string;
  /** False: removed, or the slot is missing; resetting the password makes a new one. */
  readonly canUnlock: boolean;
  /** The one who asks. */
  readonly own: boolean;
}

/** Names of files say nothing about people. */
export interface BackupView {
  readonly name: string;
  readonly kind: 'daily' | 'manual' | 'migration';
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly bytes: number;
  /** When it was last opened again and counted; null when never. */
  readonly verifiedAt: string | null;
}

/** One thing a check looked at. `problem` is an error code; null when all is well. */
export interface FindingView {
  readonly what: 'place' | 'files' | 'pages' | 'log' | 'keys' | 'histories' | 'derived' | 'search' | 'backups';
  readonly problem: string | null;
  /** How many of them: entries, records, days. */
  readonly count: number;
}

export interface SafetyView {
  /** Where the data lies on this PC. */
  readonly folder: string;
  readonly lockAfterMinutes: number;
  /** Newest first. */
  readonly backups: readonly BackupView[];
  /** Second place for backups; null: none was chosen. */
  readonly target: { readonly folder: string; readonly reachable: boolean; readonly lastAt: string | null } | null;
  /**
   * The last look through the files; null before the first. `deskOnly`: by somebody who opens no cases, so it says nothing about them; it
   * never stands before a full one that found something.
   */
  readonly check: { readonly at: string; readonly deskOnly: boolean; readonly findings: readonly FindingView[] } | null;
  /** Acknowledged acts that are not in the files any more; null when none are missing. */
  readonly missing: { readonly desk: number; readonly cases: number } | null;
}

export interface RestoreView {
  readonly backup: BackupView;
  /** Acts newer than the backup that could still be read out of the damaged files. */
  readonly salvaged: number;
  /** Acknowledged acts that are gone; null when nobody can say. */
  readonly missing: { readonly desk: number; readonly cases: number } | null;
  readonly erasedAgain: number;
  /** Folder beside the data where the former files lie. */
  readonly setAside: string;
  readonly session: SessionView;
}

/** What to heed before ringing up or writing: „Eltern erfahren nichts“, „nie anrufen“. Shown wherever her number is; empty for a closed file. */
export type Cautions = readonly string[];

export interface CaseRowView {
  readonly id: RecordId;
  readonly number: string;
  /** '' before consent. */
  readonly name: string;
  readonly age: number | null;
  readonly born: IsoDay | null;
  readonly supportForm: string | null;
  readonly status: string;
  readonly consent: string;
  readonly caseworker: UserId | null;
  readonly nextDate: IsoDay | null;
  readonly gaps: number;
  readonly changedAt: string;
  /** A shielded file that whoever asks may not open: name, number and dates are left out, „geschützte Akte – bitte Leitung fragen“. */
  readonly closed: boolean;
  readonly cautions: Cautions;
}

/** In what right somebody opens a file; every act of a deputy is marked in the log. */
export type CaseRight = 'responsible' | 'deputy' | 'head' | 'colleague';

/** One of the five phases of the support and what it needs. Never a lock: a look at where one stands. */
export interface PhaseView {
  readonly phase: 1 | 2 | 3 | 4 | 5;
  readonly title: string;
  readonly state: 'done' | 'current' | 'open';
  readonly needs: readonly { readonly text: string; readonly met: boolean; readonly section: string; readonly field: string | null }[];
}

/** What Lotse would answer, and why; a person confirms it by answering. */
export interface SuggestionView {
  readonly field: string;
  readonly entry: EntryId | null;
  readonly value: AnswerValue;
  /** German. */
  readonly display: string;
  readonly reason: string;
}

/** What everybody who opens the file must see first. */
export interface CaseWarning {
  readonly code: 'parents_not_informed' | 'address_secret' | 'safe_contact' | 'contact_limits' | 'health_refused' | 'turns_18' | 'release_ended' | 'withdrawn' | 'shielded' | 'future_age';
  readonly text: string;
  readonly field: string | null;
}

export interface CaseFileView {
  readonly mime: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly bytes: number;
}

/** What the next contact will most likely say, by field id. */
export interface PresetsView {
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

export interface HeadView {
  readonly intent: IntentId;
  readonly value: AnswerValue;
  readonly authorName: string;
  readonly at: string;
}

/** One field as it stands. `heads.length > 1` is "Zwei Angaben". `base` goes back with the next answer. */
export interface FieldView {
  readonly heads: readonly HeadView[];
  readonly base: readonly IntentId[];
}

export interface TextView {
  readonly text: string;
  readonly base: readonly IntentId[];
}

export interface EntryView {
  readonly id: EntryId;
  readonly group: string;
  readonly parent: EntryId | null;
  readonly retired: boolean;
}

export interface Gap {
  readonly section: string;
  readonly field: string;
  readonly entry: EntryId | null;
}

export interface Remark {
  readonly field: string;
  readonly entry: EntryId | null;
  readonly text: string;
}

export interface SectionProgress {
  readonly section: string;
  /** Fields on the form now. */
  readonly shown: number;
  readonly answered: number;
  readonly gaps: number;
}

export interface KeptDocumentView {
  readonly attachment: AttachmentId;
  readonly version: number;
  readonly day: IsoDay;
  readonly language: string;
  readonly authorName: string;
}

/** The case file as the window needs it. Keys of `answers` and `texts`: entry id ('' = the record itself), then field id. */
export interface CaseView {
  readonly row: CaseRowView;
  readonly caseworkerName: string | null;
  readonly answers: Readonly<Record<string, Readonly<Record<string, FieldView>>>>;
  readonly texts: Readonly<Record<string, Readonly<Record<string, TextView>>>>;
  /** In rank order within a parent. */
  readonly entries: readonly EntryView[];
  readonly sections: readonly SectionProgress[];
  readonly gaps: readonly Gap[];
  readonly remarks: readonly Remark[];
  /** Fields on the form under the present answers; '' and entry id keys as above. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** False: only fields with `beforeConsent` take input. */
  readonly consentGiven: boolean;
  /** False: 2.2.4 takes no input and shows nothing. */
  readonly healthConsentGiven: boolean;
  readonly right: CaseRight;
  /** Sections that are not for the eyes of whoever asks are not among them. */
  readonly readableSections: readonly string[];
  readonly phases: readonly PhaseView[];
  readonly suggestions: readonly SuggestionView[];
  readonly warnings: readonly CaseWarning[];
  /** By entry of the group `attachment`. */
  readonly files: Readonly<Record<string, CaseFileView>>;
  readonly documents: readonly KeptDocumentView[];
}

/** `cases.history` tells this many of the newest changes. */
export const maxHistoryLines = 200;

export interface HistoryLine {
  readonly at: string;
  readonly authorName: string;
  readonly value: AnswerValue;
  readonly replaced: boolean;
}

export interface DueView {
  readonly caseId: RecordId;
  readonly caseName: string;
  readonly day: IsoDay;
  readonly kind: DueKind;
  readonly text: string;
  readonly overdue: boolean;
}

export interface StartView {
  readonly myCases: readonly CaseRowView[];
  readonly myCasesTotal: number;
  /** The earliest; `duesTotal` counts all. */
  readonly dues: readonly DueView[];
  readonly duesTotal: number;
  readonly gapsTotal: number;
}

export interface SearchResultView {
  readonly caseId: RecordId;
  readonly number: string;
  readonly name: string;
  readonly born: IsoDay | null;
  /** Label of the field the words stand in; null for name, number, phone. */
  readonly fieldLabel: string | null;
  readonly section: string | null;
  readonly snippet: string;
  readonly caseworkerName: string | null;
  /** Time of her appointment today, `14:00`; '' when it has none; null without an appointment. */
  readonly todayAt: string | null;
  /** See {@link CaseRowView.closed}. */
  readonly closed: boolean;
  readonly cautions: Cautions;
}

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
  /** null for a shielded file: nothing but that there is one. */
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

export interface LawView {
  readonly law: 'gdpr' | 'kdg' | 'dsg_ekd';
  readonly name: string;
  /** The day this edition came into force. */
  readonly edition: IsoDay;
  readonly authority: string;
  /** By topic: `consent`, `information`, `access` … → „§ 8 KDG“. */
  readonly paragraphs: Readonly<Record<string, string>>;
  readonly ageHints: readonly string[];
  /** What a lawyer has still to confirm. */
  readonly unreviewed: boolean;
}

export interface DeliveryView {
  readonly id: DeliveryId;
  readonly state: 'built' | 'approved' | 'confirmed' | 'refused';
  readonly period: string;
  readonly unknownAnswers: number;
  readonly builtAt: string;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
  readonly sequence: number | null;
  readonly sha256: string | null;
  readonly confirmedAt: string | null;
  /** Number under which the server keeps the receipt. */
  readonly receiptNumber: number | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Exactly what is sent, readable. */
export interface DeliveryPreview {
  readonly delivery: DeliveryView;
  readonly plan: MonitoringPlan;
  readonly tables: readonly Table[];
}

export type ServerConnection =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly url: string; readonly requestedAt: string }
  | { readonly state: 'connected'; readonly url: string; readonly training: boolean; readonly validUntil: IsoDay; readonly renewal: 'none' | 'possible' | 'pending' };
