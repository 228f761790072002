import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { contactHours } from '../../shared/cases/contact-hours.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { ActId, type RecordId } from '../../shared/domain/ids.ts';
import { maxMessageBytes } from '../../shared/rpc/limits.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { amira, codeOf, readyOffice, type TestOffice } from './support/office.ts';
import { powerCut } from './support/power-cut.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => office.remove());

const newAct = () => ActId.parse(randomId());
const state = (caseId: RecordId) => {
  const { cases } = casesContext(openContext(office.core.context));
  const found = cases.read((tx) => tx.histories.find(caseId));
  if (found === undefined) throw new Error('no such case');
  return found;
};
const contactsOf = (caseId: RecordId) => {
  const answers = readCase(state(caseId), undefined);
  return answers.entries('contact').map((entry) => ({
    entry,
    date: answers.value('contact.date', entry),
    minutes: answers.value('contact.duration_min', entry),
    persons: answers.value('contact.persons', entry),
    note: answers.text('contact.note', entry),
  }));
};
const presetsOf = async ({ row }: CaseView) => (await office.client.contacts.presets({ caseId: row.id })).answers;

describe('a contact in ten seconds', () => {
  test('nothing is known yet: today, with her, a talk, face to face, half an hour', async () => {
    const view = await amira(office);
    expect(await presetsOf(view)).toEqual({
      'contact.date': '2026-03-02',
      'contact.recipient': 'young_person',
      'contact.form': 'conversation',
      'contact.channel': 'in_person',
      'contact.duration_min': 30,
      'contact.persons': 1,
    });
  });

  test('what is offered is saved as it is, with two inputs beyond the words: a topic, and "Speichern"', async () => {
    const view = await amira(office);
    const inputs: Record<string, AnswerValue> = { 'contact.topics': ['school'] };
    const { entry, view: after } = await office.client.contacts.log({
      caseIds: [view.row.id],
      answers: { ...(await presetsOf(view)), ...inputs },
      note: 'Sie möchte im Sommer die Schule wechseln.',
    });
    expect(Object.keys(inputs).length + 1).toBeLessThanOrEqual(3);
    expect(after.answers[entry]?.['contact.topics']?.heads[0]?.value).toEqual(['school']);
    expect(after.texts[entry]?.['contact.note']?.text).toBe('Sie möchte im Sommer die Schule wechseln.');
    expect(after.gaps.filter((gap) => gap.entry === entry)).toEqual([]);
  });

  test('the next one is offered as the last one was, and a talk that did not take place says nothing', async () => {
    const view = await amira(office);
    const caseIds = [view.row.id];
    const log = async (answers: Record<string, AnswerValue>) => office.client.contacts.log({ caseIds, answers: { ...(await presetsOf(view)), ...answers }, note: '' });
    await log({ 'contact.date': '2026-02-20', 'contact.channel': 'jmd4you', 'contact.duration_min': 20 });
    await log({ 'contact.date': '2026-01-10', 'contact.channel': 'phone', 'contact.duration_min': 10 });
    await log({ 'contact.date': '2026-02-27', 'contact.channel': 'video', 'contact.no_show': true, 'contact.duration_min': null });
    expect(await presetsOf(view)).toMatchObject({ 'contact.date': '2026-03-02', 'contact.channel': 'jmd4you', 'contact.duration_min': 20 });
  });
});

describe('one talk with several young people', () => {
  const answers = { 'contact.date': '2026-03-02', 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person', 'contact.duration_min': 50, 'contact.travel_min': 20 };

  test('stands in each file, counts its hours once, and no file names another', async () => {
    const [one, two] = [await amira(office), await amira(office)];
    const caseIds = [one.row.id, two.row.id];
    const { entry, view } = await office.client.contacts.log({ caseIds, answers, note: 'Beide waren da.' });
    const [ofOne, ofTwo] = caseIds.map(contactsOf);

    expect(view.row.id).toBe(one.row.id);
    expect(ofOne).toEqual([{ entry, date: '2026-03-02', minutes: 50, persons: 2, note: 'Beide waren da.' }]);
    expect(ofTwo).toMatchObject([{ date: '2026-03-02', minutes: 50, persons: 2, note: 'Beide waren da.' }]);
    expect(ofTwo?.[0]?.entry).not.toBe(entry);
    const hours = caseIds.map((caseId) => contactHours(readCase(state(caseId), undefined)));
    expect(hours).toEqual([{ talks: 0.5, minutes: 25, travelMinutes: 10 }, { talks: 0.5, minutes: 25, travelMinutes: 10 }]);
    for (const [mine, other] of [[one, two], [two, one]] as const) {
      const { cases } = casesContext(openContext(office.core.context));
      const all = cases.read((tx) => JSON.stringify([tx.histories.read(mine.row.id), tx.audit.read({ record: mine.row.id, limit: 100 })]));
      expect(all).toContain(mine.row.id);
      expect(all).not.toContain(other.row.id);
    }
  });

  test('a third one without a file counts, too', async () => {
    const [one, two] = [await amira(office), await amira(office)];
    await office.client.contacts.log({ caseIds: [one.row.id, two.row.id], answers: { ...answers, 'contact.persons': 3 }, note: '' });
    expect(contactsOf(two.row.id)).toMatchObject([{ persons: 3 }]);
  });

  test('is written once, however often a lost answer is asked for again', async () => {
    const caseIds = [(await amira(office)).row.id, (await amira(office)).row.id];
    const wish = { act: newAct(), caseIds, answers, note: 'Einmal.' };
    const first = await office.client.contacts.log(wish);
    expect(await office.client.contacts.log(wish)).toEqual(first);
    expect(caseIds.map((caseId) => contactsOf(caseId).length)).toEqual([1, 1]);
  });

  test('one file twice is one file', async () => {
    const { row } = await amira(office);
    await office.client.contacts.log({ caseIds: [row.id, row.id], answers, note: '' });
    expect(contactsOf(row.id)).toMatchObject([{ persons: 1 }]);
  });

  test('what the second file refuses is not in the first', async () => {
    const agreed = await amira(office);
    const asked = await office.client.cases.create();
    const caseIds = [agreed.row.id, asked.row.id];
    expect(await codeOf(office.client.contacts.log({ caseIds, answers, note: 'Nicht ohne Einwilligung.' }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.contacts.log({ caseIds: [agreed.row.id, '0'.repeat(32) as RecordId], answers, note: '' }))).toBe('CASE_NOT_FOUND');
    expect(caseIds.map((caseId) => contactsOf(caseId).length)).toEqual([0, 0]);

    await office.client.contacts.log({ caseIds, answers, note: '' });
    expect(caseIds.map((caseId) => contactsOf(caseId).length)).toEqual([1, 1]);
  });

  test('a program that ends while the second file is written leaves it in none; asked again it is in both', async () => {
    const caseIds = [(await amira(office)).row.id, (await amira(office)).row.id];
    const wish = { act: newAct(), caseIds, answers, note: 'Beide.' };
    const powerBack = powerCut(casesContext(openContext(office.core.context)).cases, 2);
    expect(await codeOf(office.client.contacts.log(wish))).toBe('INTERNAL');
    powerBack();
    expect(caseIds.map((caseId) => contactsOf(caseId).length)).toEqual([0, 0]);
    await office.client.contacts.log(wish);
    expect(caseIds.map((caseId) => contactsOf(caseId).length)).toEqual([1, 1]);
  });
});

describe('before she has agreed', () => {
  const coded = { 'contact.date': '2026-03-02', 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'phone', 'contact.duration_min': 15 };

  test('a contact in codes is taken, words are not', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(office.client.contacts.log({ caseIds: [row.id], answers: coded, note: 'Sie heißt Amira.' }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.contacts.log({ caseIds: [row.id], answers: { ...coded, 'contact.follow_up_text': 'Amira anrufen' }, note: '' }))).toBe('CONSENT_MISSING');
    expect(contactsOf(row.id)).toEqual([]);
    await office.client.contacts.log({ caseIds: [row.id], answers: coded, note: '  ' });
    expect(contactsOf(row.id)).toMatchObject([{ minutes: 15, note: '' }]);
  });
});

test('the largest note there is fits into a message', () => {
  expect(maxMessageBytes).toBeGreaterThan(100_000 * 6);
});
