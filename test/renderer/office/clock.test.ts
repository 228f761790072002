import { describe, expect, it, vi } from 'vitest';
import { Clock, type ClockClient } from '../../../renderer/office/clock/clock.svelte.ts';
import { clockBand } from '../../../renderer/office/clock/start-words.ts';
import { waysOf } from '../../../renderer/office/clock/ways.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { ClockOverview, ClockRunView, ClockStartView } from '../../../shared/rpc/clock.views.ts';

const today = IsoDay.parse('2026-05-12');
const running: ClockRunView = { state: 'running', day: today, total: 12, done: 0, ended: 0, anonymised: 0, refused: 0, damaged: 0, problem: null };

/** A core whose run stands still until it is told to stop. */
function slowCore() {
  let run: ClockRunView | null = null;
  const asked = { overview: 0, expected: null as number | null };
  const overview = (): ClockOverview => {
    asked.overview += 1;
    return { today, dayTrusted: true, dayProblem: null, restsUntil: null, silentDevices: [], exceptedDevices: [], settings: { anonymiseAfterMonths: 2, counsellingToo: true, endAfterMonths: 9 }, dueNow: 12, held: 0, overdue: 0, ahead: 0, contradictions: 0, asksHead: true, lines: [], lastRun: run };
  };
  const client = {
    clock: {
      overview: async () => overview(),
      run: async ({ expected }: { expected: number | null }) => {
        asked.expected = expected;
        return (run = running);
      },
      progress: async () => (run = run?.state === 'running' ? { ...run, done: Math.min(8, run.done + 4) } : run),
      cancel: async () => (run = { ...running, state: 'cancelled', done: 8, anonymised: 8 }),
    },
    deletions: { list: async () => [] },
  };
  return { asked, client: client as unknown as ClockClient };
}

describe('the run as the page sees it', () => {
  it('goes on, is stopped between two files, and the lists are asked for anew', async () => {
    const { asked, client } = slowCore();
    const clock = new Clock(client);
    await clock.load();
    expect(await clock.start(12)).toBe(true);
    expect(asked.expected).toBe(12);
    await vi.waitUntil(() => clock.run?.done === 8);
    expect(clock.isRunning).toBe(true);
    const before = asked.overview;
    await clock.cancel();
    await vi.waitUntil(() => asked.overview > before && clock.run?.state === 'cancelled');
    expect([clock.run?.anonymised, clock.isRunning]).toEqual([8, false]);
  });

  it('that was there before the page is followed too', async () => {
    const { client } = slowCore();
    await new Clock(client).start(12);
    const other = new Clock(client);
    await other.load();
    await vi.waitUntil(() => (other.run?.done ?? 0) > 0);
    other.leave();
  });
});

describe('the start page', () => {
  const quiet: ClockStartView = { dueNow: 0, held: 0, overdue: 0, asksHead: false, within: { oneWeek: 0, twoWeeks: 0, fourWeeks: 0 }, contradictions: 0, lastDay: null, waits: null, deletions: 0, damaged: 0 };

  it('is quiet when nothing comes', () => {
    expect(clockBand(quiet, today)).toEqual({ loud: false, sentences: [] });
  });

  it.each([
    [{ within: { oneWeek: 0, twoWeeks: 0, fourWeeks: 3 }, contradictions: 1 }, false, 'In 4 Wochen anonymisiert: 3 Akten – davon 1 mit Termin oder Aktivität nach dem Ende.'],
    [{ within: { oneWeek: 3, twoWeeks: 3, fourWeeks: 3 } }, false, 'In 1 Woche anonymisiert: 3 Akten.'],
    [{ within: { oneWeek: 1, twoWeeks: 1, fourWeeks: 4 } }, false, 'In 1 Woche anonymisiert: 1 Akte, in 4 Wochen: 4 Akten.'],
    [{ held: 1, lastDay: IsoDay.parse('2026-06-12') }, true, '1 Akte aufgehalten: bitte entscheiden, spätestens am 12.06.2026.'],
    [{ overdue: 2, lastDay: IsoDay.parse('2026-05-01') }, true, '2 Akten überfällig; der letzte erlaubte Tag war der 01.05.2026.'],
  ])('%o is told in a sentence', (part, loud, sentence) => {
    expect(clockBand({ ...quiet, ...part }, today)).toEqual({ loud, sentences: [sentence] });
  });
});

describe('ways out of what holds a file', () => {
  const hindrance = (code: 'activity_after_end' | 'court_order' | 'day_untrusted') => ({ code, until: null, text: '' });

  it('a doubted end leads to the Wiederaufnahme and to what contradicts it', () => {
    expect(waysOf({ act: 'anonymise', hindrances: [hindrance('activity_after_end')] }).map(({ label }) => label)).toEqual(['Wiederaufnehmen', 'Kontakte ansehen']);
  });

  it('a named ground leads to where it is set; what is so for all files has its place above them', () => {
    expect(waysOf({ act: 'end', hindrances: [hindrance('court_order'), hindrance('day_untrusted')] }).map(({ label }) => label)).toEqual(['Zur Löschsperre']);
  });
});
