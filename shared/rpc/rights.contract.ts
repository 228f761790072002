/** Rights of the young person: what she asks for, a copy of everything, restriction, who looked; breaches and the papers an office owes. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { maxTextLength } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';
import { ActId, AttachmentId, EntryId, RecordId } from '../domain/ids.ts';
import { FieldId } from '../history/intent.ts';
import { open } from './parts.ts';
import type { CopyPreview, CopyView, IncidentView, OfficerExtractView, RightsRow, RightsView, WhoLookedView } from './rights.views.ts';

const Code = z.string().max(60);
const Reason = z.string().trim().min(3).max(500);
const CaseRef = z.strictObject({ caseId: RecordId });
const Act = CaseRef.extend({ act: ActId.optional() });

const inCase = open.errors({ CASE_NOT_FOUND: {}, CASE_SHIELDED: {} });
const writes = inCase.errors({
  STORE_READ_ONLY: {},
  ENTRY_UNKNOWN: {},
  CONSENT_MISSING: {},
  ANSWER_INVALID: { data: z.object({ reason: z.string() }) },
});

/** What goes along in a copy although it is about others, or stays out although it is hers; each with a reason, and in the log. */
const CopyDecision = z.strictObject({ entry: EntryId.nullable(), field: FieldId, give: z.boolean(), reason: Reason });

export const rightsContract = {
  /** Open requests and restricted files of all, what is overdue first. */
  overview: open.output(type<readonly RightsRow[]>()),
  ofCase: inCase.input(CaseRef).output(type<RightsView>()),

  /** A request comes in: its month begins. Needs no consent. */
  enter: writes
    .input(Act.extend({ kind: Code, by: Code, receivedOn: IsoDay, identity: Code }))
    .output(type<{ entry: EntryId; view: RightsView }>()),
  /** Up to three months from its receipt, said within the first (Art. 12 Abs. 3 DSGVO). */
  extend: writes.input(Act.extend({ entry: EntryId, ground: Code, due: IsoDay, toldOn: IsoDay })).output(type<RightsView>()),
  /**
   * What was decided and why. A parents' request: `insight` and `secretCounselling` are asked for, and where the young person says no or is
   * counselled without their knowledge (§ 8 Abs. 3 SGB VIII), nothing is granted; for an adult it is refused. `reason`: words, '' says nothing. By the
   * responsible Fachkraft, who stands in for her, or the head.
   */
  decide: writes
    .input(
      Act.extend({
        entry: EntryId,
        decision: Code,
        ground: Code.nullable(),
        reason: z.string().max(maxTextLength),
        /** Who asks, where that became clear since it came in. */
        identity: Code.optional(),
        insight: Code.nullable(),
        secretCounselling: z.boolean().nullable(),
        day: IsoDay,
      }),
    )
    .output(type<RightsView>())
    .errors({ RIGHTS_PARENTS_SHIELD: {}, RIGHTS_NOT_YOURS: {} }),
  answered: writes.input(Act.extend({ entry: EntryId, day: IsoDay })).output(type<RightsView>()),

  /** From now on the content is closed to all. Earlier recipients become tasks. */
  restrict: writes.input(Act.extend({ ground: Code, askedBy: Code })).output(type<RightsView>()),
  /** Responsible Fachkraft or head. `toldOn`: she was told before (Art. 18 Abs. 3 DSGVO). */
  lift: writes.input(Act.extend({ ground: Code, toldOn: IsoDay })).output(type<RightsView>()).errors({ ROLE_NOT_ALLOWED: {} }),

  /** Earlier recipients become a list to be worked off; who is on it already is not put there twice. */
  notifyRecipients: writes.input(Act.extend({ about: Code })).output(type<RightsView>()),
  noticeDone: writes.input(Act.extend({ entry: EntryId, day: IsoDay, result: Code })).output(type<RightsView>()),

  /** By role and time. `names`: why they are indispensable; head only, logged. Not for a colleague who has nothing to do with the file. */
  whoLooked: inCase
    .input(CaseRef.extend({ names: Reason.nullable() }))
    .output(type<WhoLookedView>())
    .errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {} }),

  /** What must be decided and read before a copy leaves. */
  copyPreview: inCase.input(CaseRef).output(type<CopyPreview>()).errors({ ROLE_NOT_ALLOWED: {} }),
  /** Everything held, to read and as data. `textsRead`: somebody read the long texts for other people in them. */
  copy: inCase
    .input(
      CaseRef.extend({
        decisions: z.array(CopyDecision).max(1_000),
        textsRead: z.boolean(),
        /** Gefährdungseinschätzungen go along only by a decision. */
        protection: Reason.nullable(),
        names: Reason.nullable(),
      }),
    )
    .output(type<CopyView>())
    .errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {}, DOCUMENT_FAILED: {}, RIGHTS_TEXTS_UNREAD: {}, FIELD_UNKNOWN: {} }),
  /** One of the files that go along. */
  copiedFile: inCase
    .input(CaseRef.extend({ attachment: AttachmentId }))
    .output(z.instanceof(Blob))
    .errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {}, ATTACHMENT_NOT_FOUND: {} }),

  /**
   * For the data protection officer, made by the head: requests, restrictions and holds with their days and grounds, the log by role, what was forgotten,
   * breaches. File numbers, no names, no content. Both days belong to it.
   */
  officerExtract: open
    .input(z.strictObject({ from: IsoDay, until: IsoDay }))
    .output(type<OfficerExtractView>())
    .errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {}, DOCUMENT_FAILED: {} }),

  /** Papers an office owes, filled from its settings; drafts for the data protection officer. */
  paper: open
    .input(z.strictObject({ kind: z.enum(['processing_record', 'measures', 'impact_assessment', 'staff_information', 'staff_commitment']) }))
    .output(type<{ pdf: Blob; fileName: string }>())
    .errors({ DOCUMENT_FAILED: {} }),
};

const Incident = z.strictObject({
  what: z.string().trim().min(3).max(4_000),
  noticedAt: z.iso.datetime(),
  data: z.string().trim().max(4_000),
  /** Roughly how many, never who. */
  people: z.string().trim().max(200),
  measures: z.string().trim().max(4_000),
  risk: z.enum(['none', 'some', 'high']),
  authorityToldOn: IsoDay.nullable(),
  personsToldOn: IsoDay.nullable(),
  whyNotTold: z.string().trim().max(4_000),
});

/** Breaches of data protection: a sheet each, without names; both doors may write, for whoever notices. */
export const incidentsContract = {
  list: open.output(type<readonly IncidentView[]>()),
  /** `id` null: a new one. */
  save: open
    .input(Incident.extend({ id: RecordId.nullable() }))
    .output(type<readonly IncidentView[]>())
    .errors({ STORE_READ_ONLY: {}, INCIDENT_NOT_FOUND: {}, ANSWER_INVALID: { data: z.object({ reason: z.string() }) } }),
  sheet: open
    .input(z.strictObject({ id: RecordId }))
    .output(type<{ pdf: Blob; fileName: string }>())
    .errors({ DOCUMENT_FAILED: {}, INCIDENT_NOT_FOUND: {} }),
};
