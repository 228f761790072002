/** What deletes itself when its day has come: after an unlock and when the day turns; what lies on the desk also where the cases stay closed. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { openContext } from '../base.ts';
import type { OfficeContext, OpenContext, OpenOffice } from '../context.ts';
import { settleOnItsWay } from '../pre-registrations/on-its-way.ts';
import { expiredPreRegistrations } from '../pre-registrations/which.ts';
import { runByItself } from '../clock/by-itself.ts';
import { notesOver } from '../work-notes/notes.ts';
import { forgetRecords, forgetTalliesLeft } from './erase-records.ts';
import { freezeFinalYears } from './freeze.ts';

/** Records whose last day is over; one function per kind. None is over by a day nobody believes, see [Note: believed day]. */
const overdue: readonly ((context: OpenContext) => readonly RecordId[])[] = [
  expiredPreRegistrations,
  notesOver,
];

/** The day an open office was last swept. */
const sweptOn = new WeakMap<OpenOffice, IsoDay>();

/** Never throws and keeps nobody waiting: what could not go now goes the next time. */
export async function sweep(context: OfficeContext): Promise<void> {
  const office = context.session.open;
  if (office === null || office.store.missing !== null) return;
  sweptOn.set(office, context.options.today());
  try {
    const open = openContext(context);
    settleOnItsWay(open);
    const records = (): readonly RecordId[] => overdue.flatMap((find) => find(open));
    if (records().length > 0) await forgetRecords(open, records, 'retention');
    await forgetTalliesLeft(open);
    await freezeFinalYears(open);
    await runByItself(context);
  } catch (problem) {
    if (context.session.open === office) context.options.log?.(`SWEEP_STOPPED ${storeCodeOf(problem) ?? 'INTERNAL'}`);
  }
}

/** With every call of a window: an office that stays open over midnight is swept by the first. Nothing before the sweep of the unlock. */
export function sweepOnNewDay(context: OfficeContext): void {
  const office = context.session.open;
  const before = office === null ? undefined : sweptOn.get(office);
  if (before !== undefined && before !== context.options.today()) void sweep(context);
}
