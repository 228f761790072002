/** What the cases door keeps beside the histories: lists, dates, search, Kurzberatungen. All projections, rebuilt at any time. */
import type { AlikePerson } from '../../shared/cases/alike/alike-person.ts';
import type { Hindrance } from '../../shared/clock/types.ts';
import type { DueKind } from '../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { Remainder } from '../../shared/monitoring/cut.ts';
import type { CaseYearFact } from '../../shared/monitoring/types.ts';

/** One line of the case list; everything a projection, rebuilt at any time. */
export interface CaseRow {
  readonly id: RecordId;
  readonly number: string;
  /** "Nachname, Vorname", or '' before consent. */
  readonly name: string;
  readonly born: IsoDay | null;
  readonly supportForm: string | null;
  readonly status: string;
  readonly consent: string;
  readonly caseworker: UserId | null;
  readonly deputy: UserId | null;
  /** For responsible Fachkraft, deputy and head only: everybody else gets a masked row, see office/cases/closed.ts. */
  readonly shielded: boolean;
  /** Its card lies in the file, not on the desk; every shielded file, and one whose card is on its way back. */
  readonly cardInside: boolean;
  /** Earliest open date: review, step due. */
  readonly nextDate: IsoDay | null;
  /** Missing Pflichtfeld answers. */
  readonly gaps: number;
  readonly changedAt: string;
}

export interface CaseListQuery {
  readonly caseworker: UserId | null;
  readonly status: string | null;
  readonly supportForm: string | null;
  /** Only cases with missing Pflichtfeld answers. */
  readonly gapsOnly: boolean;
  /** Search text; '' lists all. */
  readonly text: string;
  readonly sort: 'name' | 'number' | 'nextDate' | 'gaps' | 'changedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Files that are closed to whoever asks: no filter finds them, and they come after all others, in an order that tells nothing. */
  readonly closed?: readonly RecordId[];
}

/** One dated thing to do, a projection for the start page. */
export interface DueRow {
  readonly record: RecordId;
  readonly day: IsoDay;
  readonly kind: DueKind;
  readonly entry: EntryId | null;
  /** The step or goal in its own words. */
  readonly text: string;
}

export interface ProjectedDue extends Omit<DueRow, 'record'> {
  /** For those alone who work on child protection in this file: its Fachkraft, her deputy, the head. */
  readonly protection?: true;
}

/** With the name of its case and the Fachkraft who is responsible for it. */
export interface NamedDue extends DueRow {
  readonly name: string;
  readonly caseworker: UserId | null;
}

export interface WorklistQuery {
  readonly caseworker: UserId | null;
  readonly kinds: readonly string[];
  readonly until: IsoDay;
  readonly limit: number;
  readonly readers: { readonly user: UserId; readonly standsInFor: ReadonlySet<UserId> } | null;
}

/** What the legal clock does with a file next, as far as the file itself says; what the office says (its day, its PCs) comes on top. */
export interface ClockRow {
  readonly act: 'end' | 'anonymise';
  readonly day: IsoDay;
  readonly limit: IsoDay | null;
  /** The day the support ended. */
  readonly ended: IsoDay | null;
  readonly text: string;
  readonly held: readonly Hindrance[];
}

/** What is judged of many files at once. */
export interface ClockDay extends Omit<ClockRow, 'text'> {
  readonly record: RecordId;
}

/** What a line of the preview shows of one of them, and who may see it. */
export type ClockLineRow = Pick<ClockRow, 'text'> & Pick<CaseRow, 'name' | 'number' | 'status' | 'caseworker' | 'deputy' | 'shielded'>;

export interface SearchHit {
  readonly record: RecordId;
  /** Field the words stand in; null when it is the name or number. */
  readonly field: string | null;
  readonly snippet: string;
}

/** What the core computes from a record's states; the store only keeps it. */
export interface CaseProjection {
  readonly row: CaseRow;
  readonly dues: readonly ProjectedDue[];
  /** What is searched: field id (null = name, number, phone digits) and text. */
  readonly words: readonly { readonly field: string | null; readonly text: string }[];
  /** By reporting year; a year that no longer counts is absent and its row goes. */
  readonly facts: Readonly<Record<string, CaseYearFact>>;
  /** What is compared with others, see [Note: alike] in shared/cases/alike; null or absent: nothing is. */
  readonly alike?: AlikePerson | null;
  /** Null or absent: the clock has nothing to do with it. */
  readonly clock?: ClockRow | null;
}

/** Somebody who might be the same person, to be judged by the core. */
export interface AlikeCandidate {
  readonly record: RecordId;
  readonly person: AlikePerson;
}

/** When the words of a text can be found: at once, or after `settleWords`. Names, numbers and phones are found at once. */
export type WordsIndexed = 'now' | 'later';

/** Projections and facts of the cases door. */
export interface CaseProjections {
  /** `indexed`: `now` unless said. */
  save(record: RecordId, projection: CaseProjection, indexed?: WordsIndexed): void;
  /** Indexes up to `limit` cases that were saved with their words for later; returns how many are left. */
  settleWords(limit: number): number;
  countDueWords(): number;
  /** Row, dates, words, and what facts were not released before. */
  remove(record: RecordId): void;
  /** What becomes of the coded rows of a case that is forgotten; twice is as once. */
  releaseFacts(record: RecordId, remainder: Remainder): void;
  /** Cases that are closed to colleagues. */
  shielded(): readonly RecordId[];
  /** Cases whose card is not on the desk. */
  withCardInside(): readonly RecordId[];
  list(query: CaseListQuery): { readonly total: number; readonly rows: readonly CaseRow[] };
  findRow(record: RecordId): CaseRow | undefined;
  /** Missing Pflichtfeld answers in all cases of a Fachkraft. */
  gaps(caseworker: UserId): number;
  /**
   * Words in any order, prefixes, transliteration folded (ä = ae = a). Names that only sound alike ("Yusuf", "Youssef") come after
   * everything written alike; see [Note: by ear] in cases/search.ts. Of the `closed` files only those whose name, number, phone or birth date
   * was typed whole, see [Note: closed files].
   */
  search(text: string, limit: number, closed?: ReadonlySet<RecordId>): readonly SearchHit[];
  /** Cases worth comparing with this person, some hundred at most, in no order; ended ones, too. */
  alike(person: AlikePerson): readonly AlikeCandidate[];
  /** By day, then by name; `total` counts those beyond `limit`, too. `caseworker` null: everybody's, but for what is about child protection. */
  dues(query: { readonly caseworker: UserId | null; readonly until: IsoDay; readonly limit: number }): { readonly total: number; readonly rows: readonly NamedDue[] };
  /** By kinds (none: all); `caseworker` null: everybody's. Shielded files and what is about child protection only for `readers`; null: for who reads all. */
  worklist(query: WorklistQuery): { readonly total: number; readonly rows: readonly NamedDue[] };
  /** Files whose next act of the clock has its day until then, that day included; by day. */
  clockDays(until: IsoDay): readonly ClockDay[];
  clockLine(record: RecordId): ClockLineRow | undefined;
  /** Drops every projection row (not the facts' links), so that the core can save all anew. */
  clear(): void;
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
  /** Those that became this contact (`contactMark`), also where they came back since. */
  becameContact(mark: string): readonly TallyRow[];
  /** Those that became a contact of this file at any time, by the hash of its id. */
  ofFile(file: string): readonly TallyRow[];
}
