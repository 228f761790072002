/** A training office, day by day through two years: everything ends and goes inside its window, nothing against a guard, each act explained. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { casesContext, openContext } from '../../../office/base.ts';
import { clockOffice } from '../../../office/clock/guard.ts';
import { judgeFile } from '../../../office/clock/judge.ts';
import { sweep } from '../../../office/forgetting/sweep.ts';
import { seedOffice } from '../../../office/seed.ts';
import { createRandom } from '../../../office/training/random.ts';
import type { ClockVerdict } from '../../../shared/clock/types.ts';
import { addDays, type IsoDay } from '../../../shared/domain/day.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { answerAll, codeOf, readyOffice, type TestOffice } from '../support/office.ts';
import { finished, first } from './ended-files.ts';

const files = 12;
const last = addDays(first, 730);

let office: TestOffice;
beforeEach(async () => {
  office = await readyOffice();
  await seedOffice(office.core, { cases: files, year: 2026, seed: 13 });
});
afterEach(async () => office.remove());

type Judged = ReadonlyMap<RecordId, ClockVerdict>;

/** Judged whole before anything is done: every file there is, or those whose kept row says that their day has come. */
function judged(which: 'all' | 'by their rows'): Judged {
  const context = casesContext(openContext(office.core.context));
  const clock = clockOffice(context);
  const records = context.cases.read((tx) => (which === 'all' ? tx.histories.ids('case') : tx.projections.clockDays(clock.today).map(({ record }) => record)));
  const found = records.map((record) => [record, judgeFile(context, record, clock)] as const);
  return new Map(found.flatMap(([record, verdict]) => (verdict === null ? [] : [[record, verdict] as const])));
}

function statusOf(record: RecordId): string | null {
  return casesContext(openContext(office.core.context)).cases.read((tx) => tx.projections.findRow(record)?.status ?? null);
}

/** As on every morning; the head starts what is more than a handful, with the number she reads. */
async function morning(on: IsoDay): Promise<void> {
  office.clock.day = on;
  office.clock.now = new Date(`${on}T07:00:00Z`);
  await sweep(office.core.context);
  const { asksHead, dueNow } = await office.client.clock.overview({ limit: 1 });
  if (!asksHead) return;
  await office.client.clock.run({ expected: dueNow });
  await finished(office);
}

/** The last day before on which the office was open. */
function dayBefore(on: IsoDay, isOpen: (day: IsoDay) => boolean): IsoDay {
  const before = addDays(on, -1);
  return isOpen(before) ? before : dayBefore(before, isOpen);
}

interface Act {
  readonly record: RecordId;
  readonly on: IsoDay;
  readonly did: 'end' | 'anonymise';
  readonly verdict: ClockVerdict;
}

/** Sundays, Saturdays, and a week between the years. */
const closed = (on: IsoDay): boolean => [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay()) || /-12-(2[4-9]|3)|-01-01/.test(on);

test.each<readonly [string, (on: IsoDay) => boolean]>([
  ['each day', () => true],
  ['on working days only', (on: IsoDay) => !closed(on)],
])('two years, open %s', async (_, isOpen) => {
  const random = createRandom(2026);
  const acts: Act[] = [];
  const heldOn = new Map<RecordId, IsoDay>();
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1)) {
    if (!isOpen(on)) continue;
    office.clock.day = on;
    office.clock.now = new Date(`${on}T06:00:00Z`);
    const there = casesContext(openContext(office.core.context)).cases.read((tx) => tx.histories.ids('case'));
    // Life goes on in some files: a talk in one that runs, an appointment or a hold in one that has ended.
    if (there.length > 0 && random.chance(0.02)) {
      const record = random.pick(there);
      if (statusOf(record) !== 'closed') {
        const answers = { 'contact.date': on, 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' } as const;
        await codeOf(office.client.contacts.log({ caseIds: [record], answers, note: '' }));
      } else if (random.chance(0.5)) {
        await codeOf(office.client.appointments.plan({ record, day: addDays(on, random.int(1, 40)), time: '10:00', staff: null }));
      } else {
        await answerAll(office, await office.client.cases.open({ caseId: record }), [
          { field: 'case.retention_override', value: addDays(on, random.int(10, 200)) },
          { field: 'case.retention_ground', value: 'legal_claims' },
        ]).catch(() => undefined);
      }
    }
    // All of them every second week: a row that missed its day would be seen then.
    const now = judged(on.endsWith('1') || on.endsWith('5') ? 'all' : 'by their rows');
    const was = new Map(there.map((record) => [record, statusOf(record)]));
    await morning(on);
    for (const record of there) {
      const verdict = now.get(record);
      const status = statusOf(record);
      const did = status === null ? 'anonymise' : status !== was.get(record) && status === 'closed' ? 'end' : null;
      if (verdict?.state === 'held') heldOn.set(record, on);
      if (did !== null) acts.push({ record, on, did, verdict: verdict ?? expect.fail(`${on}: done before its day`) });
      else if (verdict?.state === 'due') expect.fail(`${on}: due since ${verdict.day ?? ''} and not done`);
    }
  }

  // What was done was due on that day, by a sentence with its day in it.
  for (const { on, did, verdict } of acts) {
    expect(verdict).toMatchObject({ state: 'due', act: did, hindrances: [] });
    expect((verdict.day ?? '9') <= on).toBe(true);
    expect(verdict.text).toMatch(/\d\d\.\d\d\.\d{4}/);
  }
  const counted = (did: Act['did']) => acts.filter((act) => act.did === did).length;
  expect([counted('end') > 2, counted('anonymise') > 6]).toEqual([true, true]);
  // After its limit only what was held until the day before, and never a day later than that.
  for (const { record, on, verdict } of acts) if (verdict.limit !== null && on > verdict.limit) expect([on, heldOn.get(record)]).toEqual([on, dayBefore(on, isOpen)]);

  // What is left says why: it runs, its day comes, or somebody has to decide.
  const left = judged('all');
  for (const verdict of left.values()) expect(verdict.state === 'held' ? verdict.hindrances.length > 0 : ['running', 'ahead'].includes(verdict.state)).toBe(true);
  expect(left.size).toBe(files - counted('anonymise'));
  expect((await office.client.clock.protocol({ limit: 1_000 })).length).toBe(counted('anonymise'));
  expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  expect(office.log).toEqual([]);
}, 240_000);
