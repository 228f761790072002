/** Who opens what: shielded files, child protection, and the mark of every access in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { recordItself } from '../../shared/history/state.ts';
import { fileOf, smallPdf } from '../support/sample-files.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAgain, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const everything = { mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 } as const;
const observation = 'Fluchtplan-Kanarienvogel';

let office: TestOffice;
let selin: Colleague;
let jonas: Colleague;
/** Responsible is Selin. */
let caseId: RecordId;

async function as(who: Colleague | 'head'): Promise<void> {
  if (who === 'head') await unlockAgain(office);
  else await unlockAs(office, who);
}

function actions(record: RecordId): readonly (readonly [string, unknown])[] {
  const { cases } = casesContext(openContext(office.core.context));
  return cases.read((tx) => tx.audit.read({ record, limit: 10 })).map(({ action, details }) => [action, details?.['right']]);
}

beforeAll(async () => {
  office = await readyOffice();
  selin = newColleague(office, 'Selin');
  jonas = newColleague(office, 'Jonas');
  await as(selin);
  const view = await amira(office);
  caseId = view.row.id;
  await office.client.cases.enter({
    caseId,
    group: 'protection',
    parent: null,
    answers: { 'protection.date': '2026-03-02', 'protection.assessment': 'danger' },
    texts: { 'protection.observation': observation },
  });
  await office.client.cases.enter({
    caseId,
    group: 'disclosure',
    parent: null,
    answers: { 'disclosure.date': '2026-03-02', 'disclosure.basis': 'child_protection_law', 'disclosure.recipient_name': 'Jugendamt Nordstadt', 'disclosure.told_before': 'yes' },
    texts: { 'disclosure.content': observation },
  });
});
afterAll(async () => {
  await office.remove();
});

describe('child protection', () => {
  it('is written and read by the responsible Fachkraft, without a consent to health data', async () => {
    await as(selin);
    const view = await office.client.cases.open({ caseId });
    expect(view).toMatchObject({ right: 'responsible', healthConsentGiven: false });
    expect(view.readableSections).toContain('KS');
    const entry = view.entries.find(({ group }) => group === 'protection')?.id ?? '';
    expect(view.texts[entry]?.['protection.observation']?.text).toBe(observation);
  });

  it('is read by the head, and the log says so', async () => {
    await as('head');
    const view = await office.client.cases.open({ caseId });
    expect([view.right, view.entries.filter(({ group }) => group === 'protection').length]).toEqual(['head', 1]);
    expect(actions(caseId)[0]).toEqual(['case.open', 'head']);
  });

  it('is not there for a colleague, in view, section list, history, disclosures and export, and she cannot add to it', async () => {
    await as(jonas);
    const view = await office.client.cases.open({ caseId });
    expect(view.right).toBe('colleague');
    expect(view.readableSections).not.toContain('KS');
    expect(view.sections.map(({ section }) => section)).not.toContain('KS');
    expect(JSON.stringify(view)).not.toContain(observation);
    expect(JSON.stringify(view)).not.toContain('child_protection_law');
    await as(selin);
    const entry = (await office.client.cases.open({ caseId })).entries.find(({ group }) => group === 'protection')?.id ?? null;
    await as(jonas);
    expect(await codeOf(office.client.cases.history({ caseId, entry, field: 'protection.observation' }))).toBe('CASE_SHIELDED');
    expect(await codeOf(office.client.cases.addEntry({ caseId, group: 'protection', parent: null }))).toBe('CASE_SHIELDED');
    expect(await codeOf(office.client.cases.enter({ caseId, group: 'protection', parent: null, answers: {}, texts: {} }))).toBe('CASE_SHIELDED');
    expect(await codeOf(office.client.cases.answer({ caseId, entry, field: 'protection.assessment', value: 'no_danger', base: [] }))).toBe('CASE_SHIELDED');
  });

  it('stands in no export, no print and no search, whoever asks', async () => {
    await as(selin);
    expect(await (await office.client.cases.export({ caseId })).text()).not.toContain(observation);
    expect(await office.client.search.everywhere({ text: observation })).toEqual([]);
    const { cases } = casesContext(openContext(office.core.context));
    expect(JSON.stringify(cases.read((tx) => tx.projections.dues({ caseworker: null, until: '2099-01-01' as never, limit: 500 }).rows))).not.toContain(observation);
  });

  it('stays counted and kept when somebody who cannot read it writes in the file', async () => {
    await as(jonas);
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.gender', value: 'w' }]);
    await as(selin);
    expect(JSON.stringify(await office.client.cases.open({ caseId }))).toContain(observation);
  });
});

describe('who is responsible', () => {
  it('is not changed by a colleague, who would give herself the right to read', async () => {
    await as(jonas);
    for (const field of ['case.caseworker_id', 'case.deputy_staff_id']) {
      const view = await office.client.cases.open({ caseId });
      const base = [...(view.answers['']?.[field]?.base ?? [])];
      expect(await codeOf(office.client.cases.answer({ caseId, entry: null, field, value: jonas.user, base }))).toBe('ANSWER_INVALID');
      expect(await codeOf(office.client.cases.answerAll({ caseId, answers: [{ entry: null, field, value: jonas.user, base }] }))).toBe('ANSWER_INVALID');
    }
    expect((await office.client.cases.open({ caseId })).right).toBe('colleague');
  });

  it('names a deputy, whose accesses are marked', async () => {
    await as(selin);
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.deputy_staff_id', value: jonas.user }]);
    await as(jonas);
    const view = await office.client.cases.open({ caseId });
    expect(view.right).toBe('deputy');
    expect(JSON.stringify(view)).toContain(observation);
    expect(actions(caseId)[0]).toEqual(['case.open', 'deputy']);
    await answerAll(office, view, [{ field: 'case.gender', value: 'd' }]);
    expect(actions(caseId)[0]).toEqual(['case.answer', 'deputy']);
    await as(selin);
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.deputy_staff_id', value: null }]);
  });

  it('has a deputy as long as an absence runs, and not a day longer', async () => {
    await as(selin);
    const { store } = openContext(office.core.context);
    const absence = { id: caseId, user: selin.user, deputy: jonas.user, from: '2026-03-01' as never, until: '2026-03-03' as never, setBy: selin.user, setAt: '2026-03-01T09:00:00Z' };
    store.desk.write((tx) => { tx.absences.save(absence); });
    await as(jonas);
    expect((await office.client.cases.open({ caseId })).right).toBe('deputy');
    office.clock.day = '2026-03-04' as never;
    expect((await office.client.cases.open({ caseId })).right).toBe('colleague');
    office.clock.day = '2026-03-02' as never;
    openContext(office.core.context).store.desk.write((tx) => { tx.absences.remove(caseId); });
  });
});

describe('a shielded file', () => {
  beforeAll(async () => {
    await as(jonas);
    expect(await codeOf(office.client.cases.shield({ caseId, shielded: true }))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(office.client.cases.answer({ caseId, entry: null, field: 'case.shielded', value: true, base: [] }))).toBe('ANSWER_INVALID');
    await as(selin);
    await answerAll(office, await office.client.cases.open({ caseId }), [
      { field: 'person.phone', value: '0176 5550001' },
      { field: 'person.address_secret', value: true },
      { field: 'integration_plan.next_review', value: '2026-03-03' },
    ]);
    const view = await office.client.cases.shield({ caseId, shielded: true });
    expect(view.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['shielded', 'address_secret']));
    expect(view.row).toMatchObject({ name: 'Haddad, Amira', closed: false });
  });

  it('is a masked row and a masked hit for colleagues, and its words are no way to guess at it', async () => {
    await as(jonas);
    const { rows } = await office.client.cases.list(everything);
    expect(rows.map(({ id }) => id)).not.toContain(caseId);
    const row = rows.find(({ closed }) => closed);
    expect(row).toMatchObject({ closed: true, name: '', number: '', born: null, age: null, nextDate: null, caseworker: null });
    for (const text of ['Haddad', '0176 5550001']) {
      const hits = await office.client.search.everywhere({ text });
      expect(hits.find((hit) => hit.closed)).toMatchObject({ closed: true, name: '', number: '', snippet: '', born: null });
    }
    expect(JSON.stringify([rows, await office.client.start.overview()])).not.toContain('Haddad');
  });

  it('opens to nobody else by any procedure that takes a case', async () => {
    await as(jonas);
    const { client } = office;
    const calls: Readonly<Record<string, Promise<unknown>>> = {
      open: client.cases.open({ caseId }),
      answer: client.cases.answer({ caseId, entry: null, field: 'case.gender', value: 'w', base: [] }),
      answerAll: client.cases.answerAll({ caseId, answers: [{ entry: null, field: 'case.gender', value: 'w', base: [] }] }),
      enter: client.cases.enter({ caseId, group: 'goal', parent: null, answers: {}, texts: {} }),
      editText: client.cases.editText({ caseId, entry: null, field: 'integration_plan.jmd_contribution', text: 'x', base: [] }),
      addEntry: client.cases.addEntry({ caseId, group: 'goal', parent: null }),
      retireEntry: client.cases.retireEntry({ caseId, entry: 'e'.repeat(32), retired: true }),
      moveEntry: client.cases.moveEntry({ caseId, entry: 'e'.repeat(32), before: null }),
      fillGaps: client.cases.fillGaps({ caseId, section: null }),
      history: client.cases.history({ caseId, entry: null, field: 'case.gender' }),
      export: client.cases.export({ caseId }),
      withdraw: client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: '2026-03-02' }),
      changeForm: client.cases.changeForm({ caseId, form: 'counselling', day: '2026-03-02' }),
      end: client.cases.end({ caseId, day: '2026-03-02', reason: 'other' }),
      resume: client.cases.resume({ caseId, day: '2026-03-02', reason: 'x' }),
      shield: client.cases.shield({ caseId, shielded: false }),
      presets: client.contacts.presets({ caseId }),
      log: client.contacts.log({ caseIds: [caseId], answers: { 'contact.date': '2026-03-02' }, note: '' }),
      attach: client.attachments.add({ caseId, file: fileOf(smallPdf()), title: 'x', answers: {} }),
      openAttachment: client.attachments.open({ caseId, entry: 'e'.repeat(32) }),
      moveAttachment: client.attachments.move({ caseId, entry: 'e'.repeat(32), to: caseId }),
      removeAttachment: client.attachments.remove({ caseId, entry: 'e'.repeat(32) }),
      preview: client.plan.preview({ caseId }),
      print: client.plan.print({ caseId, language: 'de' }),
      kept: client.plan.kept({ caseId, attachment: 'a'.repeat(32) }),
    };
    const codes = await Promise.all(Object.entries(calls).map(async ([name, call]) => [name, await codeOf(call)]));
    expect(codes).toEqual(Object.keys(calls).map((name) => [name, 'CASE_SHIELDED']));
  });

  it('is open and writable for the responsible one, names and phones inside it', async () => {
    await as(selin);
    const view = await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'person.phone', value: '0176 5550002' }]);
    expect(view.answers['']?.['person.phone']?.heads.map(({ value }) => value)).toEqual(['0176 5550002']);
    expect((await office.client.search.everywhere({ text: '5550002' })).map((hit) => hit.caseId)).toContain(caseId);
    const { store, cases } = casesContext(openContext(office.core.context));
    expect(store.desk.read((tx) => tx.histories.find(caseId))).toBeUndefined();
    expect(cases.read((tx) => JSON.stringify(tx.histories.find(caseId)))).toContain('Haddad');
  });

  it('is opened again by the head; the card goes back to the desk', async () => {
    await as('head');
    await office.client.cases.shield({ caseId, shielded: false });
    await as(jonas);
    const view = await office.client.cases.open({ caseId });
    expect(view.row.name).toBe('Haddad, Amira');
    await answerAll(office, view, [{ field: 'person.call_name', value: 'Ami' }]);
    const card = openContext(office.core.context).store.desk.read((tx) => tx.histories.find(caseId));
    expect(card?.answers[recordItself]?.['person.call_name']?.map(({ value }) => value)).toEqual(['Ami']);
  });

  it('says in the log that nothing is broken', async () => {
    await as('head');
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  });
});

describe('a copy of the whole file', () => {
  it('is made by responsible Fachkraft, deputy and head, each with a mark; by no colleague, for nobody, with or without consent', async () => {
    await as(selin);
    const view = await answerAll(office, await amira(office), [{ field: 'case.deputy_staff_id', value: jonas.user }]);
    const whole = { caseId: view.row.id };
    const nora = newColleague(office, 'Nora');
    const made = async (who: Colleague | 'head') => {
      await as(who);
      return [await codeOf(office.client.cases.export(whole)), await codeOf(office.client.rights.copyPreview(whole))];
    };
    for (const [who, right] of [[selin, 'responsible'], [jonas, 'deputy'], ['head', 'head']] as const) {
      expect(await made(who)).toEqual(['no error', 'no error']);
      expect(actions(view.row.id)).toContainEqual(['case.export', right]);
    }
    expect((await made(nora))[0]).toBe('RIGHTS_NOT_YOURS');
    expect(await codeOf(office.client.cases.export({ ...whole, recipient: { kind: 'third_party', disclosure: 'a'.repeat(32) } }))).toBe('RIGHTS_NOT_YOURS');
    await as(selin);
    await office.client.cases.withdraw({ ...whole, what: 'data_processing', entry: null, day: office.clock.day });
    expect(await made(selin)).toEqual(['no error', 'no error']);
    expect((await made(nora))[0]).toBe('RIGHTS_NOT_YOURS');
  });
});
