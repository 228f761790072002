/** What the clock does without anybody asking: after an unlock and when the day turns, by whoever opened both doors. */
import { planRun } from '../../shared/clock/run.ts';
import type { ClockOffice, JudgedFile } from '../../shared/clock/types.ts';
import { casesContext, openContext } from '../base.ts';
import type { CasesContext, OfficeContext } from '../context.ts';
import { refreshedFacts } from '../cases/refresh.ts';
import { clockOffice } from './guard.ts';
import { isRunning, jobOf } from './job.ts';
import { filesUntil } from './preview.ts';
import { startRun } from './run.ts';
import { readClock, writeClock } from './settings.ts';

/**
 * Up to a handful is done at once; more waits for the head, which the start page says aloud. Files that something hinders are never among them, and
 * once a day the log says which and why.
 */
export async function runByItself(context: OfficeContext): Promise<void> {
  const { open } = context.session;
  if (open === null) return;
  // The day is looked at by everybody: an office that only its clerk opens for weeks is not one that slept.
  clockOffice(openContext(context));
  if (open.store.cases === null || isRunning(jobOf(open))) return;
  const cases = casesContext(openContext(context));
  await refreshedFacts(cases);
  if (context.session.open !== open) return;
  const clock = clockOffice(cases);
  const { acts, refused, asksHead } = planRun(filesUntil(cases, clock, 0));
  noteOnceADay(cases, clock, { refused, asked: asksHead ? acts.length : 0 });
  if (acts.length > 0 && !asksHead) await startRun(cases, acts, null).done;
}

interface Waiting {
  readonly refused: readonly JudgedFile[];
  /** Files the head is asked about; 0: she is not. */
  readonly asked: number;
}

/** Clock decisions are logged: which file was refused for what, and how many wait for the head. */
function noteOnceADay({ store, cases, actor }: CasesContext, { today }: ClockOffice, { refused, asked }: Waiting): void {
  if (refused.length === 0 && asked === 0) return;
  if (store.desk.read((tx) => readClock(tx, 'clock_noted'))?.on === today) return;
  cases.write((tx) => {
    for (const { record, verdict } of refused) tx.audit.write({ action: 'clock.refused', record, details: reasonsOf(verdict) }, actor);
  });
  store.desk.write((tx) => {
    writeClock(tx, 'clock_noted', { on: today });
    tx.audit.write({ action: 'clock.waits', record: null, details: { refused: refused.length, asked } }, actor);
  });
}

function reasonsOf({ act, day, hindrances }: JudgedFile['verdict']): Readonly<Record<string, string | null>> {
  return { act, day, reasons: [...new Set(hindrances.map(({ code }) => code))].join(' ') };
}
