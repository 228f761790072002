/**
 * [Note: believed day] What cannot be undone is done on a day Lotse believes, never because a PC woke up with a wrong one. The clock of the PC is
 * asked, but not alone: a day before the last thing that was written here, or more than 31 days after the last day that was believed, waits
 * until the head confirms it. A day that is not believed moves nothing, so a wrong one cannot vouch for itself the day after.
 *
 * In an Übungs-JMD whose day was set by hand (`--today`) the logs carry the time of the PC and are no witness.
 */
import type { CasesTx, DeskTx, Door } from '../../db/contract/store.ts';
import { dayProblem } from '../../shared/clock/day-of-trust.ts';
import type { ClockOffice, DayProblem } from '../../shared/clock/types.ts';
import { dayHere, germanDay, type IsoDay } from '../../shared/domain/day.ts';
import type { DeviceId } from '../../shared/domain/ids.ts';
import type { OpenContext } from '../context.ts';
import { clockSettings, readClock, writeClock, type Guard, type Heard } from './settings.ts';

/** Lines of each log that are looked at; whoever unlocks writes fewer before the clock is asked. */
const linesAsked = 20;

/** The office as the clock sees it today; remembers what it saw, once a day. Nothing is written where nothing may be. */
export function clockOffice(context: OpenContext): ClockOffice {
  const { store, options } = context;
  const today = options.today();
  const days = lookAtDay(context, today);
  const heard = listen(context, days.problem === null ? today : null);
  return store.desk.read((tx) => ({
    today,
    settings: clockSettings(tx),
    dayProblem: days.problem,
    importedOn: readClock(tx, 'clock_import')?.on ?? null,
    otherDevices: otherDevices(tx, store.device, heard),
  }));
}

/** Whether anything may be deleted by today's date at all. */
export function dayIsBelieved(context: OpenContext): boolean {
  return lookAtDay(context, context.options.today()).problem === null;
}

interface Days {
  readonly problem: DayProblem | null;
}

function lookAtDay({ store, options }: OpenContext, today: IsoDay): Days {
  const kept = store.desk.read((tx) => readClock(tx, 'clock_guard'));
  const lines = options.fixedDay === true ? [] : writtenDays(store.desk, store.cases, kept?.after ?? { desk: 0, cases: 0 });
  const before = lines.filter((day) => day < today);
  // The very first look: what was here before today, if anything was.
  const guard: Guard = kept ?? { believed: latest(before) ?? today, seen: latest(before) ?? today, after: { desk: 0, cases: 0 } };
  const seen = latest([guard.seen, ...lines]) ?? guard.seen;
  const problem = dayProblem(today, seen) === 'before_last_seen' ? 'before_last_seen' : dayProblem(today, guard.believed);
  const next: Guard = { ...guard, seen, believed: problem === null ? today : guard.believed };
  const same = kept !== undefined && next.seen === kept.seen && next.believed === kept.believed;
  if (!same && store.missing === null) store.desk.write((tx) => { writeClock(tx, 'clock_guard', next); });
  return { problem };
}

/** Days of the last lines of both logs, on the calendar of this PC. */
function writtenDays(desk: Door<DeskTx>, cases: Door<CasesTx> | null, after: Guard['after']): readonly IsoDay[] {
  const ask = { record: null, limit: linesAsked } as const;
  const lines = [
    ...desk.read((tx) => tx.audit.read(ask)).filter(({ sequence }) => sequence > after.desk),
    ...(cases?.read((tx) => tx.audit.read(ask)) ?? []).filter(({ sequence }) => sequence > after.cases),
  ];
  return lines.flatMap(({ at }) => dayHere(at) ?? []);
}

function latest(days: readonly IsoDay[]): IsoDay | null {
  return days.reduce<IsoDay | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** The head says that the day of this PC is right: everything written until now is no witness against it any more. */
export function believe({ store, actor, options }: OpenContext): void {
  const today = options.today();
  const cases = store.cases?.read((tx) => tx.audit.read({ record: null, limit: 1 })) ?? [];
  store.desk.write((tx) => {
    tx.audit.write({ action: 'clock.trust_day', record: null, details: { day: today } }, actor);
    const [own] = tx.audit.read({ record: null, limit: 1 });
    writeClock(tx, 'clock_guard', { believed: today, seen: today, after: { desk: own?.sequence ?? 0, cases: cases[0]?.sequence ?? 0 } });
  });
}

/** What this PC has from the others. `today` null: on a day nobody believes nothing is noted. */
function listen({ store }: OpenContext, today: IsoDay | null): Heard['devices'] {
  const kept = store.desk.read((tx) => readClock(tx, 'clock_heard'))?.devices ?? {};
  const others = store.desk.read((tx) => tx.devices.list()).filter(({ id }) => id !== store.device);
  const heard: Heard['devices'] = {};
  for (const { id, addedAt } of others) {
    const before = kept[id];
    const sequence = {
      desk: store.desk.read((tx) => tx.histories.lastSequence(id)),
      // Whoever opens the desk only hears nothing behind the other door, and forgets nothing either.
      cases: store.cases?.read((tx) => tx.histories.lastSequence(id)) ?? before?.sequence.cases ?? 0,
    };
    const grown = before !== undefined && (sequence.desk > before.sequence.desk || sequence.cases > before.sequence.cases);
    const added = dayHere(addedAt);
    const on = grown && today !== null ? today : (before?.on ?? added);
    if (on !== null) heard[id] = grown && today === null ? (before ?? { sequence, on }) : { sequence, on };
  }
  if (store.missing === null && JSON.stringify(heard) !== JSON.stringify(kept)) store.desk.write((tx) => { writeClock(tx, 'clock_heard', { devices: heard }); });
  return heard;
}

export interface OtherDevice {
  readonly device: DeviceId;
  readonly name: string;
  readonly reportedOn: IsoDay;
}

/** The PCs the clock waits for, without those the head excepted. */
export function otherDevices(tx: Pick<DeskTx, 'devices' | 'settings'>, own: DeviceId, heard: Heard['devices'] = readClock(tx, 'clock_heard')?.devices ?? {}): readonly OtherDevice[] {
  const exceptions = readClock(tx, 'clock_exceptions')?.devices ?? [];
  return tx.devices.list().flatMap(({ id }) => {
    const known = heard[id];
    if (id === own || known === undefined) return [];
    // A PC of which something new came since is there after all.
    return exceptions.some(({ device, on }) => device === id && known.on <= on) ? [] : [{ device: id, name: deviceName(tx, id), reportedOn: known.on }];
  });
}

/** PCs have no name of their own yet; the day each came tells them apart. */
export function deviceName(tx: Pick<DeskTx, 'devices'>, device: DeviceId): string {
  const all = tx.devices.list();
  const at = all.findIndex(({ id }) => id === device);
  const added = dayHere(all[at]?.addedAt ?? '');
  return `PC ${String(at + 1)}${added === null ? '' : ` (dabei seit ${germanDay(added)})`}`;
}

/** Files came from elsewhere in one go: the clock rests for 30 days, so that somebody looks at them first. */
export function restFrom(tx: Pick<DeskTx, 'settings'>, today: IsoDay): void {
  writeClock(tx, 'clock_import', { on: today });
}
