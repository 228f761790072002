/** What the legal clock of this office remembers, behind the desk door. */
import { z } from 'zod';
import type { DeskTx } from '../../db/contract/store.ts';
import { defaultClockSettings, mistakes, recipientsHeard, type ClockSettings } from '../../shared/clock/types.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { DeviceId, RecordId, UserId } from '../../shared/domain/ids.ts';

const Settings = z.object({ anonymiseAfterMonths: z.int().min(0).max(3), counsellingToo: z.boolean(), endAfterMonths: z.int().min(1).max(9) });

const Guard = z.object({
  /** The last day that was believed; the next may be 31 days later. */
  believed: IsoDay,
  /** The latest day on which anything here says it was written: no believed day lies before it. */
  seen: IsoDay,
  /** Lines of the logs up to these numbers say nothing about the day any more: the head has confirmed it since. */
  after: z.object({ desk: z.int(), cases: z.int() }),
});
export type Guard = z.infer<typeof Guard>;

/** Other PCs: the number of the last thing this one has from each, and the day on which that last grew. */
const Heard = z.object({ devices: z.record(z.string(), z.object({ sequence: z.object({ desk: z.int(), cases: z.int() }), on: IsoDay })) });
export type Heard = z.infer<typeof Heard>;

const Exceptions = z.object({ devices: z.array(z.object({ device: DeviceId, reason: z.string(), by: UserId, on: IsoDay })) });

const Run = z.object({
  state: z.enum(['running', 'done', 'cancelled', 'stopped']),
  day: IsoDay,
  total: z.int(),
  done: z.int(),
  ended: z.int(),
  anonymised: z.int(),
  refused: z.int(),
  damaged: z.int().default(0),
  problem: z.string().nullable(),
});

const Deletion = z.object({
  deletion: RecordId,
  caseId: RecordId,
  proposedBy: UserId,
  proposedOn: IsoDay,
  reason: z.enum(mistakes),
  /** What became of those who got something of the file, as whoever proposed it said; null where there was nobody. */
  recipients: z.enum(recipientsHeard).nullable().default(null),
});
export type Deletion = z.infer<typeof Deletion>;

const shapes = {
  clock: Settings,
  clock_guard: Guard,
  clock_heard: Heard,
  clock_exceptions: Exceptions,
  /** `on`: the last day on which files came from elsewhere in one go. */
  clock_import: z.object({ on: IsoDay }),
  clock_last_run: Run,
  /** `on`: the last day on which the log says what was refused. */
  clock_noted: z.object({ on: IsoDay }),
  /** Files somebody wants deleted and nobody confirmed yet. */
  deletions: z.object({ proposed: z.array(Deletion) }),
} as const;
type Shapes = typeof shapes;

/** undefined when it was never written. */
export function readClock<Key extends keyof Shapes>(tx: Pick<DeskTx, 'settings'>, key: Key): z.infer<Shapes[Key]> | undefined {
  const value = tx.settings.read(key);
  return value === undefined || value === null ? undefined : (shapes[key].parse(value) as z.infer<Shapes[Key]>);
}

export function writeClock<Key extends keyof Shapes>(tx: Pick<DeskTx, 'settings'>, key: Key, value: z.infer<Shapes[Key]>): void {
  tx.settings.write(key, { ...value });
}

export function clockSettings(tx: Pick<DeskTx, 'settings'>): ClockSettings {
  return readClock(tx, 'clock') ?? defaultClockSettings;
}

/** Another value of this and every row of the clock is made anew, see [Note: new day]. */
export function clockRules(tx: Pick<DeskTx, 'settings'>): string {
  const { anonymiseAfterMonths, counsellingToo, endAfterMonths } = clockSettings(tx);
  return `${String(rowsVersion)}/${String(anonymiseAfterMonths)}/${String(counsellingToo)}/${String(endAfterMonths)}`;
}

/** Grows when rows of the clock are made in another way. */
const rowsVersion = 2;
