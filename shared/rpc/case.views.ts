/** One file as its page shows it: answers, phases, gaps, warnings, papers. No keys, no Yjs. */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { AttachmentId, EntryId, IntentId } from '../domain/ids.ts';
import type { CaseRowView } from './lists.views.ts';

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
  readonly code: 'parents_not_informed' | 'address_secret' | 'safe_contact' | 'contact_limits' | 'phone_shared' | 'health_refused' | 'turns_18' | 'release_ended' | 'withdrawn' | 'shielded' | 'future_age';
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
  readonly paper: 'agreement' | 'wall';
  readonly version: number;
  /** 2: made apart on another PC under a number that was taken there, see shared/plan/versions.ts; 1 else. */
  readonly content: number;
  readonly day: IsoDay;
  /** When exactly, ISO. */
  readonly at: string;
  readonly language: string;
  readonly authorName: string;
  /** Its words were kept beside it: `plan.changes` can compare it. */
  readonly comparable: boolean;
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
