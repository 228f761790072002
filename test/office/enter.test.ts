/** Several answers, or an entry with all it says, in one act. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { ActId, type RecordId } from '../../shared/domain/ids.ts';
import { amira, codeOf, readyOffice, type TestOffice } from './support/office.ts';

const newAct = () => ActId.parse(randomId());

let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => {
  await office.remove();
});

function written(caseId: RecordId): number {
  const { store, cases } = casesContext(openContext(office.core.context));
  return [cases, store.desk].reduce((sum, door) => sum + door.read((tx) => tx.histories.read(caseId).length), 0);
}

describe('an entry with all it says', () => {
  const goal = { group: 'goal', parent: null, answers: { 'goal.area': 'language', 'goal.target_date': '2026-09-01' }, texts: { 'goal.description': 'Ich will B1 schaffen.' } } as const;

  it('stands in the file at once', async () => {
    const { row } = await amira(office);
    const { entry, view } = await office.client.cases.enter({ caseId: row.id, ...goal });
    expect(view.entries).toEqual([{ id: entry, group: 'goal', parent: null, retired: false }]);
    expect(view.answers[entry]?.['goal.area']?.heads.map(({ value }) => value)).toEqual(['language']);
    expect(view.texts[entry]?.['goal.description']?.text).toBe('Ich will B1 schaffen.');
    expect(await office.client.cases.open({ caseId: row.id })).toEqual(view);
  });

  it('is written once however often it is sent', async () => {
    const { row } = await amira(office);
    const wish = { caseId: row.id, act: newAct(), ...goal };
    const first = await office.client.cases.enter(wish);
    const count = written(row.id);
    expect(await office.client.cases.enter(wish)).toEqual(first);
    expect(written(row.id)).toBe(count);
  });

  it('takes words typed on top of it', async () => {
    const { row } = await amira(office);
    const { entry, view } = await office.client.cases.enter({ caseId: row.id, ...goal });
    const base = [...(view.texts[entry]?.['goal.description']?.base ?? [])];
    const after = await office.client.cases.editText({ caseId: row.id, entry, field: 'goal.description', text: 'Ich will B1 und B2 schaffen.', base });
    expect(after.texts[entry]?.['goal.description']?.text).toBe('Ich will B1 und B2 schaffen.');
  });

  it.each([
    ['a field of another group', { ...goal, answers: { ...goal.answers, 'action_step.due': '2026-09-01' } }, 'FIELD_UNKNOWN'],
    ['a field of the file itself', { ...goal, answers: { ...goal.answers, 'case.gender': 'w' } }, 'FIELD_UNKNOWN'],
    ['a code that is in no list', { ...goal, answers: { ...goal.answers, 'goal.area': 'astrology' } }, 'ANSWER_INVALID'],
    ['a long text among the answers', { ...goal, answers: { 'goal.description': 'Deutsch' } }, 'ANSWER_INVALID'],
    ['a short answer among the texts', { ...goal, texts: { 'goal.area': 'language' } }, 'ANSWER_INVALID'],
    ['a group nobody knows', { ...goal, group: 'garden' }, 'FIELD_UNKNOWN'],
  ])('is refused whole for %s', async (_what, wish, code) => {
    const { row } = await amira(office);
    const before = written(row.id);
    expect(await codeOf(office.client.cases.enter({ caseId: row.id, ...wish }))).toBe(code);
    expect(written(row.id)).toBe(before);
  });

  describe('and entries below it', () => {
    const step = (task: string, more: Readonly<Record<string, string>> = {}) => ({ group: 'action_step', answers: { 'action_step.task': task, 'action_step.responsible': 'young_person', ...more }, texts: {} });
    const below = [step('Kurs suchen'), step('Anmelden', { 'action_step.pictogram': 'paper' }), step('Hingehen')];

    it('is one act: they stand below it in their order, and the log has one line', async () => {
      const { row } = await amira(office);
      const { entry, view } = await office.client.cases.enter({ caseId: row.id, ...goal, below });
      const steps = view.entries.filter(({ parent }) => parent === entry);
      expect(steps.map(({ id }) => view.answers[id]?.['action_step.task']?.heads[0]?.value)).toEqual(['Kurs suchen', 'Anmelden', 'Hingehen']);
      expect(view.answers[steps[1]?.id ?? '']?.['action_step.pictogram']?.heads[0]?.value).toBe('paper');
      const { cases } = casesContext(openContext(office.core.context));
      const [line, before] = cases.read((tx) => tx.audit.read({ record: row.id, limit: 2 }));
      expect(line).toMatchObject({ action: 'case.enter', details: { group: 'goal', entry, below: 3 } });
      expect(before?.action).not.toBe('case.enter');
    });

    it('is written once however often it is sent', async () => {
      const { row } = await amira(office);
      const wish = { caseId: row.id, act: newAct(), ...goal, below };
      const first = await office.client.cases.enter(wish);
      const count = written(row.id);
      expect(await office.client.cases.enter(wish)).toEqual(first);
      expect(written(row.id)).toBe(count);
    });

    it.each([
      ['a step nobody can take', step('Gehen', { 'action_step.responsible': 'nobody' }), 'ANSWER_INVALID'],
      ['a field of another group', step('Gehen', { 'goal.area': 'language' }), 'FIELD_UNKNOWN'],
      ['a group that does not stand below a goal', { group: 'contact', answers: {}, texts: {} }, 'ENTRY_UNKNOWN'],
    ])('is refused whole for %s: no goal without its steps', async (_what, refused, code) => {
      const { row } = await amira(office);
      const before = written(row.id);
      expect(await codeOf(office.client.cases.enter({ caseId: row.id, ...goal, below: [...below, refused] }))).toBe(code);
      expect(written(row.id)).toBe(before);
    });
  });

  it('needs the consent', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(office.client.cases.enter({ caseId: row.id, ...goal }))).toBe('CONSENT_MISSING');
    expect((await office.client.cases.open({ caseId: row.id })).entries).toEqual([]);
  });
});

describe('several answers at once', () => {
  const one = (field: string, value: string) => ({ entry: null, field, value, base: [] });

  it('stand in file and card together', async () => {
    const { row } = await amira(office);
    const view = await office.client.cases.answerAll({ caseId: row.id, answers: [one('case.gender', 'w'), one('person.phone', '0176 5550001')] });
    expect(view.answers['']?.['case.gender']?.heads[0]?.value).toBe('w');
    expect(view.answers['']?.['person.phone']?.heads[0]?.value).toBe('0176 5550001');
  });

  it('are written once however often they are sent', async () => {
    const { row } = await amira(office);
    const wish = { caseId: row.id, act: newAct(), answers: [one('case.gender', 'w'), one('person.phone', '0176 5550001')] };
    const first = await office.client.cases.answerAll(wish);
    const count = written(row.id);
    expect(await office.client.cases.answerAll(wish)).toEqual(first);
    expect(written(row.id)).toBe(count);
  });

  it('are refused all when one of them is', async () => {
    const { row } = await amira(office);
    const before = written(row.id);
    const answers = [one('case.gender', 'w'), one('person.phone', '0176 5550001'), one('case.access_path', 'by_balloon')];
    expect(await codeOf(office.client.cases.answerAll({ caseId: row.id, answers }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.cases.answerAll({ caseId: row.id, answers: [one('case.gender', 'w'), one('case.gender', 'm')] }))).toBe('ANSWER_INVALID');
    expect(written(row.id)).toBe(before);
  });

  it('bring no name in beside the consent it needs', async () => {
    const { row } = await office.client.cases.create();
    const answers = [one('consent.data_processing_status', 'granted'), one('person.last_name', 'Haddad')];
    expect(await codeOf(office.client.cases.answerAll({ caseId: row.id, answers }))).toBe('CONSENT_MISSING');
    expect((await office.client.cases.open({ caseId: row.id })).consentGiven).toBe(false);
  });
});
