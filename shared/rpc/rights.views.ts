/** Rights of the young person as windows see them: whole German sentences inside, no content of a file. */
import type { IsoDay } from '../domain/day.ts';
import type { AttachmentId, EntryId, RecordId } from '../domain/ids.ts';
import type { OwedAct } from '../rights/owed.ts';

export interface RequestView {
  readonly entry: EntryId;
  /** Code of `request_kind` and its label. */
  readonly kind: string;
  readonly kindLabel: string;
  readonly byLabel: string;
  readonly receivedOn: IsoDay | null;
  readonly due: IsoDay | null;
  /** Neither answered nor taken back. */
  readonly open: boolean;
  readonly overdue: boolean;
  /** "Zu beantworten bis 02.04.2026 (in 31 Tagen)." */
  readonly text: string;
  /** Code of `request_decision` and its label. */
  readonly decisionCode: string | null;
  readonly decisionLabel: string | null;
  readonly decidedOn: IsoDay | null;
  readonly groundLabel: string | null;
  readonly reason: string;
  /** What the law asks for before this one may be decided, in sentences; never an automatic copy for parents. */
  readonly steps: readonly string[];
  /** It is not clear yet who asks: that is said with the decision. */
  readonly asksIdentity: boolean;
  /** Parents ask, for whatever: what the young person says decides, and a copy never follows by itself. */
  readonly byParents: boolean;
  /** Parents ask about somebody who is not known to be of age: her insight and secret counselling come before the decision. */
  readonly asksInsight: boolean;
  /** Granted, and the act that belongs to it is still to be done, at once; null: nothing is left. `decide`: as it stands nobody may do it, so it is decided again. */
  readonly owed: { readonly act: OwedAct; readonly text: string } | null;
}

export interface RestrictionView {
  readonly entry: EntryId;
  readonly since: IsoDay | null;
  readonly groundLabel: string;
  readonly askedByLabel: string;
  readonly liftedOn: IsoDay | null;
  readonly liftGroundLabel: string | null;
}

/** A recipient of earlier disclosures who must hear of it, or did. */
export interface NoticeView {
  readonly entry: EntryId;
  /** Code of `notice_about` and its label. */
  readonly about: string;
  readonly aboutLabel: string;
  readonly recipient: string;
  readonly given: string;
  readonly givenOn: IsoDay | null;
  readonly due: IsoDay | null;
  readonly doneOn: IsoDay | null;
  readonly resultLabel: string | null;
}

export interface RecipientView {
  readonly disclosure: EntryId;
  readonly recipient: string;
  readonly given: string;
  readonly givenOn: IsoDay | null;
  readonly basisLabel: string;
}

export interface RightsView {
  readonly caseId: RecordId;
  readonly number: string;
  readonly name: string;
  readonly restricted: boolean;
  /** What everybody who opens the page must read first; '' where nothing is special. */
  readonly notice: string;
  readonly requests: readonly RequestView[];
  readonly restrictions: readonly RestrictionView[];
  readonly notices: readonly NoticeView[];
  /** Who got something of the file; to be shown before an erasure. Empty while it is restricted, except as `notices`. */
  readonly recipients: readonly RecipientView[];
  /** Of them, and of those that are not shown: how many are not noted as told that the file goes. An erasure asks about them. */
  readonly unheardOfErasure: number;
}

/** One line of the overview over all files. */
export interface RightsRow {
  readonly caseId: RecordId;
  readonly number: string;
  readonly name: string;
  /** `granted`: decided, and still to be done. */
  readonly what: 'request' | 'granted' | 'restriction';
  readonly text: string;
  readonly due: IsoDay | null;
  readonly overdue: boolean;
}

export interface LookLine {
  /** RFC 3339 UTC. */
  readonly at: string;
  /** "zuständige Fachkraft", "Vertretung", "Leitung" … */
  readonly role: string;
  /** "angesehen", "bearbeitet" … */
  readonly what: string;
  /** Only by a decision of the head. */
  readonly name: string | null;
}

export interface WhoLookedView {
  /** Newest first. */
  readonly lines: readonly LookLine[];
  /** What stands above the list, and why there are no names. */
  readonly notice: string;
}

/** Something the copy leaves out unless somebody decides otherwise, or that must be read before it leaves. */
export interface CopyQuestion {
  readonly entry: EntryId | null;
  readonly field: string;
  readonly section: string;
  readonly label: string;
  /** What stands there, for the eyes of whoever decides. */
  readonly value: string;
  /** `others`: left out without a decision. `text`: goes along unless it is held back; may name other people. `file`: the same for a file. */
  readonly why: 'others' | 'text' | 'file';
}

export interface CopyPreview {
  readonly questions: readonly CopyQuestion[];
  readonly files: readonly { readonly attachment: AttachmentId; readonly name: string; readonly bytes: number }[];
  /** Secret address, safe contact, parents: before it is handed over or sent. */
  readonly warnings: readonly string[];
  /** Persönliche Arbeitsnotizen of others beside the file: only their authors open them. One's own are among the questions. */
  readonly workNotes: number;
}

export interface CopyView {
  readonly pdf: Blob;
  readonly json: Blob;
  /** Without name and number of hers. */
  readonly fileName: string;
  /** To be given along; each is read with `rights.copiedFile`. */
  readonly files: CopyPreview['files'];
  readonly warnings: readonly string[];
  /** How many answers were left out. */
  readonly withheld: number;
  readonly replacedCharacters: readonly string[];
}

/** For the data protection officer; without names. */
export interface OfficerExtractView {
  readonly pdf: Blob;
  readonly json: Blob;
  readonly fileName: string;
  /** More lines of the log belong to the time than are listed; open requests, restrictions and holds are all there. */
  readonly logCut: boolean;
}

/** A breach of data protection: what happened, no name. */
export interface IncidentView {
  readonly id: RecordId;
  readonly what: string;
  /** RFC 3339 UTC: when somebody noticed. */
  readonly noticedAt: string;
  /** 72 hours later (Art. 33 DSGVO), RFC 3339 UTC. */
  readonly deadline: string;
  readonly data: string;
  readonly people: string;
  readonly measures: string;
  readonly risk: 'none' | 'some' | 'high';
  readonly authorityToldOn: IsoDay | null;
  readonly personsToldOn: IsoDay | null;
  readonly whyNotTold: string;
  /** "Meldung an die Aufsicht bis 05.03.2026, 10:00 Uhr (noch 71 Stunden)." */
  readonly text: string;
  readonly overdue: boolean;
}
