/** What a JMD counts of itself beside persons: Kurzberatungen, hours of talks, and jmd4you by month (field catalogue row 195). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { amira, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
beforeAll(async () => { office = await readyOffice(); });
afterAll(async () => { await office.remove(); });

const own = async () => (await office.client.monitoring.ownCount({ year: 2026 })).talks;
const log = async (caseIds: readonly string[], answers: Readonly<Record<string, AnswerValue>>) =>
  office.client.contacts.log({ caseIds: caseIds as never, answers: { 'contact.recipient': 'young_person', 'contact.form': 'conversation', ...answers }, note: '' });
const tally = async (answers: Readonly<Record<string, AnswerValue>>) => {
  const [row] = await office.client.tally.enter({ rows: [answers] });
  if (row === undefined) throw new Error('nothing was entered');
  return row;
};

test('counts a talk with two sisters once, a no-show not at all, and nothing of another year', async () => {
  const [one, two] = [(await amira(office)).row.id, (await amira(office)).row.id];
  await log([one, two], { 'contact.date': '2026-03-02', 'contact.channel': 'in_person', 'contact.duration_min': 50 });
  await log([one], { 'contact.date': '2026-02-10', 'contact.channel': 'phone', 'contact.duration_min': 15 });
  await log([one], { 'contact.date': '2026-02-11', 'contact.channel': 'phone', 'contact.no_show': true });
  await log([two], { 'contact.date': '2025-12-30', 'contact.channel': 'jmd4you', 'contact.duration_min': 300 });
  expect((await own())?.contacts).toEqual({ count: 2, minutes: 65 });
});

test('counts the share each file says: what is taken back in one changes nothing in the other, until somebody puts the number right there', async () => {
  const before = (await own())?.contacts;
  const added = async () => ((await own())?.contacts.minutes ?? 0) - (before?.minutes ?? 0);
  const [one, two] = [await amira(office), await amira(office)];
  const { entry } = await log([two.row.id, one.row.id], { 'contact.date': '2026-02-12', 'contact.channel': 'in_person', 'contact.duration_min': 60 });
  expect(await added()).toBe(60);
  await office.client.cases.retireEntry({ caseId: two.row.id, entry, retired: true });
  expect(await added()).toBe(30);
  const left = await office.client.cases.open({ caseId: one.row.id });
  const talk = left.entries.find(({ group }) => group === 'contact');
  if (talk === undefined) throw new Error('no talk');
  const base = left.answers[talk.id]?.['contact.persons']?.heads.map(({ intent }) => intent) ?? [];
  await office.client.cases.answer({ caseId: one.row.id, entry: talk.id, field: 'contact.persons', value: 1, base });
  expect(await added()).toBe(60);
});

test('says jmd4you by month, from files and from Kurzberatungen, each once', async () => {
  const { row } = await amira(office);
  await log([row.id], { 'contact.date': '2026-01-20', 'contact.channel': 'jmd4you', 'contact.duration_min': 30 });
  const first = await tally({ 'tally.day': '2026-01-28', 'tally.channel': 'jmd4you', 'tally.minutes': 20 });
  await tally({ 'tally.day': '2026-03-02', 'tally.channel': 'jmd4you', 'tally.minutes': 10 });
  await tally({ 'tally.day': '2026-03-02', 'tally.channel': 'phone' });
  const expected = [{ month: '2026-01', count: 2, minutes: 50 }, { month: '2026-03', count: 1, minutes: 10 }];
  expect(await own()).toMatchObject({ shortCounselling: { count: 3, minutes: 30 }, online: expected });
  await office.client.tally.moveToCase({ session: first.session, entry: first.entry, caseId: row.id });
  expect(await own()).toMatchObject({ shortCounselling: { count: 2, minutes: 10 }, online: expected });
});
