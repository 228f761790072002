/**
 * Story 13 of the acceptance stories: ended by mistake, anonymised by the clock. Selin ended the file of Omar A. and meant Omar Ali, two lines below.
 *
 * On the real core and store, day by day; what the window shows of it has tests of its own.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openContext } from '../../office/base.ts';
import { sweep } from '../../office/forgetting/sweep.ts';
import { addDays, IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { answerAll, codeOf, consent, newColleague, password, readyOffice, unlockAs, type Colleague, type TestOffice } from '../office/support/office.ts';

const ended = IsoDay.parse('2026-03-12');
const visit = { 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' } as const;

interface Office extends TestOffice {
  readonly petra: Colleague;
  readonly selin: Colleague;
  readonly jonas: Colleague;
}

async function newFile(office: TestOffice, firstName: string, lastName: string): Promise<CaseView> {
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: firstName },
    { field: 'person.last_name', value: lastName },
    { field: 'case.support_form', value: 'counselling' },
    { field: 'case.counselling_start', value: '2026-03-02' },
  ]);
  await office.client.contacts.log({ caseIds: [view.row.id], answers: { 'contact.date': IsoDay.parse('2026-03-02'), ...visit }, note: '' });
  return view;
}

/** It is this day: Lotse is opened as on every morning, and does by itself what it does. */
async function itIs(office: Office, day: IsoDay, who: Colleague): Promise<void> {
  office.clock.day = day;
  office.clock.now = new Date(`${day}T09:00:00Z`);
  await unlockAs(office, who);
  await sweep(office.core.context);
}

/** Opened every week up to this day, and on it. */
async function until(office: Office, day: IsoDay, who: Colleague): Promise<void> {
  for (let next = addDays(office.clock.day, 7); next < day; next = addDays(next, 7)) await itIs(office, next, office.jonas);
  await itIs(office, day, who);
}

interface Told {
  readonly office: Office;
  readonly omarA: RecordId;
  readonly omarAli: RecordId;
  readonly others: readonly RecordId[];
}

async function begin(): Promise<Told> {
  const bare = await readyOffice();
  const session = await bare.client.session.status();
  if (session.phase !== 'open') throw new Error('not open');
  const office: Office = { ...bare, petra: { user: session.user.id, role: 'head' }, selin: newColleague(bare, 'Selin'), jonas: newColleague(bare, 'Jonas') };
  await itIs(office, IsoDay.parse('2026-03-02'), office.selin);
  const omarA = await newFile(office, 'Omar', 'A.');
  const omarAli = await newFile(office, 'Omar', 'Ali');
  const others = [await newFile(office, 'Farida', 'Nasiri'), await newFile(office, 'Dilan', 'Kaya')];
  await itIs(office, ended, office.selin);
  for (const { row } of [omarA, ...others]) await office.client.cases.end({ caseId: row.id, day: ended, reason: 'relocation' });
  return { office, omarA: omarA.row.id, omarAli: omarAli.row.id, others: others.map(({ row }) => row.id) };
}

/** The appointment of 20.03. and the contact of 27.03. that speak against the end. */
async function goOnMeeting({ office, omarA }: Told): Promise<void> {
  await itIs(office, IsoDay.parse('2026-03-13'), office.jonas);
  await office.client.appointments.plan({ record: omarA, day: IsoDay.parse('2026-03-20'), time: '14:00', staff: office.jonas.user });
  await itIs(office, IsoDay.parse('2026-03-27'), office.jonas);
  await office.client.contacts.log({ caseIds: [omarA], answers: { 'contact.date': IsoDay.parse('2026-03-27'), ...visit }, note: '' });
}

const exists = async ({ client }: TestOffice, caseId: RecordId): Promise<boolean> => (await codeOf(client.cases.open({ caseId }))) === 'no error';
const clockOnStart = async ({ client }: TestOffice) => (await client.start.overview()).clock;
const line = async ({ client }: TestOffice, caseId: RecordId) => (await client.clock.overview({ limit: 200 })).lines.find((one) => one.caseId === caseId);

describe('step 1 and 2: the ended file says its days, and the start page counts down', () => {
  let told: Told;
  beforeAll(async () => {
    told = await begin();
    await goOnMeeting(told);
  });
  afterAll(async () => told.office.remove());

  test('the file: anonymised on 12.05., at the latest on 12.06., in words with their source, and a letter that offers a copy', async () => {
    const { dates, letters } = await told.office.client.clock.ofFile({ caseId: told.omarA });
    const date = dates.find(({ kind }) => kind === 'anonymise');
    expect([date?.day, date?.limit]).toEqual(['2026-05-12', '2026-06-12']);
    expect(date?.text).toMatch(/12\.03\.2026.*12\.05\.2026.*12\.06\.2026/);
    expect(date?.source).toMatch(/Rahmenkonzept/);
    const letter = letters.find(({ kind }) => kind === 'copy_offer');
    expect(letter?.text).toMatch(/Guten Tag Omar A\.,[\s\S]*12\.05\.2026[\s\S]*Kopie/);
  });

  test.each([
    ['2026-04-14', 'selin', { fourWeeks: 3, twoWeeks: 0, oneWeek: 0 }],
    ['2026-04-28', 'petra', { fourWeeks: 3, twoWeeks: 3, oneWeek: 0 }],
    ['2026-05-05', 'jonas', { fourWeeks: 3, twoWeeks: 3, oneWeek: 3 }],
  ] as const)('on %s %s reads how many files have how many weeks, and that one contradicts itself', async (day, who, within) => {
    await until(told.office, IsoDay.parse(day), told.office[who]);
    expect(await clockOnStart(told.office)).toMatchObject({ dueNow: 0, overdue: 0, within, contradictions: 1, waits: null });
  });

  test('variant a: 10.05., Jonas takes the file up again with one click; the day is gone, all is as before', async () => {
    await until(told.office, IsoDay.parse('2026-05-10'), told.office.jonas);
    const view = await told.office.client.cases.resume({ caseId: told.omarA, day: IsoDay.parse('2026-05-10'), reason: 'Verwechslung' });
    expect(view.row.status).toBe('open');
    expect((await told.office.client.clock.ofFile({ caseId: told.omarA })).dates.map(({ kind }) => kind)).not.toContain('anonymise');
    await until(told.office, IsoDay.parse('2026-05-12'), told.office.jonas);
    expect(await exists(told.office, told.omarA)).toBe(true);
    expect(await Promise.all(told.others.map((other) => exists(told.office, other)))).toEqual([false, false]);
  });
});

describe('variant b: nobody looks', () => {
  let told: Told;
  beforeAll(async () => {
    told = await begin();
    await goOnMeeting(told);
    await until(told.office, IsoDay.parse('2026-05-12'), told.office.jonas);
  });
  afterAll(async () => told.office.remove());

  test('on 12.05. this one is refused with its reason, the other two are anonymised', async () => {
    expect([await exists(told.office, told.omarA), ...(await Promise.all(told.others.map((other) => exists(told.office, other))))]).toEqual([true, false, false]);
    const refused = await line(told.office, told.omarA);
    expect(refused).toMatchObject({ state: 'held', overdue: false, limit: '2026-06-12' });
    expect(refused?.hindrances.map(({ code, text }) => [code, /bitte entscheiden/i.test(text)])).toEqual([['activity_after_end', true]]);
    expect((await told.office.client.clock.protocol({ limit: 10 })).map(({ number, reason }) => [number, reason])).toEqual([[2, 'retention'], [1, 'retention']]);
  });

  test('the head reads it every day with the latest day, also when it is past; the log has one refusal a day', async () => {
    const refusals = () => openContext(told.office.core.context).store.cases?.read((tx) => tx.audit.read({ record: told.omarA, limit: 200 }).filter(({ action }) => action === 'clock.refused')) ?? [];
    const before = refusals().length;
    for (const day of ['2026-05-13', '2026-06-12', '2026-06-13'].map((text) => IsoDay.parse(text))) {
      await until(told.office, day, told.office.petra);
      expect(await line(told.office, told.omarA)).toMatchObject({ state: 'held', limit: '2026-06-12', overdue: day > '2026-06-12' });
      expect(await clockOnStart(told.office)).toMatchObject({ held: 1, overdue: day > '2026-06-12' ? 1 : 0, contradictions: 1 });
    }
    expect(before).toBe(1);
    expect(refusals().length).toBeGreaterThan(before + 2);
    expect(refusals()[0]?.details).toMatchObject({ act: 'anonymise', reasons: 'activity_after_end' });
    await sweep(told.office.core.context);
    expect(refusals().filter(({ at }) => at.startsWith('2026-06-13'))).toHaveLength(1);
    expect(await exists(told.office, told.omarA)).toBe(true);
  });
});

describe('variant c: no contradiction', () => {
  let told: Told;
  let counted: number;
  let backup: string;
  beforeAll(async () => {
    told = await begin();
    await until(told.office, IsoDay.parse('2026-05-01'), told.office.petra);
    await told.office.client.safety.backupNow();
    backup = readdirSync(join(told.office.dir, 'backups')).find((name) => name.startsWith('2026-05-01')) ?? '';
    counted = (await told.office.client.monitoring.ownCount({ year: 2026 })).persons;
    await until(told.office, IsoDay.parse('2026-05-12'), told.office.jonas);
  });
  afterAll(async () => told.office.remove());

  test('on 12.05. it is anonymised: the file is gone, its line stands in the Löschprotokoll, and whoever was counted in 2026 still is', async () => {
    expect(await exists(told.office, told.omarA)).toBe(false);
    const protocol = await told.office.client.clock.protocol({ limit: 10 });
    expect(protocol.map(({ number, reason }) => [number, reason])).toEqual([3, 2, 1].map((number) => [number, 'retention']));
    expect(protocol[0]?.doneAt).not.toBeNull();
    expect((protocol[0]?.backupsGoneOn ?? '') <= '2026-06-12').toBe(true);
    expect(JSON.stringify(protocol)).not.toContain('Omar');
    expect([counted, (await told.office.client.monitoring.ownCount({ year: 2026 })).persons]).toEqual([4, 4]);
    expect((await told.office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  });

  test('20.05., he comes with his plan: nothing brings the old file back, the new one is a file like any other', async () => {
    await until(told.office, IsoDay.parse('2026-05-20'), told.office.jonas);
    expect(await codeOf(told.office.client.cases.resume({ caseId: told.omarA, day: IsoDay.parse('2026-05-20'), reason: 'kam wieder' }))).toBe('CASE_NOT_FOUND');
    const { rows } = await told.office.client.cases.list({ mine: false, text: 'Omar', status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual([told.omarAli]);
    const again = await newFile(told.office, 'Omar', 'A.');
    expect((await told.office.client.monitoring.ownCount({ year: 2026 })).persons).toBe(5);
    await answerAll(told.office, again, [{ field: 'case.counted_in_year', value: 2026 }]);
    expect((await told.office.client.monitoring.ownCount({ year: 2026 })).persons).toBe(4);
    expect((await told.office.client.clock.ofFile({ caseId: again.row.id })).dates.map(({ kind }) => kind)).not.toContain('anonymise');
  });

  test('the backup of 01.05. replays the tombstones before it shows anything, and the count of the year is the same', async () => {
    await told.office.core.lock();
    const report = await told.office.client.safety.restore({ backup, secret: { login: null, password } });
    expect(report.erasedAgain).toBe(3);
    await told.office.client.session.unlock({ login: null, password });
    expect([await exists(told.office, told.omarA), await exists(told.office, told.omarAli)]).toEqual([false, true]);
    expect((await told.office.client.clock.protocol({ limit: 10 })).map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await told.office.client.monitoring.ownCount({ year: 2026 })).persons).toBe(4);
  });

  test('Omar Ali, who did move, is ended before nine months without activity are over, and the course says by what', async () => {
    await until(told.office, IsoDay.parse('2026-11-18'), told.office.petra);
    const view = await told.office.client.cases.open({ caseId: told.omarAli });
    expect(view.row.status).toBe('closed');
    const said = view.entries.filter(({ group }) => group === 'course_event').map(({ id }) => view.answers[id]?.['course_event.note']?.heads[0]?.value);
    expect(said.at(-1)).toBe('durch die Frist');
  });
});
