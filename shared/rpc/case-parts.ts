/** What the contracts of a case file share. */
import { z } from 'zod';
import { ActId, IntentId, RecordId } from '../domain/ids.ts';
import { open } from './parts.ts';

export const Base = z.array(IntentId).max(64);
export const CaseRef = z.strictObject({ caseId: RecordId });
/**
 * [Note: act] A window names each act on a case once and repeats it under the same name until it has the answer: the reply may have been
 * lost after the commit, or one of two databases may have been full. The core derives the ids of the act's intents from this name and
 * from what is asked, so a repeated act finds what it wrote and only completes what is missing. Without a name an act is done once as it comes.
 */
export const CaseAct = CaseRef.extend({ act: ActId.optional() });

export const inCase = open.errors({ CASE_NOT_FOUND: {}, CASE_SHIELDED: {} });

/** The whole case comes back after each act: one shape to keep right. */
export const writeCase = inCase.errors({
  STORE_READ_ONLY: {},
  FIELD_UNKNOWN: {},
  ENTRY_UNKNOWN: {},
  ANSWER_INVALID: { data: z.object({ reason: z.string() }) },
  CONSENT_MISSING: {},
  HEALTH_CONSENT_MISSING: {},
});
