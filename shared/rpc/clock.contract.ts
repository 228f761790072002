/** The legal clock: what is due when and why, the run, what stays of it. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { mistakes, recipientsHeard } from '../clock/types.ts';
import { IsoDay } from '../domain/day.ts';
import { ActId, DeviceId, RecordId } from '../domain/ids.ts';
import type { ClockFileView, ClockOverview, ClockRunView, DeletionView, ErasureProtocolLine } from './clock.views.ts';
import { open } from './parts.ts';

const writes = open.errors({ STORE_READ_ONLY: {}, ROLE_NOT_ALLOWED: {} });
const inCase = open.errors({ CASE_NOT_FOUND: {}, CASE_SHIELDED: {} });

export const clockContract = {
  /** Preview of the next 30 days, overdue first; how the last run went; what keeps the clock from running at all. */
  overview: open.input(z.strictObject({ limit: z.int().min(1).max(1_000).default(200) })).output(type<ClockOverview>()),
  /** Every date of one file in words with its source. */
  ofFile: inCase.input(z.strictObject({ caseId: RecordId })).output(type<ClockFileView>()),
  /**
   * Acts on what is due now. More than a handful needs `expected`, the number the head saw and confirmed; another number meanwhile is refused.
   * Goes on in the background; the state is asked for with `progress`. A second call while one runs answers with the one that runs.
   */
  run: writes
    .input(z.strictObject({ act: ActId.optional(), expected: z.int().min(0).nullable() }))
    .output(type<ClockRunView>())
    .errors({ CLOCK_ASKS_HEAD: { data: z.object({ files: z.number() }) }, CLOCK_COUNT_CHANGED: { data: z.object({ files: z.number() }) }, CLOCK_DAY_UNTRUSTED: {} }),
  progress: open.output(type<ClockRunView | null>()),
  /** Stops between two files; what is done stays done, the rest is due as before. */
  cancel: open.output(type<ClockRunView | null>()),
  /** The head says that the day of this PC is right. */
  trustDay: writes.input(z.strictObject({ day: IsoDay })).output(type<ClockOverview>()).errors({ CLOCK_DAY_CHANGED: {} }),
  /** The clock need not wait for this PC: it is broken, sold, at a colleague's who left. With a reason, in the log. Head. */
  exceptDevice: writes.input(z.strictObject({ device: DeviceId, reason: z.string().trim().min(3).max(500) })).output(type<ClockOverview>()).errors({ DEVICE_NOT_FOUND: {} }),
  settings: writes
    .input(z.strictObject({ anonymiseAfterMonths: z.int().min(0).max(3), counsellingToo: z.boolean(), endAfterMonths: z.int().min(1).max(9) }))
    .output(type<ClockOverview>()),
  /** Earlier than due, for one ended file, by the head; the same guards. One that cannot be read: once its day has come (`ClockLine.damaged`). */
  anonymiseNow: writes
    .input(z.strictObject({ act: ActId.optional(), caseId: RecordId }))
    .output(type<ErasureProtocolLine>())
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_ENDED: {}, CLOCK_HELD: { data: z.object({ reason: z.string() }) } }),
  /** Now instead of by itself: the rows and count keys of the years that are final go, `year` among them. Frozen already is no refusal. Head. */
  freeze: writes
    .input(z.strictObject({ year: z.int().min(2000).max(2199) }))
    .output(type<{ year: number; frozen: true }>())
    .errors({ YEAR_NOT_FINAL: {}, CLOCK_DAY_UNTRUSTED: {} }),
  /** The Löschprotokoll, newest first. */
  protocol: open.input(z.strictObject({ limit: z.int().min(1).max(1_000).default(200) })).output(type<readonly ErasureProtocolLine[]>()),
};

/** Deleting a file by staff: a second person, or seven days where nobody else is there (corrections.md, How it must behave 24). */
export const deletionsContract = {
  /** Without those of files that are closed to whoever asks. */
  list: open.output(type<readonly DeletionView[]>()),
  /**
   * `recipients`: what became of those who got something of the file and must hear that it goes (Art. 19 DSGVO); asked for where there are any, as long as
   * not each of them is noted as told.
   *
   * `wish`: the young person asked for it, by a request of hers in the file; no delay, no second person. The others: made in error. Never in words of one's own: it lies at the desk.
   */
  propose: writes
    .input(z.strictObject({ act: ActId.optional(), caseId: RecordId, reason: z.enum(['wish', ...mistakes]), recipients: z.enum(recipientsHeard).nullable().default(null) }))
    .output(type<DeletionView>())
    .errors({ CASE_NOT_FOUND: {}, CASE_SHIELDED: {}, DELETION_NEEDS_REQUEST: {}, RIGHTS_NOT_YOURS: {}, ROLE_NOT_ALLOWED: {}, CLOCK_DAY_UNTRUSTED: {}, DELETION_RECIPIENTS_UNHEARD: { data: z.object({ recipients: z.number() }) }, CLOCK_HELD: { data: z.object({ reason: z.string() }) } }),
  /** By another person than the one who proposed it, or by anybody with both doors once the seven days are over. */
  confirm: writes.input(z.strictObject({ deletion: RecordId })).output(type<readonly DeletionView[]>()).errors({ DELETION_NOT_FOUND: {}, DELETION_NEEDS_SECOND_PERSON: { data: z.object({ from: z.string() }) }, DELETION_RECIPIENTS_UNHEARD: { data: z.object({ recipients: z.number() }) }, CASE_NOT_FOUND: {}, CASE_SHIELDED: {}, CLOCK_HELD: { data: z.object({ reason: z.string() }) } }),
  cancel: writes.input(z.strictObject({ deletion: RecordId })).output(type<readonly DeletionView[]>()).errors({ DELETION_NOT_FOUND: {}, CASE_NOT_FOUND: {}, CASE_SHIELDED: {} }),
};
