/** What somebody does with the clock: run it, stop it, believe a day, except a PC, set its months. */
import { ORPCError } from '@orpc/server';
import { planRun } from '../../shared/clock/run.ts';
import { DeviceId } from '../../shared/domain/ids.ts';
import { inCases, stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';
import type { OpenContext } from '../context.ts';
import { believe, clockOffice } from './guard.ts';
import { isRunning, jobOf, lastRun } from './job.ts';
import { overviewOf } from './overview.ts';
import { filesUntil } from './preview.ts';
import { startRun } from './run.ts';
import { readClock, writeClock } from './settings.ts';

/** Lines of the preview that come back with an act. */
const linesShown = 200;

export function headOnly({ store }: OpenContext): void {
  if (store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
}

export const overview = inCases.clock.overview.handler(({ input, context }) => overviewOf(context, input.limit));

export const run = inCases.clock.run.handler(async ({ input, context }) => {
  const { act = null, expected } = input;
  const known = jobOf(context.office);
  if (known !== undefined && (isRunning(known) || (act !== null && known.act === act))) return known.view;
  await refreshedFacts(context);
  stillOpen(context);
  const clock = clockOffice(context);
  if (clock.dayProblem !== null) throw new ORPCError('CLOCK_DAY_UNTRUSTED');
  const { acts, asksHead } = planRun(filesUntil(context, clock, 0));
  const files = acts.length;
  if (asksHead && (expected === null || context.store.role !== 'head')) throw new ORPCError('CLOCK_ASKS_HEAD', { data: { files } });
  if (expected !== null && expected !== files) throw new ORPCError('CLOCK_COUNT_CHANGED', { data: { files } });
  // Somebody else may have begun while the facts were made.
  const meanwhile = jobOf(context.office);
  if (meanwhile !== undefined && isRunning(meanwhile)) return meanwhile.view;
  return startRun(context, acts, act).view;
});

export const progress = inCases.clock.progress.handler(({ context }) => lastRun(context));

export const cancel = inCases.clock.cancel.handler(({ context }) => {
  const job = jobOf(context.office);
  if (job !== undefined && isRunning(job)) job.cancelled = true;
  return lastRun(context);
});

export const trustDay = inCases.clock.trustDay.handler(({ input, context }) => {
  headOnly(context);
  if (input.day !== context.options.today()) throw new ORPCError('CLOCK_DAY_CHANGED');
  believe(context);
  return overviewOf(context, linesShown);
});

export const exceptDevice = inCases.clock.exceptDevice.handler(({ input, context }) => {
  headOnly(context);
  const { store, actor, options } = context;
  const device = DeviceId.parse(input.device);
  if (device === store.device || !store.desk.read((tx) => tx.devices.list()).some(({ id }) => id === device)) throw new ORPCError('DEVICE_NOT_FOUND');
  store.desk.write((tx) => {
    const others = (readClock(tx, 'clock_exceptions')?.devices ?? []).filter((one) => one.device !== device);
    writeClock(tx, 'clock_exceptions', { devices: [...others, { device, reason: input.reason, by: store.user, on: options.today() }] });
    tx.audit.write({ action: 'clock.except_device', record: null, details: { device, reason: input.reason } }, actor);
  });
  return overviewOf(context, linesShown);
});

export const settings = inCases.clock.settings.handler(async ({ input, context }) => {
  headOnly(context);
  const { store, actor } = context;
  store.desk.write((tx) => {
    writeClock(tx, 'clock', input);
    tx.audit.write({ action: 'clock.settings', record: null, details: { ...input } }, actor);
  });
  // Every file has other days now.
  await refreshedFacts(context);
  stillOpen(context);
  return overviewOf(context, linesShown);
});
