/** The preview of the legal clock: who is due, what holds whom, in an office of many years. */
import { addDays } from '../../shared/domain/day.ts';
import { previewDays } from '../../shared/clock/types.ts';
import type { OfficeAtWork } from '../office-session.ts';
import { durations, measured, type Result } from './measure.ts';

/** Promised at p95, 10,000 files and 800 due, milliseconds. */
const budget = 200;

/** What the kept rows alone cost stands beside it: the rest is judging and sorting them. */
export async function clockStage({ core, client, today }: OfficeAtWork, times: number): Promise<Result> {
  const cases = core.context.session.open?.store.cases;
  if (cases === null || cases === undefined) throw new Error('the office is not open');
  const until = addDays(today, previewDays);
  const bare = await durations(times, () => cases.read((tx) => tx.projections.clockDays(until)));
  const taken = await durations(times, () => client.clock.overview({ limit: 200 }));
  return measured('Fristen: Vorschau 30 Tage', budget, taken, { what: 'dieselben Zeilen über ihren Index', durations: bare });
}
