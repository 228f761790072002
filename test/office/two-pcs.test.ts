import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { projectAnew } from '../../office/cases/stale.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { amira, answerAll, newOffice, type TestOffice } from './support/office.ts';

/** Everything one PC knows of a record goes to the other, as the shared folder will carry it. */
function exchange(from: TestOffice, to: TestOffice, record: RecordId): void {
  const source = casesContext(openContext(from.core.context));
  const target = casesContext(openContext(to.core.context));
  const device = { id: source.store.device, publicKey: source.store.devicePublicKey, addedAt: source.actor.at };
  const cards = source.store.desk.read((tx) => tx.histories.read(record));
  target.store.desk.write((tx) => {
    tx.devices.add(device);
    tx.histories.merge(cards);
  });
  const files = source.cases.read((tx) => tx.histories.read(record));
  target.cases.write((tx) => { tx.histories.merge(files); });
  projectAnew(to.core.context, target.office, [record], 'read');
}

describe('two PCs that work apart', () => {
  let petra: TestOffice;
  let samir: TestOffice;
  beforeAll(async () => {
    [petra, samir] = await Promise.all([newOffice(), newOffice()]);
  });
  afterAll(async () => {
    await Promise.all([petra.remove(), samir.remove()]);
  });

  it('keep both answers to one field until somebody decides, in the file and on the card', async () => {
    const view = await amira(petra);
    const caseId = view.row.id;
    exchange(petra, samir, caseId);
    const there = await samir.client.cases.open({ caseId });
    expect(there.row).toMatchObject({ name: 'Haddad, Amira', number: view.row.number });
    expect(there.caseworkerName).toBe('Unbekannt');

    await answerAll(petra, view, [{ field: 'case.gender', value: 'w' }, { field: 'person.first_name', value: 'Amira' }]);
    await answerAll(samir, there, [{ field: 'case.gender', value: 'd' }, { field: 'person.first_name', value: 'Amirah' }]);
    exchange(petra, samir, caseId);
    exchange(samir, petra, caseId);

    const here = await petra.client.cases.open({ caseId });
    const overThere = await samir.client.cases.open({ caseId });
    for (const field of ['case.gender', 'person.first_name']) {
      const heads = here.answers['']?.[field]?.heads ?? [];
      expect(heads).toHaveLength(2);
      expect(overThere.answers['']?.[field]?.heads.map(({ intent, value }) => [intent, value])).toEqual(heads.map(({ intent, value }) => [intent, value]));
    }
    expect(new Set(here.answers['']?.['case.gender']?.heads.map(({ value }) => value))).toEqual(new Set(['w', 'd']));
    expect({ ...here.row, age: null }).toEqual({ ...overThere.row, age: null });

    const decided = await answerAll(petra, here, [{ field: 'case.gender', value: 'd' }]);
    expect(decided.answers['']?.['case.gender']?.heads.map(({ value }) => value)).toEqual(['d']);
    const lines = await petra.client.cases.history({ caseId, entry: null, field: 'case.gender' });
    expect(lines.filter(({ replaced }) => replaced).map(({ value }) => value).sort()).toEqual(['d', 'w']);
  });

  it('keep the words both wrote into one text, and count a case once', async () => {
    const view = await amira(petra);
    const caseId = view.row.id;
    const { entry } = await petra.client.cases.addEntry({ caseId, group: 'goal', parent: null });
    const field = 'goal.description';
    const first = await petra.client.cases.editText({ caseId, entry, field, text: 'Deutsch lernen', base: [] });
    exchange(petra, samir, caseId);
    const base = [...(first.texts[entry]?.[field]?.base ?? [])];
    await petra.client.cases.editText({ caseId, entry, field, text: 'Gut Deutsch lernen', base });
    await samir.client.cases.editText({ caseId, entry, field, text: 'Deutsch lernen und sprechen', base });
    exchange(petra, samir, caseId);
    exchange(samir, petra, caseId);
    const texts = [petra, samir].map(async ({ client }) => (await client.cases.open({ caseId })).texts[entry]?.[field]?.text);
    expect(await Promise.all(texts)).toEqual(['Gut Deutsch lernen und sprechen', 'Gut Deutsch lernen und sprechen']);

    const keys = [petra, samir].map(({ core }) => casesContext(openContext(core.context)).cases.read((tx) => tx.histories.find(caseId)?.countKeys['2026']));
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]).toBeDefined();
  });
});
