/** What a run does and what the preview shows, from verdicts that are there. */
import { addDays, type IsoDay } from '../domain/day.ts';
import { handful, previewDays, type ClockPreview, type HindranceCode, type JudgedFile, type RunPlan } from './types.ts';

export function planRun(files: readonly JudgedFile[]): RunPlan {
  const acts = files.filter(({ verdict }) => verdict.state === 'due').sort(byLimit);
  const refused = files.filter(({ verdict }) => verdict.state === 'held').sort(byLimit);
  return { acts, refused, asksHead: acts.length > handful };
}

/** What nobody in the file can settle: it is there for the whole office, or on purpose. */
const noContradiction: readonly HindranceCode[] = ['import_rest', 'device_silent', 'day_untrusted', 'legal_claims', 'court_order', 'child_protection', 'restriction'];

export function previewOf(files: readonly JudgedFile[], today: IsoDay, days: number = previewDays): ClockPreview {
  const until = addDays(today, days);
  const shown = files.filter(({ verdict: { day } }) => day !== null && day <= until);
  const count = (is: (file: JudgedFile) => boolean): number => shown.reduce((sum, file) => (is(file) ? sum + 1 : sum), 0);
  return {
    lines: shown.map((file) => ({ file, place: placeOf(file) })).sort((a, b) => a.place - b.place || inPreview(a.file, b.file)).map(({ file }) => file),
    dueNow: count(({ verdict }) => verdict.state === 'due'),
    held: count(({ verdict }) => verdict.state === 'held'),
    overdue: count(({ verdict }) => verdict.overdue),
    ahead: count(({ verdict }) => verdict.state === 'ahead'),
    contradictions: count(contradicts),
  };
}

/** Its day is still to come, and something says today already that it should not. */
function contradicts({ verdict }: JudgedFile): boolean {
  return verdict.state === 'ahead' && verdict.hindrances.some(({ code }) => !noContradiction.includes(code));
}

function placeOf({ verdict }: JudgedFile): number {
  if (verdict.overdue) return 0;
  return verdict.state === 'ahead' ? 2 : 1;
}

/** Of one day first what somebody should look at: a page shows the first few of many. */
function inPreview(a: JudgedFile, b: JudgedFile): number {
  return compare(a.verdict.day ?? '', b.verdict.day ?? '') || Number(contradicts(b)) - Number(contradicts(a)) || compare(a.record, b.record);
}

function byDay(a: JudgedFile, b: JudgedFile): number {
  return compare(a.verdict.day ?? '', b.verdict.day ?? '') || compare(a.record, b.record);
}

function byLimit(a: JudgedFile, b: JudgedFile): number {
  return compare(a.verdict.limit ?? '', b.verdict.limit ?? '') || byDay(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
