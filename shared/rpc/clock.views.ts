/** What a window sees of the clock. */
import type { ClockDate, ClockSettings, Hindrance, Mistake } from '../clock/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { DeviceId, RecordId } from '../domain/ids.ts';
import type { LetterKind } from '../papers/letters.ts';

/** One file with its next act; name as the list of cases shows it ("Geschützte Akte" where it is closed to whoever asks). */
export interface ClockLine {
  readonly caseId: RecordId;
  readonly name: string;
  readonly number: string;
  readonly caseworker: string | null;
  readonly act: 'end' | 'anonymise';
  readonly state: 'ahead' | 'due' | 'held';
  readonly day: IsoDay;
  readonly limit: IsoDay | null;
  readonly overdue: boolean;
  /** One sentence: why this day, from which rule. */
  readonly text: string;
  readonly hindrances: readonly Hindrance[];
  /**
   * Its history cannot be read any more; null: it can, as far as is known. `from`: the day from which on the head may have it forgotten, null where nobody can say;
   * `now`: today is such a day and nothing hinders.
   */
  readonly damaged: { readonly from: IsoDay | null; readonly now: boolean } | null;
}

export interface ClockOverview {
  readonly today: IsoDay;
  /** False: the head has to confirm the day, nothing is done by itself until then. */
  readonly dayTrusted: boolean;
  readonly dayProblem: string | null;
  /** The clock rests until this day after an import. */
  readonly restsUntil: IsoDay | null;
  /** PCs it waits for. */
  readonly silentDevices: readonly { readonly device: DeviceId; readonly name: string; readonly reportedOn: IsoDay }[];
  /** PCs it need not wait for, with who decided so. */
  readonly exceptedDevices: readonly { readonly device: DeviceId; readonly name: string; readonly reason: string; readonly byName: string; readonly on: IsoDay }[];
  readonly settings: ClockSettings;
  /** Due now and free. */
  readonly dueNow: number;
  readonly held: number;
  readonly overdue: number;
  /** Within the next 30 days, not yet due. */
  readonly ahead: number;
  /** Of those ahead: something speaks against it that somebody can settle before the day comes. */
  readonly contradictions: number;
  /** Due and free are more than a handful: the head starts the run. */
  readonly asksHead: boolean;
  /** What cannot be read, then overdue, then due, then by day. */
  readonly lines: readonly ClockLine[];
  readonly lastRun: ClockRunView | null;
}

export interface ClockFileView {
  readonly dates: readonly ClockDate[];
  readonly hindrances: readonly Hindrance[];
  /** Letters to her that fit the day. */
  readonly letters: readonly LetterView[];
}

export interface LetterView {
  /** As a paper: `papers.fill`. */
  readonly kind: LetterKind;
  readonly title: string;
  readonly text: string;
  /** What to heed before anything goes to her: secret address, safe contact, no post. */
  readonly cautions: readonly string[];
}

/** The clock on the start page: loud where something is due or overdue. */
export interface ClockStartView {
  /** Due and free; where the head is not asked Lotse does it by itself. */
  readonly dueNow: number;
  readonly held: number;
  readonly overdue: number;
  readonly asksHead: boolean;
  /** Files to be anonymised, ahead: within 7, 14, 28 days, the nearer ones counted in the farther. */
  readonly within: { readonly oneWeek: number; readonly twoWeeks: number; readonly fourWeeks: number };
  /** Of those within 28 days and those held: an appointment or activity after the end, or two statements about it. */
  readonly contradictions: number;
  /** Of what is held or overdue: the lawful last day that comes first; null where there is none. */
  readonly lastDay: IsoDay | null;
  /** A whole German sentence: why nothing is done by itself today; null: nothing keeps the clock from running. */
  readonly waits: string | null;
  /** Deletions somebody proposed and nobody confirmed yet. */
  readonly deletions: number;
  /** Due or overdue, and not to be read: somebody has to bring them back from a backup, or the head has them forgotten. */
  readonly damaged: number;
}

export interface ClockRunView {
  readonly state: 'running' | 'done' | 'cancelled' | 'stopped';
  readonly day: IsoDay;
  readonly total: number;
  readonly done: number;
  readonly ended: number;
  readonly anonymised: number;
  /** Refused at the last moment: something was entered meanwhile. */
  readonly refused: number;
  /** Of those refused: their history cannot be read any more. */
  readonly damaged: number;
  /** Code of what stopped it (DISK_FULL …). */
  readonly problem: string | null;
}

/** A line of the Löschprotokoll. No name, no case number: whose it was can be told by nobody. */
export interface ErasureProtocolLine {
  readonly number: number;
  readonly at: string;
  readonly reason: 'retention' | 'wish' | 'mistake';
  /** What was removed, counted: "1 Akte, 12 Kontakte, 3 Dateien". */
  readonly removed: string;
  readonly doneAt: string | null;
  /** The day on which no backup of this office holds a byte of it any more; null while nobody can say, because the erasure has not ended everywhere. */
  readonly backupsGoneOn: IsoDay | null;
  /** This PC has let go; the backups at the second place have not, because it was away ever since. */
  readonly secondPlaceOwed: boolean;
}

/** Somebody wants a file deleted; `done`: it is (her wish needs nobody else). */
export interface DeletionView {
  readonly deletion: RecordId;
  readonly caseId: RecordId;
  readonly name: string;
  readonly proposedBy: string;
  readonly proposedOn: IsoDay;
  readonly reason: 'wish' | Mistake;
  /** The day from which on nobody else is needed. */
  readonly aloneFrom: IsoDay;
  readonly mayConfirm: boolean;
  readonly done: boolean;
}
