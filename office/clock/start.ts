/** What the start page says of the clock: loud where something is due or overdue, four, two and one week ahead. */
import { officeHindrances } from '../../shared/clock/hindrances.ts';
import { planRun } from '../../shared/clock/run.ts';
import type { ClockOffice, HindranceCode, JudgedFile } from '../../shared/clock/types.ts';
import { addDays, type IsoDay } from '../../shared/domain/day.ts';
import type { ClockStartView } from '../../shared/rpc/clock.views.ts';
import type { CasesContext } from '../context.ts';
import { countProposals } from './deletions.ts';
import { damagedAmong } from './damaged.ts';
import { clockOffice } from './guard.ts';
import { filesUntil } from './preview.ts';

/** What somebody has to decide in the file before its day. */
const contradictory: readonly HindranceCode[] = ['appointment_ahead', 'activity_after_end', 'two_ends'];

export function clockStart(context: CasesContext): ClockStartView {
  const office = clockOffice(context);
  const files = filesUntil(context, office, 28);
  const { acts, refused, asksHead } = planRun(files);
  const aheadWithin = (days: number): number =>
    files.filter(({ verdict: { act, state, day } }) => act === 'anonymise' && state === 'ahead' && day !== null && day <= addDays(office.today, days)).length;
  return {
    dueNow: acts.length,
    held: refused.length,
    overdue: files.filter(({ verdict }) => verdict.overdue).length,
    asksHead,
    within: { oneWeek: aheadWithin(7), twoWeeks: aheadWithin(14), fourWeeks: aheadWithin(28) },
    contradictions: files.filter(({ verdict }) => verdict.act === 'anonymise' && contradicts(verdict)).length,
    lastDay: firstLimit(files),
    waits: whyItWaits(office, acts.length, asksHead),
    deletions: countProposals(context),
    damaged: damagedAmong(context, files.filter(({ verdict: { state } }) => state !== 'ahead').map(({ record }) => record)),
  };
}

function firstLimit(files: readonly JudgedFile[]): IsoDay | null {
  const waiting = files.filter(({ verdict }) => verdict.overdue || verdict.state === 'held');
  return waiting.flatMap(({ verdict: { limit } }) => limit ?? []).sort()[0] ?? null;
}

function contradicts({ hindrances }: JudgedFile['verdict']): boolean {
  return hindrances.some(({ code }) => contradictory.includes(code));
}

function whyItWaits(office: ClockOffice, due: number, asksHead: boolean): string | null {
  const forAll = officeHindrances({ act: 'end', day: office.today, ended: null }, office);
  const [first] = forAll;
  if (first !== undefined) return first.text;
  return asksHead ? `Heute stehen ${String(due)} Akten an: Die Leitung sieht sie durch und startet den Lauf.` : null;
}
