/** Before the file and beside it: Kurzberatungen, Vormerkungen, appointments, look-alikes, deputies. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { AnswerValue } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';
import { ActId, EntryId, RecordId, UserId } from '../domain/ids.ts';
import { FieldId } from '../history/intent.ts';
import { languageCodes } from '../languages/types.ts';
import { open } from './parts.ts';
import type { CaseView } from './case.views.ts';
import type { AbsenceView, AlikeView, AppointmentView, AwayView, DayEntryView, PersonView, PreRegistrationView, TallyRowView, TallySummaryView } from './desk.views.ts';
import type { DueView } from './lists.views.ts';
import type { LawView } from './session.views.ts';

const Answers = z.record(FieldId, AnswerValue);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const FirstName = z.string().max(500);
const Phone = z.string().max(500);
const writes = open.errors({ STORE_READ_ONLY: {}, ANSWER_INVALID: { data: z.object({ reason: z.string() }) } });
const TallyRef = z.strictObject({ session: RecordId, entry: EntryId });

/** Kurzberatung without a file: coded, no name, no free text. Every answer may stay open. */
export const tallyContract = {
  /** A whole open hour at once. */
  enter: writes.input(z.strictObject({ act: ActId.optional(), rows: z.array(Answers).min(1).max(60) })).output(type<readonly TallyRowView[]>()),
  /** Newest first. */
  list: open.input(z.strictObject({ from: IsoDay, to: IsoDay })).output(type<readonly TallyRowView[]>()),
  change: writes.input(TallyRef.extend({ answers: Answers })).output(type<TallyRowView>()).errors({ ENTRY_UNKNOWN: {} }),
  retire: writes.input(TallyRef.extend({ retired: z.boolean() })).output(type<TallyRowView>()).errors({ ENTRY_UNKNOWN: {} }),
  /** She has a file now: the Kurzberatung becomes a contact of it and is counted here no more. */
  moveToCase: writes
    .input(TallyRef.extend({ act: ActId.optional(), caseId: RecordId }))
    .output(type<CaseView>())
    .errors({ ENTRY_UNKNOWN: {}, CASE_NOT_FOUND: {}, CASE_SHIELDED: {} }),
  summary: open.input(z.strictObject({ year: z.int().min(2000).max(2199) })).output(type<TallySummaryView>()),
};

const Appointment = z.strictObject({ day: IsoDay, time: Time.nullable(), staff: UserId.nullable() });

/** Vormerkung: a person card without a file. Deletes itself after four weeks. Not for case content; every role may. */
export const preRegistrationsContract = {
  list: open.output(type<readonly PreRegistrationView[]>()),
  create: writes
    .input(z.strictObject({ act: ActId.optional(), firstName: FirstName, phone: Phone, appointment: Appointment.nullable() }))
    .output(type<PreRegistrationView>())
    .errors({ RECOVERY_NOT_CONFIRMED: {}, PERSON_NOT_FOUND: {} }),
  change: writes
    .input(z.strictObject({ record: RecordId, firstName: FirstName.optional(), phone: Phone.optional() }))
    .output(type<PreRegistrationView>())
    .errors({ PERSON_NOT_FOUND: {} }),
  /** Gone for good, now. */
  remove: writes.input(z.strictObject({ record: RecordId })).output(type<null>()).errors({ PERSON_NOT_FOUND: {} }),
  /** With the consent the file needs; what was tallied moves along. */
  toCase: writes
    .input(
      z.strictObject({
        act: ActId.optional(),
        record: RecordId,
        consent: z.strictObject({ day: IsoDay, form: z.string().max(60), givenBy: z.string().max(60), textVersion: z.string().max(60), language: z.string().max(20) }),
        tally: TallyRef.nullable(),
      }),
    )
    .output(type<CaseView>())
    .errors({ PERSON_NOT_FOUND: {}, ENTRY_UNKNOWN: {} }),
};

/** Names, phones and times: all of the desk, for every role. */
export const peopleContract = {
  /** For whoever answers the phone: part of a name, of a phone number. Nothing of the files. */
  find: open.input(z.strictObject({ text: z.string().max(200) })).output(type<readonly PersonView[]>()),
  /** Who might be the same person. `besides`: the case she is typed into. Nothing is merged or filled in from a hit. */
  alike: open
    .input(
      z.strictObject({
        firstName: z.string().max(500),
        lastName: z.string().max(500),
        born: IsoDay.nullable(),
        phone: z.string().max(500).nullable(),
        besides: RecordId.nullable(),
      }),
    )
    .output(type<readonly AlikeView[]>()),
  /** "Andere Person (Geschwister)": these two are never shown to each other again. */
  notSame: writes.input(z.strictObject({ a: RecordId, b: RecordId })).output(type<null>()).errors({ CASE_NOT_FOUND: {} }),
};

export const appointmentsContract = {
  /** `staff` null: everybody's. In order of time. */
  ofDay: open.input(z.strictObject({ day: IsoDay, staff: UserId.nullable() })).output(type<readonly AppointmentView[]>()),
  ofPerson: open.input(z.strictObject({ record: RecordId })).output(type<readonly AppointmentView[]>()).errors({ PERSON_NOT_FOUND: {} }),
  plan: writes
    .input(Appointment.extend({ act: ActId.optional(), record: RecordId }))
    .output(type<AppointmentView>())
    .errors({ PERSON_NOT_FOUND: {} }),
  /** Moves it, or says what became of it (code of `appointment_status`). */
  change: writes
    .input(z.strictObject({ record: RecordId, entry: EntryId, day: IsoDay, time: Time.nullable(), staff: UserId.nullable(), status: z.string().max(40) }))
    .output(type<AppointmentView>())
    .errors({ PERSON_NOT_FOUND: {}, ENTRY_UNKNOWN: {} }),
  /** To take along, for every role: first name, day, time, place, and the office to ring up. PAPER_ENTRY_OVER: it is over or called off. */
  slip: open
    .input(z.strictObject({ record: RecordId, entry: EntryId, language: z.enum(languageCodes).default('de') }))
    .output(type<{ pdf: Blob; fileName: string; replacedCharacters: readonly string[] }>())
    .errors({ PERSON_NOT_FOUND: {}, ENTRY_UNKNOWN: {}, PAPER_ENTRY_OVER: {}, LANGUAGE_NOT_REVIEWED: {}, DOCUMENT_FAILED: {} }),
};

/** Vertretung for a time: set by oneself or by the head. The right ends by itself. */
export const absencesContract = {
  list: open.output(type<readonly AbsenceView[]>()),
  /** `until` null: open. For somebody else only the head. */
  set: writes
    .input(z.strictObject({ act: ActId.optional(), user: UserId, deputy: UserId, from: IsoDay, until: IsoDay.nullable() }))
    .output(type<readonly AbsenceView[]>())
    .errors({ ROLE_NOT_ALLOWED: {} }),
  /** The last day of it. */
  end: writes
    .input(z.strictObject({ id: RecordId, until: IsoDay }))
    .output(type<readonly AbsenceView[]>())
    .errors({ ROLE_NOT_ALLOWED: {}, ENTRY_UNKNOWN: {} }),
  /** What others did in my cases in the days of my last absence; null when there was none. */
  sinceAway: open.output(type<AwayView | null>()),
  /** The day of a colleague one stands in for: times, names, phones, the last agreed step. Deputy and head. */
  day: open
    .input(z.strictObject({ user: UserId, day: IsoDay }))
    .output(type<readonly DayEntryView[]>())
    .errors({ ROLE_NOT_ALLOWED: {} }),
};

/** Everything dated, of all files or of mine; what is overdue comes first. */
export const worklistContract = {
  list: open
    .input(
      z.strictObject({
        mine: z.boolean(),
        kinds: z.array(z.string().max(40)).max(20),
        until: IsoDay,
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<{ total: number; rows: readonly DueView[] }>()),
};

export const lawContract = {
  /** The law this JMD works under today: edition, supervisory authority, paragraphs, hints on age. */
  current: open.output(type<LawView>()),
};
