/** Plans that were printed go along with the copy; one that names somebody else only when that was decided, paper by paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { amira, readyOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
let caseId: RecordId;

beforeAll(async () => {
  office = await readyOffice();
  caseId = (await amira(office)).row.id;
  const enter = async (group: string, parent: EntryId | null, answers: Record<string, string>, texts: Record<string, string> = {}) => (await office.client.cases.enter({ caseId, group, parent, answers, texts })).entry;
  const goal = await enter('goal', null, { 'goal.area': 'language' }, { 'goal.description': 'Ich will B1 schaffen.' });
  await enter('action_step', goal, { 'action_step.task': 'Zum Kurs anmelden', 'action_step.responsible': 'young_person' });
  await office.client.plan.print({ caseId });
  await enter('action_step', goal, { 'action_step.task': 'Üben', 'action_step.responsible': 'family', 'action_step.responsible_name': 'Tante Zahra' });
  await office.client.plan.print({ caseId });
  await office.client.plan.print({ caseId, paper: 'wall' });
});
afterAll(() => office.remove());

const papers = async () => (await office.client.rights.copyPreview({ caseId })).questions.filter(({ field }) => field === 'plan.paper');
const copy = async (decisions: readonly { entry: EntryId | null; field: string; give: boolean }[]) => {
  const { files, json } = await office.client.rights.copy({ caseId, decisions: decisions.map((one) => ({ ...one, reason: 'Sie ist einverstanden' })), textsRead: true, protection: null, names: null });
  return { names: files.map(({ name }) => name), data: await json.text() };
};

describe('printed plans in the copy', () => {
  it('are asked about: those that name somebody else with the name, the others as files', async () => {
    expect((await papers()).map(({ why, label, value }) => [why, label.split(',').slice(0, 2).join(), value])).toEqual([
      ['file', 'Mein Plan, Fassung 1', 'Bei den Schritten ist niemand sonst mit Namen genannt.'],
      ['others', 'Mein Plan, Fassung 2', 'Genannt sind: Tante Zahra.'],
      ['others', 'Wandblatt, Fassung 2', 'Genannt sind: Tante Zahra.'],
    ]);
    expect((await office.client.rights.copyPreview({ caseId })).files.map(({ name }) => name)).toEqual(['plan-1.pdf', 'plan-2.pdf', 'wandblatt-2.pdf']);
  });

  it('stay out where they name somebody and nobody decided, and the copy says so', async () => {
    const { names, data } = await copy([]);
    expect(names).toEqual(['plan-1.pdf']);
    expect(data).toContain('Mein Plan, Fassung 2');
    expect(data).not.toContain('plan-2.pdf');
    expect(data).not.toContain('Zahra');
  });

  it('go along and stay out as it was decided, one by one', async () => {
    const [first, second] = await papers();
    const { names, data } = await copy([first, second].flatMap((one, at) => (one === undefined ? [] : [{ entry: one.entry, field: one.field, give: at === 1 }])));
    expect(names).toEqual(['plan-2.pdf']);
    expect(data).toContain('Zurückgehalten: Sie ist einverstanden');
  });
});
