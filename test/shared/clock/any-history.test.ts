import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../office/training/random.ts';
import { dayProblem } from '../../../shared/clock/day-of-trust.ts';
import { believedDays, restAfterImport, type ClockOffice, type ClockVerdict } from '../../../shared/clock/types.ts';
import { clockOf } from '../../../shared/clock/verdict.ts';
import { addDays, germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import { made, office } from './made-file.ts';
import { madeHistory, someDay, type Plan } from './made-histories.ts';

/** Month arithmetic once more, from the calendar on the wall. */
function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const last = m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

const latest = (days: readonly string[]): string | undefined => days.toSorted().at(-1);

interface Expected {
  readonly act: 'end' | 'anonymise' | null;
  readonly day: string | null;
  readonly limit: string | null;
  readonly mayAct: boolean;
}

/** At the latest two weeks before the limit: the office may be closed on the day. */
const inTime = (day: string, limit: string): string => [day, addDays(limit as IsoDay, -14)].sort()[0] ?? day;

/** The rules as domain.md and corrections.md have them, on the plain days of the plan. */
function expected(plan: Plan, { today, settings, importedOn, otherDevices, dayProblem: problem }: ClockOffice): Expected {
  const nothing = { act: null, day: null, limit: null, mayAct: false };
  if (!settings.counsellingToo && !plan.managed) return nothing;
  const end = latest(plan.ends.filter((one) => one !== null)) ?? null;
  const past = (days: readonly string[]): readonly string[] => days.filter((one) => one <= today);
  const base = latest(past([...plan.activity, ...plan.endDays, ...plan.resumed])) ?? latest(past([...(plan.consentedOn === null ? [] : [plan.consentedOn]), '2000-01-01'])) ?? '';
  const inactive = inTime(plusMonths(base, settings.endAfterMonths), plusMonths(base, 9));
  const agreed = !plan.suspended && !(plan.keptUntil !== null && today <= plan.keptUntil) && plan.ends.length === 1 && problem === null && (importedOn === null || today >= addDays(importedOn, restAfterImport));
  const heard = (since: string): boolean => otherDevices.every(({ reportedOn }) => reportedOn > since);

  if ((end === null || end > today) && (end === null || inactive < end)) {
    const planned = plan.activity.some((one) => one > today) || plan.unsaid.some((one) => one >= addDays(today, -14));
    return { act: 'end', day: inactive, limit: plusMonths(base, 9), mayAct: today >= inactive && agreed && !planned && heard(addDays(inactive as IsoDay, -believedDays)) };
  }
  if (end === null) return nothing;
  // No day is named on which an end written down that day would still rest.
  const day = [inTime(plusMonths(end, settings.anonymiseAfterMonths), plusMonths(end, 3)), addDays(end as IsoDay, 7)].sort()[1] ?? '';
  const contradicted = [...plan.activity, ...plan.endDays, ...plan.unsaid].some((one) => one > end);
  // Ended for silence, and somebody wrote of the months before only afterwards.
  const unknown = plan.silent && plan.late.some((one) => one <= end && one > plusMonths(end, -9));
  return { act: 'anonymise', day, limit: plusMonths(end, 3), mayAct: today >= day && agreed && !contradicted && !unknown && heard(end) };
}

function someOffice(random: Random): Omit<ClockOffice, 'today' | 'dayProblem'> {
  return {
    settings: { anonymiseAfterMonths: random.int(0, 3), counsellingToo: random.chance(0.7), endAfterMonths: random.pick([1, 3, 6, 9, 9, 9]) },
    importedOn: random.chance(0.15) ? someDay(random) : null,
    otherDevices: random.chance(0.3) ? [{ name: 'Laptop', reportedOn: someDay(random) }] : [],
  };
}

/** Days as a PC shows them: mostly one after the other, and now and then a clock that was put somewhere else. */
function* daysOnThePc(random: Random): Generator<{ readonly today: IsoDay; readonly jumped: boolean }> {
  let real = someDay(random);
  for (let step = 0; step < 9; step += 1) {
    real = addDays(real, random.int(1, 28));
    yield { today: real, jumped: false };
    if (random.chance(0.2)) yield { today: addDays(real, random.pick([-1, -400, 32, 366, 1_500])), jumped: true };
  }
}

/** Every date is a sentence with its day in it and a source. */
function isExplained(verdict: ClockVerdict): boolean {
  return verdict.dates.every(
    ({ day, limit, text, source }) => text.includes(germanDay(day)) && (limit === null || day === limit || text.includes(germanDay(limit))) && /[.]$/.test(text) && !/undefined|null|NaN|\[object/.test(text) && source.length > 5,
  );
}

describe('whatever stands in a file, on whatever day', () => {
  it('Lotse acts exactly when it may: on the day or after it, with nothing against it', () => {
    const random = createRandom(61);
    const seen = { end: 0, anonymise: 0, held: 0, jumps: 0 };
    for (let number = 0; number < 2_000; number += 1) {
      const plan = madeHistory(random);
      const file = made(plan.file);
      const knows = someOffice(random);
      let lastSeen: IsoDay | null = null;
      const days = new Map<IsoDay, IsoDay>();
      for (const { today, jumped } of daysOnThePc(random)) {
        const problem = dayProblem(today, lastSeen);
        const at = office(today, { ...knows, dayProblem: problem });
        const verdict = clockOf(file, at);
        const should = expected(plan, at);
        // Compared by hand: so many `expect`s would take longer than the clock.
        const wrong = [
          verdict.act !== should.act && `act ${String(should.act)}`,
          verdict.day !== should.day && `day ${String(should.day)}`,
          verdict.limit !== should.limit && `limit ${String(should.limit)}`,
          (verdict.state === 'due') !== should.mayAct && `may act: ${String(should.mayAct)}`,
          verdict.state === 'held' && verdict.hindrances.length === 0 && 'held by something',
          verdict.limit !== null && verdict.day !== null && verdict.day > verdict.limit && 'the day within the limit',
          verdict.limit !== null && verdict.overdue !== today > verdict.limit && 'overdue after the limit only',
          !isExplained(verdict) && 'every date explained',
          jumped && verdict.state === 'due' && 'no act on a day that jumped',
        ].filter((one) => one !== false);
        if (wrong.length > 0) expect({ verdict, plan, at }, `expected ${wrong.join(', ')}`).toBeNull();
        if (verdict.state === 'held') seen.held += 1;
        if (jumped) {
          seen.jumps += 1;
        } else {
          if (verdict.state === 'due' && verdict.act !== null) seen[verdict.act] += 1;
          if (verdict.day !== null) days.set(today, verdict.day);
          lastSeen = today;
        }
      }
      // The mere passing of days never brings an act nearer.
      const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
      if (inOrder.some((one, at) => one < (inOrder[at - 1] ?? ''))) expect(plan, `an act that came nearer: ${inOrder.join(' ')}`).toBeNull();
    }
    // Otherwise the files would prove nothing.
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(200);
  });

  it('every act is gone once she comes back: an ended file that is taken up again has no day of anonymisation', () => {
    const random = createRandom(62);
    for (let number = 0; number < 500; number += 1) {
      const { file } = madeHistory(random);
      const resumed = { ...file, said: { ...file.said, 'case.counselling_end': null, 'case.cm_end': null } };
      const verdict = clockOf(made(resumed), office(someDay(random)));
      expect(verdict.act).not.toBe('anonymise');
      expect(verdict.dates.some(({ kind }) => kind === 'anonymise' || kind === 'backups_gone')).toBe(false);
    }
  });

  it('an estimated birth date is called so wherever a birthday is named, and no birthday acts', () => {
    const random = createRandom(63);
    for (let number = 0; number < 500; number += 1) {
      const plan = madeHistory(random);
      const birthdays = clockOf(made(plan.file), office(someDay(random))).dates.filter(({ kind }) => kind === 'turns_18' || kind === 'turns_27');
      for (const { text, limit } of birthdays) expect([text.includes('geschätzt'), limit]).toEqual([plan.estimated, null]);
    }
  });
});
