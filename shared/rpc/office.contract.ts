/**
 * Everything a window may ask of the office core. Windows import types from here and nothing else of the core.
 * Errors are declared by code; text and advice of each code stand in shared/messages/errors.
 */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Catalogue } from '../catalogue/types.ts';
import { AnswerValue, maxTextLength } from '../domain/answer.ts';
import { DeliveryId, EntryId, OfficeId } from '../domain/ids.ts';
import { FieldId, GroupId } from '../history/intent.ts';
import { accessContract } from './access.contract.ts';
import { auditContract } from './audit.contract.ts';
import { attachmentsContract, caseActs, contactsContract, workNotesContract } from './case-acts.contract.ts';
import { Base, CaseAct, CaseRef, inCase, writeCase } from './case-parts.ts';
import { clockContract, deletionsContract } from './clock.contract.ts';
import { filesContract } from './files.contract.ts';
import {
  absencesContract,
  appointmentsContract,
  lawContract,
  peopleContract,
  preRegistrationsContract,
  tallyContract,
  worklistContract,
} from './people.contract.ts';
import { papersContract } from './papers.contract.ts';
import { planContract } from './plan.contract.ts';
import { DisplayName, Login, NewPassword, open, Password, Recipient } from './parts.ts';
import { incidentsContract, rightsContract } from './rights.contract.ts';
import { safetyContract } from './safety.contract.ts';
import type { CaseView, HistoryLine } from './case.views.ts';
import type { CaseRowView, SearchResultView, StartView } from './lists.views.ts';
import type { DeliveryPreview, DeliveryView, OwnCount, ServerConnection } from './monitoring.views.ts';
import type { SessionView } from './session.views.ts';

export const officeContract = {
  session: {
    status: oc.output(type<SessionView>()),
    initialise: oc
      .input(
        z.strictObject({
          officeId: OfficeId,
          officeName: DisplayName,
          carrierGroup: z.enum(['bag_ejsa', 'bag_kjs', 'awo', 'free_group']),
          land: z.string().regex(/^(0[1-9]|1[0-6])$/),
          privacyLaw: z.enum(['gdpr', 'kdg', 'dsg_ekd']),
          login: Login,
          displayName: DisplayName,
          password: NewPassword,
          training: z.boolean(),
        }),
      )
      .output(type<{ recoveryCode: string }>())
      .errors({
        FOLDER_NOT_EMPTY: {},
        FOLDER_IN_USE: {},
        DISK_FULL: {},
        DISK_ERROR: {},
        TODAY_NOT_ALLOWED: {},
        PLACE_NETWORK: {},
        PLACE_SYNCED: {},
        PLACE_REMOVABLE: {},
        PLACE_TEMPORARY: {},
      }),
    /** The code as printed, typed back; spaces, dashes and case do not matter. */
    confirmRecovery: oc
      .input(z.strictObject({ code: z.string().max(100) }))
      .output(type<SessionView>())
      .errors({ WRONG_RECOVERY_CODE: {}, LOCKED: {} }),
    /** Another Notfallblatt while none was typed back: who reloaded the page has no code to see. The one before opens nothing any more. */
    renewRecovery: oc
      .output(type<{ recoveryCode: string }>())
      .errors({ RECOVERY_ALREADY_CONFIRMED: {}, ROLE_NOT_ALLOWED: {}, SLOT_DAMAGED: {}, LOCKED: {}, DISK_FULL: {}, DISK_ERROR: {} }),
    unlock: oc
      .input(z.strictObject({ login: Login.nullable(), password: Password }))
      .output(type<SessionView>())
      .errors({
        WRONG_PASSWORD: {},
        UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) },
        SLOT_MISSING: {},
        SLOT_DAMAGED: {},
        SLOT_TOO_WEAK: {},
        DATABASE_MISSING: {},
        DATABASE_DAMAGED: {},
        DATABASE_NEWER: {},
        FOLDER_IN_USE: {},
        DISK_ERROR: {},
        SETUP_INCOMPLETE: {},
        TODAY_NOT_ALLOWED: {},
        RESTORE_UNFINISHED: {},
        PLACE_NETWORK: {},
        PLACE_SYNCED: {},
        PLACE_REMOVABLE: {},
        PLACE_TEMPORARY: {},
      }),
    /** With the Notfallblatt; sets a new password at once. */
    recover: oc
      .input(z.strictObject({ code: z.string().max(100), login: Login, newPassword: NewPassword }))
      .output(type<SessionView>())
      .errors({
        WRONG_RECOVERY_CODE: {},
        UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) },
        SLOT_MISSING: {},
        SLOT_DAMAGED: {},
        DATABASE_DAMAGED: {},
        DATABASE_MISSING: {},
        FOLDER_IN_USE: {},
        DISK_ERROR: {},
        SETUP_INCOMPLETE: {},
        TODAY_NOT_ALLOWED: {},
        RESTORE_UNFINISHED: {},
        PLACE_NETWORK: {},
        PLACE_SYNCED: {},
        PLACE_REMOVABLE: {},
        PLACE_TEMPORARY: {},
      }),
    lock: oc.output(type<SessionView>()),
    /** Somebody touched the window: the core locks by itself when nobody did for the time set. */
    touch: oc.output(type<null>()),
  },

  access: accessContract,
  safety: safetyContract,

  catalogue: {
    current: oc.output(type<Catalogue>()).errors({ LOCKED: {} }),
  },

  start: {
    overview: open.output(type<StartView>()),
  },

  search: {
    everywhere: open.input(z.strictObject({ text: z.string().max(200) })).output(type<readonly SearchResultView[]>()),
  },

  cases: {
    list: open
      .input(
        z.strictObject({
          mine: z.boolean(),
          text: z.string().max(200),
          status: z.string().max(60).nullable().default(null),
          supportForm: z.string().max(60).nullable().default(null),
          gapsOnly: z.boolean().default(false),
          sort: z.enum(['name', 'number', 'nextDate', 'gaps', 'changedAt']),
          descending: z.boolean(),
          offset: z.int().min(0),
          limit: z.int().min(1).max(500),
        }),
      )
      .output(type<{ total: number; rows: readonly CaseRowView[] }>()),
    create: open.output(type<CaseView>()).errors({ RECOVERY_NOT_CONFIRMED: {}, STORE_READ_ONLY: {} }),
    open: inCase.input(CaseRef).output(type<CaseView>()),
    answer: writeCase
      .input(CaseAct.extend({ entry: EntryId.nullable(), field: FieldId, value: AnswerValue, base: Base }))
      .output(type<CaseView>()),
    /** `text` is the whole new text; `base` says which text it was made from. Two writers' words are both kept. */
    editText: writeCase
      .input(CaseAct.extend({ entry: EntryId.nullable(), field: FieldId, text: z.string().max(maxTextLength), base: Base }))
      .output(type<CaseView>()),
    addEntry: writeCase
      .input(CaseAct.extend({ group: GroupId, parent: EntryId.nullable() }))
      .output(type<{ entry: EntryId; view: CaseView }>()),
    retireEntry: writeCase.input(CaseAct.extend({ entry: EntryId, retired: z.boolean() })).output(type<CaseView>()),
    /** Moves the entry before `before`, or to the end when null. */
    moveEntry: writeCase.input(CaseAct.extend({ entry: EntryId, before: EntryId.nullable() })).output(type<CaseView>()),
    /** Every open gap of the case (or of one section) becomes "unbekannt". */
    fillGaps: writeCase.input(CaseAct.extend({ section: z.string().max(20).nullable() })).output(type<CaseView>()),
    /** Newest first, at most `maxHistoryLines`. */
    history: inCase
      .input(CaseRef.extend({ entry: EntryId.nullable(), field: FieldId }))
      .output(type<readonly HistoryLine[]>())
      .errors({ FIELD_UNKNOWN: {}, ENTRY_UNKNOWN: {} }),
    /** What is held about the young person as JSON, for who works on the file; what is about other people and child protection are left out, see `rights.copy`. */
    export: inCase
      .input(CaseRef.extend({ recipient: Recipient.default({ kind: 'young_person' }) }))
      .output(z.instanceof(Blob))
      .errors({ DISCLOSURE_WITHOUT_BASIS: {}, RIGHTS_NOT_YOURS: {}, STORE_READ_ONLY: {} }),
    ...caseActs,
  },

  contacts: contactsContract,
  attachments: attachmentsContract,
  workNotes: workNotesContract,
  tally: tallyContract,
  preRegistrations: preRegistrationsContract,
  people: peopleContract,
  appointments: appointmentsContract,
  absences: absencesContract,
  worklist: worklistContract,
  law: lawContract,

  plan: planContract,

  monitoring: {
    connection: open.output(type<ServerConnection>()),
    /** Asks to be enrolled with the one-time code from the service bureau; renews in the last sixty days. Head only. */
    connect: open
      .input(z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(300), code: z.string().trim().min(4).max(60) }))
      .output(type<ServerConnection>())
      .errors({
        SERVER_UNREACHABLE: {},
        SERVER_TRAINING_MISMATCH: {},
        SERVER_URL_INSECURE: {},
        SERVER_ERROR: {},
        ALREADY_CONNECTED: {},
        ROLE_NOT_ALLOWED: {},
        ENROLMENT_CODE_INVALID: {},
        ENROLMENT_REFUSED: {},
        CERTIFICATE_INVALID: {},
      }),
    /** Asks whether the request was approved. Head only. */
    checkConnection: open
      .output(type<ServerConnection>())
      .errors({ SERVER_UNREACHABLE: {}, SERVER_ERROR: {}, ENROLMENT_REFUSED: {}, CERTIFICATE_INVALID: {}, ROLE_NOT_ALLOWED: {} }),
    deliveries: open.output(type<readonly DeliveryView[]>()),
    /** Builds the tables of a period; an unchanged period returns the delivery there is. */
    build: open
      .input(z.strictObject({ year: z.int().min(2000).max(2199), half: z.literal([1, 2]).nullable() }))
      .output(type<DeliveryPreview>())
      .errors({ HALF_YEAR_NOT_SUPPORTED: {}, CORRECTIONS_CLOSED: {} }),
    preview: open
      .input(z.strictObject({ deliveryId: DeliveryId }))
      .output(type<DeliveryPreview>())
      .errors({ DELIVERY_NOT_FOUND: {} }),
    /** Signs exactly the previewed tables and lays them into the outbox. Head only. */
    approve: open
      .input(z.strictObject({ deliveryId: DeliveryId }))
      .output(type<DeliveryView>())
      .errors({
        DELIVERY_NOT_FOUND: {},
        DELIVERY_ALREADY_APPROVED: {},
        NOT_CONNECTED: {},
        ROLE_NOT_ALLOWED: {},
        YEAR_NOT_OVER: {},
        CORRECTIONS_CLOSED: {},
      }),
    /** Sends what lies in the outbox now; what fails stays there and is tried again. Not for admin_office. */
    send: open.output(type<readonly DeliveryView[]>()).errors({ ROLE_NOT_ALLOWED: {} }),
    /** The exact bytes that leave, as a file: to look at, to keep, to carry on a stick. */
    envelope: open
      .input(z.strictObject({ deliveryId: DeliveryId }))
      .output(z.instanceof(Blob))
      .errors({ DELIVERY_NOT_FOUND: {}, DELIVERY_NOT_APPROVED: {} }),
    /** The true figures of a year: they stay in this office. */
    ownCount: open.input(z.strictObject({ year: z.int().min(2000).max(2199) })).output(type<OwnCount>()).errors({ CORRECTIONS_CLOSED: {} }),
  },

  files: filesContract,

  papers: papersContract,
  rights: rightsContract,
  incidents: incidentsContract,
  clock: clockContract,
  deletions: deletionsContract,

  audit: auditContract,
};
