/** Kurzberatungen and cards were written in the codes of their day; an edition renames or retires some of them before they come to a file. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogueDefinition } from '../../shared/catalogue/catalogue.ts';
import { loadCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import type { Code } from '../../shared/catalogue/types.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { amira, codeOf, officeIn, officeKeys, readyOffice, type TestOffice } from './support/office.ts';
import { openByKeys } from './support/office-template.ts';

const consent = { day: IsoDay.parse('2026-03-02'), form: 'paper', givenBy: 'young_person', textVersion: '2026-01', language: 'prs' } as const;
const wholeYear = { from: IsoDay.parse('2026-01-01'), to: IsoDay.parse('2026-12-31') };

/** „Wohnen“ has another code, and nobody is asked for the telephone any more. */
const later = loadCatalogue({
  ...catalogueDefinition,
  edition: '2026.9',
  codeLists: catalogueDefinition.codeLists.map((list) => ({
    ...list,
    codes: list.codes.map((code): Code => {
      if (list.id === 'counselling_topic' && code.code === 'housing') return { ...code, code: 'living', formerly: ['housing'] };
      return list.id === 'channel' && code.code === 'phone' ? { ...code, retired: true } : code;
    }),
  })),
});

let office: TestOffice;
beforeEach(async () => { office = await readyOffice(); });
afterEach(async () => { await office.remove(); });

async function openLater(): Promise<void> {
  await office.core.lock();
  office = officeIn(office.dir, { catalogue: later }, office.clock);
  openByKeys(office, await officeKeys());
}

async function tallied(answers: Parameters<TestOffice['client']['tally']['enter']>[0]['rows'][number]) {
  const [row] = await office.client.tally.enter({ rows: [answers] });
  if (row === undefined) throw new Error('nothing was entered');
  return { session: row.session, entry: row.entry };
}

async function contactOf(caseId: Parameters<TestOffice['client']['cases']['open']>[0]['caseId']) {
  const { answers } = await office.client.cases.open({ caseId });
  const places = Object.values(answers).filter((fields) => fields['contact.date'] !== undefined);
  return places.map((fields) => [fields['contact.topics'], fields['contact.channel']].map((said) => said?.heads[0]?.value));
}

it('a Kurzberatung becomes a contact in the codes of today', async () => {
  const { row } = await amira(office);
  const ref = await tallied({ 'tally.topics': ['housing', 'school'], 'tally.minutes': 20 });
  await openLater();
  expect(await codeOf(office.client.tally.moveToCase({ caseId: row.id, ...ref }))).toBe('no error');
  expect(await contactOf(row.id)).toEqual([[['school', 'living'], undefined]]);
});

it('a code that is offered no more moves along, into a file that is and into one that begins', async () => {
  const { row } = await amira(office);
  const [first, second] = [await tallied({ 'tally.channel': 'phone' }), await tallied({ 'tally.channel': 'phone' })];
  const { record } = await office.client.preRegistrations.create({ firstName: 'Lale', phone: '', appointment: null });
  await openLater();
  expect(await codeOf(office.client.tally.moveToCase({ caseId: row.id, ...first }))).toBe('no error');
  expect(await contactOf(row.id)).toEqual([[undefined, 'phone']]);
  expect(await codeOf(office.client.preRegistrations.toCase({ record, consent, tally: second }))).toBe('no error');
  expect(await contactOf(record)).toEqual([[undefined, 'phone']]);
});

it('Kurzberatungen are listed, entered and changed in the codes of today', async () => {
  const ref = await tallied({ 'tally.topics': ['housing'], 'tally.channel': 'phone' });
  await openLater();
  expect((await office.client.tally.list(wholeYear)).map(({ answers }) => [answers['tally.topics'], answers['tally.channel']])).toEqual([[['living'], 'phone']]);
  const changed = await office.client.tally.change({ ...ref, answers: { 'tally.topics': ['living', 'school'] } });
  expect(changed.answers['tally.topics']).toEqual(['school', 'living']);
  await tallied({ 'tally.topics': ['living'] });
  expect(await codeOf(office.client.tally.enter({ rows: [{ 'tally.topics': ['housing'] }] }))).toBe('ANSWER_INVALID');
  expect(await codeOf(office.client.tally.enter({ rows: [{ 'tally.channel': 'phone' }] }))).toBe('ANSWER_INVALID');
});

it('the next contact is not proposed with a code that would be refused', async () => {
  const { row } = await amira(office);
  await office.client.tally.moveToCase({ caseId: row.id, ...(await tallied({ 'tally.channel': 'phone', 'tally.minutes': 20 })) });
  expect((await office.client.contacts.presets({ caseId: row.id })).answers).toMatchObject({ 'contact.channel': 'phone', 'contact.duration_min': 20 });
  await openLater();
  const { answers } = await office.client.contacts.presets({ caseId: row.id });
  expect(answers).toMatchObject({ 'contact.duration_min': 20 });
  expect(answers).not.toHaveProperty(['contact.channel']);
});
