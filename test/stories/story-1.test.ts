/**
 * Story 1: thirty people in an open consultation hour, one becomes a file. On the real core and store with its days. The printed sheets and the
 * exchange with the office PCs are tried elsewhere.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../office/base.ts';
import { sweep } from '../../office/forgetting/sweep.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import type { PreRegistrationView, TallyRowView } from '../../shared/rpc/desk.views.ts';
import { tallyDay } from '../../shared/tally/tally-of.ts';
import { tallyCatalogue } from '../../shared/tally/tally-catalogue.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { codeOf, newColleague, officeKeys, readyOffice, unlockAs, type TestOffice } from '../office/support/office.ts';

const day = (text: string) => IsoDay.parse(text);
const year = { from: day('2026-01-01'), to: day('2026-12-31') };
const first = { firstName: 'Parwana-Morgenstern', phone: '0152 5550 1122 334' };
const second = { firstName: 'Zohreh-Abendstern', phone: '0152 5550 9988 776' };
const wednesday = { day: day('2026-02-04'), time: '14:00', staff: null } as const;

let office: TestOffice;
let rows: readonly TallyRowView[];
let parwana: PreRegistrationView;
let zohreh: PreRegistrationView;
let file: CaseView;

beforeAll(async () => {
  office = await readyOffice();
  office.clock.day = day('2026-02-03');
  office.clock.now = new Date('2026-02-03T15:00:00Z');
  await unlockAs(office, newColleague(office, 'Selin Yıldız'));
});
afterAll(async () => { await office.remove(); });

function at(text: string): void {
  office.clock.day = day(text);
  office.clock.now = new Date(`${text}T13:30:00Z`);
}

async function cases(): Promise<number> {
  const all = { mine: false, status: null, supportForm: null, gapsOnly: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 } as const;
  return (await office.client.cases.list(all)).total;
}

/** Where words still stand in the data folder, in anything that its keys open. */
async function findsOf(canaries: readonly string[]): Promise<readonly string[]> {
  const { desk, cases: casesKey } = await officeKeys();
  const keys = { deskKey: Buffer.from(desk, 'hex'), casesKey: Buffer.from(casesKey, 'hex') };
  const scan = scanFolder(office.dir, keys, canaries);
  expect(scan.pages).toBeGreaterThan(0);
  return [...new Set(scan.finds.map(({ canary }) => canary))].sort();
}

describe('Tuesday, 03.02.2026, the open hour', () => {
  it('nine short consultations are entered in one go, answers left open', async () => {
    rows = await office.client.tally.enter({
      rows: [
        { 'tally.gender': 'w', 'tally.age_group': '19_26', 'tally.topics': ['housing'], 'tally.minutes': 25, 'tally.outcome': 'comes_back' },
        { 'tally.gender': 'm', 'tally.minutes': 10 },
        { 'tally.topics': ['housing'] },
        ...Array.from({ length: 6 }, () => ({})),
      ],
    });
    expect(rows).toHaveLength(9);
    expect(await office.client.tally.summary({ year: 2026 })).toEqual({ year: 2026, count: 9, minutes: 35, moved: 0 });
  });

  it('never: five answers demanded per head, or a note in the anonymous part that carries the name', async () => {
    expect(tallyCatalogue.fields.filter(({ required, type }) => required !== undefined && type !== 'date')).toEqual([]);
    expect(tallyCatalogue.fields.filter(({ type }) => type === 'text' || type === 'longtext')).toEqual([]);
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const { session, entry } = row;
    for (const { id } of tallyCatalogue.fields)
      for (const value of [first.firstName, [first.firstName]]) expect([id, await codeOf(office.client.tally.change({ session, entry, answers: { [id]: value } }))]).toEqual([id, 'ANSWER_INVALID']);
    for (const id of ['contact.note', 'person.first_name', 'tally.note']) expect(await codeOf(office.client.tally.change({ session, entry, answers: { [id]: first.firstName } }))).toBe('FIELD_UNKNOWN');
    expect(JSON.stringify(await office.client.tally.list(year))).not.toContain(first.firstName);
    // Nobody is written down as a Vormerkung yet: the name is nowhere in the folder, and nowhere in what the office tells of its faults.
    expect([await findsOf([first.firstName]), office.log.join('\n').includes(first.firstName)]).toEqual([[], false]);
    // Nothing is demanded: of six people nothing was said but that they were there.
    expect(rows.filter(({ answers }) => Object.keys(answers).every((id) => id === tallyDay))).toHaveLength(6);
  });

  it('one wants to come back: a Vormerkung with its own deletion date, no file, no topic', async () => {
    parwana = await office.client.preRegistrations.create({ ...first, appointment: wednesday });
    zohreh = await office.client.preRegistrations.create({ ...second, appointment: null });
    expect([parwana.madeOn, parwana.deleteOn, parwana.appointment?.time]).toEqual(['2026-02-03', '2026-03-03', '14:00']);
    expect(Object.keys(parwana).sort()).toEqual(['appointment', 'deleteOn', 'deletes', 'firstName', 'madeOn', 'phone', 'record']);
    expect(await cases()).toBe(0);
  });

  it('before the consent no field of a file takes input: there is no file', async () => {
    expect(await codeOf(office.client.cases.answer({ caseId: parwana.record, entry: null, field: 'person.last_name', value: 'Morgenstern', base: [] }))).toBe('CASE_NOT_FOUND');
    expect((await office.client.preRegistrations.list()).map(({ record }) => record)).toEqual(expect.arrayContaining([parwana.record, zohreh.record]));
  });
});

describe('Wednesday, 04.02.2026, she signs', () => {
  it('the Vormerkung becomes a file in one step, and the consultation of yesterday is a contact of it with its minutes', async () => {
    at('2026-02-04');
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    file = await office.client.preRegistrations.toCase({
      record: parwana.record,
      consent: { day: day('2026-02-04'), form: 'paper', givenBy: 'young_person', textVersion: '2026-01', language: 'prs' },
      tally: { session: row.session, entry: row.entry },
    });
    const [contact] = file.entries.filter(({ group }) => group === 'contact');
    const said = (field: string) => file.answers[contact?.id ?? '']?.[field]?.heads.map(({ value }) => value);
    expect([file.consentGiven, file.row.name]).toEqual([true, first.firstName]);
    const agreed = (field: string) => file.answers['']?.[field]?.heads.map(({ value }) => value);
    expect(['date', 'form'].map((what) => agreed(`consent.data_processing_${what}`))).toEqual([['2026-02-04'], ['paper']]);
    expect(['granted_by', 'text_version', 'text_language'].map((what) => agreed(`consent.${what}`))).toEqual([['young_person'], ['2026-01'], ['prs']]);
    expect([said('contact.date'), said('contact.duration_min'), said('contact.topics')]).toEqual([['2026-02-03'], [25], [['housing']]]);
    expect(file.caseworkerName).toBe('Selin Yıldız');
  });

  it('the file stands in the list, the Vormerkung no more', async () => {
    expect(await cases()).toBe(1);
    expect((await office.client.preRegistrations.list()).map(({ record }) => record)).toEqual([zohreh.record]);
  });

  it('nobody is counted twice: 8 Kurzberatungen and 1 young person', async () => {
    expect(await office.client.tally.summary({ year: 2026 })).toEqual({ year: 2026, count: 8, minutes: 10, moved: 1 });
    expect((await office.client.monitoring.ownCount({ year: 2026 })).persons).toBe(1);
  });
});

describe('03.03.2026, four weeks later', () => {
  it('the Vormerkung nobody picked up is there until the day before', async () => {
    at('2026-03-02');
    await sweep(office.core.context);
    expect((await office.client.preRegistrations.list()).map(({ record }) => record)).toEqual([zohreh.record]);
    expect(await findsOf([second.firstName, second.phone])).toEqual([second.phone, second.firstName].sort());
  });

  it('and then gone, bytes too, with an entry that names nobody; the file stays', async () => {
    at('2026-03-03');
    await sweep(office.core.context);
    expect(await office.client.preRegistrations.list()).toEqual([]);
    expect(await findsOf([second.firstName, second.phone, zohreh.record])).toEqual([]);
    const lines = listErasures(openContext(office.core.context).store);
    expect(lines.map(({ reason, doneAt }) => [reason, doneAt !== null])).toEqual([['retention', true]]);
    expect((await office.client.cases.open({ caseId: parwana.record })).row.number).toBe(file.row.number);
  });
});
