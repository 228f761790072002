import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extendedCatalogue } from '../support/extra-section.ts';
import { amira, answerAll, codeOf, readyOffice, type TestOffice } from './support/office.ts';

describe('five fields nobody wrote code for', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice({ catalogue: extendedCatalogue });
  });
  afterAll(async () => {
    await office.remove();
  });

  it('are on the form, checked, saved, complete, found and exported', async () => {
    const view = await amira(office);
    const caseId = view.row.id;
    expect((await office.client.catalogue.current()).sections.at(-1)?.title).toBe('Freizeit');
    expect(view.sections.at(-1)).toEqual({ section: '6', shown: 5, answered: 0, gaps: 1 });
    expect(view.gaps).toContainEqual({ section: '6', field: 'leisure.hobby', entry: null });

    const answer = (field: string, value: string | number) => office.client.cases.answer({ caseId, entry: null, field, value, base: [] });
    expect(await codeOf(answer('leisure.hours', 61))).toBe('ANSWER_INVALID');
    expect(await codeOf(answer('leisure.place', 'moon'))).toBe('ANSWER_INVALID');
    expect(await codeOf(answer('leisure.since', '2027-01-01'))).toBe('ANSWER_INVALID');

    await answerAll(office, view, [
      { field: 'leisure.hobby', value: 'Kanufahren' },
      { field: 'leisure.since', value: '2024-05-01' },
      { field: 'leisure.place', value: 'club' },
      { field: 'leisure.hours', value: 4 },
    ]);
    const full = await office.client.cases.editText({ caseId, entry: null, field: 'leisure.story', text: 'Der Onkel hatte ein Boot.', base: [] });
    expect(full.sections.at(-1)).toEqual({ section: '6', shown: 5, answered: 5, gaps: 0 });
    expect(full.row.gaps).toBe(view.row.gaps - 1);

    const hits = await office.client.search.everywhere({ text: 'kanu' });
    expect(hits).toContainEqual(expect.objectContaining({ caseId, fieldLabel: 'Lieblingsbeschäftigung', section: '6' }));
    expect((await office.client.search.everywhere({ text: 'onkel boot' }))[0]?.fieldLabel).toBe('Wie es dazu kam');
    const exported = await (await office.client.cases.export({ caseId })).text();
    for (const text of ['Kanufahren', 'Sportverein', 'Der Onkel hatte ein Boot.', '2024-05-01']) expect(exported).toContain(text);
  });
});
