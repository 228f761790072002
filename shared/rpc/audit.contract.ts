/** The log: checking it, reading it by role, and with names by two people. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDay } from '../domain/day.ts';
import type { AuditByPerson, AuditByRole } from './audit.views.ts';
import { Login, open, Password } from './parts.ts';

/** Both days belong to it. */
const Period = z.strictObject({ from: IsoDay, until: IsoDay, limit: z.int().min(1).max(5_000).default(500) });
const reads = open.errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {} });

export const auditContract = {
  /** Checks the log of this PC behind every door that is open. `brokenAt`: first entry that does not hold. */
  verify: open.output(type<{ doors: readonly { door: 'desk' | 'cases'; entries: number; brokenAt: number | null }[] }>()),
  /** For the head: who did what, by role and day. No name, no time of day, no unlocking and locking; itself in the log. */
  read: reads.input(Period).output(type<AuditByRole>()),
  /**
   * The whole log of a time, with names and times. The head and a second person at the same PC, with a reason; in the log with both. `second` null only
   * where nobody else has a way in.
   */
  readNames: reads
    .input(Period.extend({ reason: z.string().trim().min(3).max(500), second: z.strictObject({ login: Login, password: Password }).nullable() }))
    .output(type<AuditByPerson>())
    .errors({ AUDIT_NEEDS_SECOND_PERSON: {}, WRONG_PASSWORD: {}, UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) }, SLOT_MISSING: {}, SLOT_DAMAGED: {}, SLOT_TOO_WEAK: {} }),
};
