/** After she took her consent back: what is still told, to whom, and what must still be possible to protect her. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const today = '2026-03-02';
const secret = 'Frauenhausplatz';
let office: TestOffice;
let selin: Colleague;
let jonas: Colleague;
let withdrawn: RecordId;
let attachment: string;

const withdraw = (caseId: RecordId) => office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
const ks = (caseId: RecordId) =>
  office.client.cases.enter({ caseId, group: 'protection', parent: null, answers: { 'protection.date': today, 'protection.assessment': 'danger' }, texts: { 'protection.observation': 'blaue Flecken' } });
const told = (caseId: RecordId, basis: string) =>
  office.client.cases.enter({
    caseId,
    group: 'disclosure',
    parent: null,
    answers: { 'disclosure.date': today, 'disclosure.basis': basis, 'disclosure.recipient_name': 'Jugendamt Nordstadt', 'disclosure.means': 'talk' },
    texts: { 'disclosure.content': 'Sorge um sie' },
  });

beforeAll(async () => {
  office = await readyOffice();
  selin = newColleague(office, 'Selin');
  jonas = newColleague(office, 'Jonas');
  await unlockAs(office, selin);
  withdrawn = (await amira(office)).row.id;
  const { entry } = await office.client.cases.enter({ caseId: withdrawn, group: 'goal', parent: null, answers: { 'goal.area': 'language', 'goal.target_date': '2026-03-20' }, texts: { 'goal.description': secret } });
  await office.client.cases.enter({ caseId: withdrawn, group: 'action_step', parent: entry, answers: { 'action_step.due_date': '2026-03-10', 'action_step.task': secret }, texts: {} });
  await office.client.plan.print({ caseId: withdrawn, language: 'de' });
  expect(JSON.stringify((await office.client.worklist.list({ mine: false, kinds: [], until: '2030-01-01', limit: 500 })).rows)).toContain(secret);
  const view = await withdraw(withdrawn);
  attachment = view.documents[0]?.attachment ?? '';
});
afterAll(async () => office.remove());

describe('lists and papers', () => {
  it('say nothing any more of what was written of her, only which field it is; our own tasks keep their words', async () => {
    const { rows } = await office.client.worklist.list({ mine: false, kinds: [], until: '2030-01-01', limit: 500 });
    expect(JSON.stringify([rows, await office.client.start.overview()])).not.toContain(secret);
    expect(rows.map(({ text }) => text).join(' ')).toContain('Empfänger früherer Weitergaben vom Widerruf informieren, falls es welche gab');
    expect(rows.filter(({ kind }) => kind !== 'task').length).toBeGreaterThan(0);
  });

  it('keep the printed plan for her copy, for those who give it to her', async () => {
    const kept = await office.client.plan.kept({ caseId: withdrawn, attachment: attachment });
    expect(kept.pdf.size).toBeGreaterThan(0);
    expect(await codeOf(office.client.plan.kept({ caseId: withdrawn, attachment, purpose: 'print' }))).toBe('CONSENT_MISSING');
    const { cases } = casesContext(openContext(office.core.context));
    expect(cases.read((tx) => tx.audit.read({ record: withdrawn, limit: 1 })).map(({ action, details }) => [action, details?.['right']])).toEqual([['plan.open', 'responsible']]);
    await unlockAs(office, jonas);
    expect(await codeOf(office.client.plan.kept({ caseId: withdrawn, attachment: attachment }))).toBe('CONSENT_MISSING');
    await unlockAs(office, selin);
  });
});

describe('child protection', () => {
  it('is written down after a withdrawal, and without any consent', async () => {
    expect(await codeOf(ks(withdrawn))).toBe('no error');
    const { row } = await office.client.cases.create();
    const { entry, view } = await ks(row.id);
    expect(view.consentGiven).toBe(false);
    expect(view.texts[entry]?.['protection.observation']?.text).toBe('blaue Flecken');
  });

  it('is told to others on the basis of a law after a withdrawal, on nothing else, and not where she never agreed', async () => {
    for (const basis of ['child_protection_law', 'emergency', 'court_order']) expect([basis, await codeOf(told(withdrawn, basis))]).toEqual([basis, 'no error']);
    for (const basis of ['release', 'anonymous_consultation']) expect([basis, await codeOf(told(withdrawn, basis))]).toEqual([basis, 'CONSENT_MISSING']);
    const { entry } = await told(withdrawn, 'emergency');
    const changed = { caseId: withdrawn, entry, field: 'disclosure.told_before', value: 'yes', base: [] };
    expect(await codeOf(office.client.cases.answer(changed))).toBe('no error');
    const { row } = await office.client.cases.create();
    expect(await codeOf(told(row.id, 'child_protection_law'))).toBe('CONSENT_MISSING');
  });

  it('as the reason to keep the file longer is for those who work on it', async () => {
    const { row } = await amira(office);
    await answerAll(office, await office.client.cases.open({ caseId: row.id }), [
      { field: 'case.retention_override', value: '2026-09-01' },
      { field: 'case.retention_ground', value: 'child_protection' },
    ]);
    await office.client.cases.editText({ caseId: row.id, entry: null, field: 'case.retention_note', text: 'Sorgevermerk', base: [] });
    expect(JSON.stringify(await office.client.cases.open({ caseId: row.id }))).toContain('Sorgevermerk');
    const copy = await (await office.client.cases.export({ caseId: row.id })).text();
    await unlockAs(office, jonas);
    const view = JSON.stringify([await office.client.cases.open({ caseId: row.id }), copy]);
    expect(view).not.toContain('Sorgevermerk');
    expect(view).not.toContain('"child_protection"');
    for (const field of ['case.retention_ground', 'case.retention_note'])
      expect(await codeOf(office.client.cases.history({ caseId: row.id, entry: null, field }))).toBe('CASE_SHIELDED');
    await unlockAs(office, selin);
  });
});

describe('a court order or a legal claim', () => {
  it('is recorded after a withdrawal and without any consent, with its day; words about it are not', async () => {
    const without = (await office.client.cases.create()).row.id;
    const view = await amira(office);
    await withdraw(view.row.id);
    for (const caseId of [view.row.id, without]) {
      const held = await answerAll(office, await office.client.cases.open({ caseId }), [
        { field: 'case.retention_override', value: '2027-01-01' },
        { field: 'case.retention_ground', value: 'court_order' },
      ]);
      expect(held.answers['']?.['case.retention_ground']?.heads[0]?.value).toBe('court_order');
      expect((await office.client.clock.ofFile({ caseId })).hindrances.map(({ code }) => code)).toContain('court_order');
      expect(await codeOf(office.client.cases.editText({ caseId, entry: null, field: 'case.retention_note', text: 'Aktenzeichen', base: [] }))).toBe('CONSENT_MISSING');
    }
  });
});

describe('the list of what follows', () => {
  it('is the same whoever withdraws, also where a disclosure is hidden from her', async () => {
    const tasks: unknown[] = [];
    for (const who of [selin, jonas]) {
      await unlockAs(office, selin);
      const { row } = await amira(office);
      await told(row.id, 'child_protection_law');
      await unlockAs(office, who);
      const view = await withdraw(row.id);
      tasks.push(view.entries.filter(({ group }) => group === 'task').map(({ id }) => view.answers[id]?.['task.text']?.heads[0]?.value));
    }
    expect(tasks[0]).toEqual(tasks[1]);
    await unlockAs(office, selin);
  });
});

describe('a work note', () => {
  it('is gone with the end of the support, also when it goes on the same day', async () => {
    const { row } = await amira(office);
    const caseId = row.id;
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.support_form', value: 'counselling' }]);
    expect(await office.client.workNotes.write({ caseId, text: 'nur für mich' })).toHaveLength(1);
    await office.client.cases.end({ caseId, day: IsoDay.parse(today), reason: 'relocation' });
    await office.client.cases.resume({ caseId, day: IsoDay.parse(today), reason: 'kam wieder' });
    expect(await office.client.workNotes.list({ caseId })).toEqual([]);
  });
});
