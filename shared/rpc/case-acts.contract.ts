/** What is done with a case file beside typing in one field: several answers at once, the turns of the support, what leaves the file. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { AnswerValue, maxTextLength } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';
import { ActId, EntryId, RecordId } from '../domain/ids.ts';
import { FieldId, GroupId } from '../history/intent.ts';
import { Base, CaseAct, CaseRef, inCase, writeCase } from './case-parts.ts';
import type { CaseView, PresetsView } from './case.views.ts';

/** Answers of one new entry, by field; long texts by their own. */
const Answers = z.record(FieldId, AnswerValue);
const Texts = z.record(FieldId, z.string().max(maxTextLength));

export const caseActs = {
  /** Several answers in one transaction: all or none. */
  answerAll: writeCase
    .input(CaseAct.extend({ answers: z.array(z.strictObject({ entry: EntryId.nullable(), field: FieldId, value: AnswerValue, base: Base })).min(1).max(60) }))
    .output(type<CaseView>()),
  /** A new entry with its answers and texts, and those `below` it (a goal with its steps), in one transaction. */
  enter: writeCase
    .input(
      CaseAct.extend({
        group: GroupId,
        parent: EntryId.nullable(),
        answers: Answers,
        texts: Texts,
        below: z.array(z.strictObject({ group: GroupId, answers: Answers, texts: Texts })).max(20).default([]),
      }),
    )
    .output(type<{ entry: EntryId; view: CaseView }>())
    .errors({ DISCLOSURE_WITHOUT_BASIS: {} }),
  /**
   * Effective at once: `data_processing` locks every field that needs consent, `health_data` locks and hides 2.2.4, `case_management` takes the
   * agreement back, `release` ends one Schweigepflichtentbindung (`entry`). What follows stands as tasks with dates in the file.
   */
  withdraw: writeCase
    .input(CaseAct.extend({ what: z.enum(['data_processing', 'health_data', 'case_management', 'release']), entry: EntryId.nullable(), day: IsoDay }))
    .output(type<CaseView>()),
  /** Beratung ↔ Case Management, dated, with a line in the course of the support. */
  changeForm: writeCase
    .input(CaseAct.extend({ form: z.enum(['counselling', 'case_management']), day: IsoDay }))
    .output(type<CaseView>()),
  /** Ends the support. `reason`: code of `end_reason`. Gaps never keep it from ending. */
  end: writeCase.input(CaseAct.extend({ day: IsoDay, reason: z.string().max(60) })).output(type<CaseView>()),
  /** Wiederaufnahme of an ended file: end and reason are taken back, the course of the support keeps both. */
  resume: writeCase.input(CaseAct.extend({ day: IsoDay, reason: z.string().max(500) })).output(type<CaseView>()).errors({ CASE_NOT_ENDED: {} }),
  /** Only responsible Fachkraft, deputy and head open a shielded file; everybody else sees that there is one. Responsible or head. */
  shield: writeCase.input(CaseAct.extend({ shielded: z.boolean() })).output(type<CaseView>()).errors({ ROLE_NOT_ALLOWED: {} }),
};

export const contactsContract = {
  /** What the next contact will most likely say: today, young person, talk, the channel and minutes of last time. */
  presets: inCase.input(CaseRef).output(type<PresetsView>()),
  /** One talk in the files of all who took part (siblings): `contact.persons` says how many, so that hours are counted once. */
  log: writeCase
    .input(z.strictObject({ act: ActId.optional(), caseIds: z.array(RecordId).min(1).max(10), answers: Answers, note: z.string().max(maxTextLength) }))
    .output(type<{ entry: EntryId; view: CaseView }>()),
};

export const attachmentsContract = {
  /** PDF, JPEG or PNG, told by its content; at most `maxAttachmentBytes`. */
  add: writeCase
    .input(CaseAct.extend({ file: z.file(), title: z.string().max(200), answers: Answers }))
    .output(type<{ entry: EntryId; view: CaseView }>())
    .errors({ ATTACHMENT_KIND_UNKNOWN: {}, ATTACHMENT_TOO_LARGE: {} }),
  open: inCase
    .input(z.strictObject({ caseId: RecordId, entry: EntryId }))
    .output(type<{ bytes: Blob; mime: 'application/pdf' | 'image/jpeg' | 'image/png'; title: string }>())
    .errors({ ATTACHMENT_NOT_FOUND: {} }),
  /** Into another file; both logs say so, without content. Nothing readable stays behind. */
  move: writeCase.input(CaseAct.extend({ entry: EntryId, to: RecordId })).output(type<CaseView>()).errors({ ATTACHMENT_NOT_FOUND: {} }),
  /** The bytes go at once and for good. */
  remove: writeCase.input(CaseAct.extend({ entry: EntryId })).output(type<CaseView>()).errors({ ATTACHMENT_NOT_FOUND: {} }),
};

/** A persönliche Arbeitsnotiz as its author sees it; nobody else does. */
export interface WorkNoteView {
  readonly id: RecordId;
  readonly text: string;
  readonly writtenOn: IsoDay;
  /** The day it deletes itself. */
  readonly deleteOn: IsoDay;
  /** A German sentence: when it deletes itself, or why it has not. */
  readonly deletes: string;
}

const noteText = z.string().trim().min(1).max(20_000);

/** Persönliche Arbeitsnotizen: only their author reads them, under a key of their own; never printed, exported or handed over. */
export const workNotesContract = {
  list: inCase.input(CaseRef).output(type<readonly WorkNoteView[]>()),
  write: inCase.input(CaseAct.extend({ text: noteText })).output(type<readonly WorkNoteView[]>()).errors({ STORE_READ_ONLY: {}, CONSENT_MISSING: {} }),
  change: inCase
    .input(CaseAct.extend({ note: RecordId, text: noteText }))
    .output(type<readonly WorkNoteView[]>())
    .errors({ STORE_READ_ONLY: {}, CONSENT_MISSING: {}, NOTE_NOT_FOUND: {} }),
  remove: inCase.input(CaseAct.extend({ note: RecordId })).output(type<readonly WorkNoteView[]>()).errors({ STORE_READ_ONLY: {}, NOTE_NOT_FOUND: {}, CLOCK_HELD: { data: z.object({ reason: z.string() }) } }),
};
