/** A shielded file for a colleague: what list, search and history tell is the same whatever stands in it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoreClient } from '../../office/core.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { amira, answerAll, codeOf, consent, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

type Query = Parameters<CoreClient['cases']['list']>[0];

let office: TestOffice;
let selin: Colleague;
let jonas: Colleague;
let leyla: RecordId;

const list = (query: Partial<Query> = {}) =>
  office.client.cases.list({ mine: false, text: '', status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 50, ...query });
const closedRows = async (query: Partial<Query>) => (await list(query)).rows.filter(({ closed }) => closed);
const find = async (text: string) => (await office.client.search.everywhere({ text })).map(({ closed }) => closed);

beforeAll(async () => {
  office = await readyOffice();
  selin = newColleague(office, 'Selin');
  jonas = newColleague(office, 'Jonas');
  await unlockAs(office, selin);
  await amira(office);
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: 'Leyla' },
    { field: 'person.last_name', value: 'Karimi' },
    { field: 'person.phone', value: '0176 99887766' },
    { field: 'case.date_of_birth', value: '2009-09-20' },
  ]);
  leyla = view.row.id;
  await office.client.contacts.log({
    caseIds: [leyla],
    answers: { 'contact.date': '2026-03-02', 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' },
    note: 'Zwangsheirat geplant, Vater schlägt sie',
  });
  await office.client.cases.shield({ caseId: leyla, shielded: true });
  // Words of texts are indexed in the next quiet moment; the first search does it.
  expect(await find('Karimi Zwangsheirat')).toEqual([false]);
});
afterAll(async () => office.remove());

it('is found by who knows her, and a word of her file changes nothing', async () => {
  await unlockAs(office, jonas);
  for (const known of ['Karimi', 'leyla karimi', '0176 99887766', '017699887766', '20.09.2009']) expect([known, await find(known)]).toEqual([known, [true]]);
  for (const [there, not] of [
    ['Zwangsheirat', 'Schwangerschaft'],
    ['Karimi Zwangsheirat', 'Karimi Schwangerschaft'],
    ['Leyla schlägt', 'Leyla stiehlt'],
    ['0176 Vater', '0151 Vater'],
  ] as const)
    expect([there, await find(there)]).toEqual([there, await find(not)]);
});

it('cannot be put together piece by piece in the search', async () => {
  for (const piece of ['Kari', 'Kerimi', '0176', '9988', '99887766 Karimi', 'Karimi 0176', 'Karimi 2009', '2009', '20.09.2009 Karimi']) expect([piece, await find(piece)]).toEqual([piece, []]);
});

it('has another id in every answer, so that two searches cannot be laid together', async () => {
  const ids = [...(await office.client.search.everywhere({ text: 'Karimi' })), ...(await office.client.search.everywhere({ text: '20.09.2009' }))].map(({ caseId }) => caseId);
  expect(new Set([...ids, leyla]).size).toBe(3);
});

it('is in the whole list only, at its end, and no filter finds it', async () => {
  for (const sort of ['name', 'number', 'nextDate', 'gaps', 'changedAt'] as const)
    for (const descending of [false, true]) {
      const { total, rows } = await list({ sort, descending });
      expect([total, rows.map(({ closed, name }) => (closed ? 'closed' : name))]).toEqual([2, ['Haddad, Amira', 'closed']]);
      expect(rows.map(({ id }) => id)).not.toContain(leyla);
    }
  expect((await list({ offset: 1, limit: 1 })).rows).toMatchObject([{ closed: true, name: '', number: '' }]);
  expect((await list({ offset: 2 })).rows).toEqual([]);
  const filters: readonly Partial<Query>[] = [
    ...['0176', '9988', '99887766', 'Karimi', 'k', 'Leyla', '2009', '20.09.2009', 'Kerimi'].map((text) => ({ text })),
    ...['inquiry', 'open', 'active', 'counselling', 'case_management', 'closed', 'transferred', ''].map((status) => ({ status })),
    ...['case_management', 'counselling'].map((supportForm) => ({ supportForm })),
    { gapsOnly: true },
  ];
  for (const filter of filters) {
    expect([filter, await closedRows(filter)]).toEqual([filter, []]);
  }
});

it('is a file like any other for the responsible one', async () => {
  await unlockAs(office, selin);
  expect((await list({ text: '9988' })).rows).toMatchObject([{ id: leyla, closed: false, name: 'Karimi, Leyla' }]);
  expect(await find('Kari')).toEqual([false]);
});

it('tells no history of a disclosure that is hidden, however its entry is known', async () => {
  await office.client.cases.shield({ caseId: leyla, shielded: false });
  const { entry } = await office.client.cases.enter({
    caseId: leyla,
    group: 'disclosure',
    parent: null,
    answers: { 'disclosure.date': '2026-03-02', 'disclosure.basis': 'child_protection_law', 'disclosure.recipient_name': 'Jugendamt', 'disclosure.told_before': 'yes' },
    texts: { 'disclosure.content': 'Sorge um sie' },
  });
  const protection = await office.client.cases.enter({ caseId: leyla, group: 'protection', parent: null, answers: { 'protection.date': '2026-03-02' }, texts: { 'protection.observation': 'Sorge um sie' } });
  expect(await office.client.cases.history({ caseId: leyla, entry, field: 'disclosure.content' })).toHaveLength(1);
  office.clock.day = IsoDay.parse('2026-03-02');
  await unlockAs(office, jonas);
  for (const field of ['disclosure.content', 'disclosure.basis', 'disclosure.recipient_name', 'disclosure.date'])
    expect([field, await codeOf(office.client.cases.history({ caseId: leyla, entry, field }))]).toEqual([field, 'ENTRY_UNKNOWN']);
  expect(await codeOf(office.client.cases.history({ caseId: leyla, entry: protection.entry, field: 'protection.observation' }))).toBe('CASE_SHIELDED');
  expect(await codeOf(office.client.cases.history({ caseId: leyla, entry: protection.entry, field: 'disclosure.content' }))).toBe('ENTRY_UNKNOWN');
});
