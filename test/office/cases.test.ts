import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildProjections } from '../../office/cases/stale.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { indexSoon } from '../../office/search/words-later.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { makeTextEditOn } from '../../shared/history/text.ts';
import { maxHistoryLines } from '../../shared/rpc/case.views.ts';
import { answerAll, amira, codeOf, consent, password, readyOffice, type TestOffice } from './support/office.ts';

const everything = { mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 } as const;

describe('a case file', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice();
  });
  afterAll(async () => {
    await office.remove();
  });

  it('begins with its number, its Fachkraft and nothing else', async () => {
    const first = await office.client.cases.create();
    const second = await office.client.cases.create();
    expect([first.row.number, second.row.number]).toEqual(['NI-0417-2026-0001', 'NI-0417-2026-0002']);
    expect(first).toMatchObject({ caseworkerName: 'Petra Amsel', consentGiven: false, row: { name: '', status: 'open', age: null } });
    expect(first.answers['']?.['case.status']?.heads[0]?.value).toBe('open');
    expect(first.answers['']?.['case.site_id']?.heads[0]?.value).toBe('JMD Nordstadt');
  });

  it('takes nothing personal before consent, and says so with its own code', async () => {
    const { row } = await office.client.cases.create();
    const at = { caseId: row.id, entry: null, base: [] };
    expect(await codeOf(office.client.cases.answer({ ...at, field: 'person.last_name', value: 'Haddad' }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.cases.addEntry({ caseId: row.id, group: 'goal', parent: null }))).toBe('CONSENT_MISSING');
    expect((await office.client.cases.open({ caseId: row.id })).row.name).toBe('');
  });

  it('answers each mistake with its own code', async () => {
    const { row } = await office.client.cases.create();
    const caseId = row.id;
    const { client } = office;
    const nobody = RecordId.parse('f'.repeat(32));
    const entry = (await amiraEntry()).entry;
    const refused = {
      CASE_NOT_FOUND: client.cases.open({ caseId: nobody }),
      FIELD_UNKNOWN: client.cases.answer({ caseId, entry: null, field: 'case.shoe_size', value: 43, base: [] }),
      ENTRY_UNKNOWN: client.cases.answer({ caseId, entry, field: 'goal.area', value: 'school', base: [] }),
      ANSWER_INVALID: client.cases.answer({ caseId, entry: null, field: 'case.first_interview_date', value: '2026-03-03', base: [] }),
      BAD_REQUEST: client.cases.open({ caseId: 'x' }),
    };
    for (const [code, call] of Object.entries(refused)) expect(await codeOf(call)).toBe(code);
    expect(office.log).toEqual([]);
  });

  async function amiraEntry() {
    const view = await amira(office);
    const { entry } = await office.client.cases.addEntry({ caseId: view.row.id, group: 'goal', parent: null });
    return { caseId: view.row.id, entry };
  }

  it('keeps what belongs on the card and what belongs in the file apart, and shows both', async () => {
    const view = await amira(office);
    expect(view.row).toMatchObject({ name: 'Haddad, Amira', born: '2007-05-14', age: 18 });
    const { store, cases } = casesContext(openContext(office.core.context));
    const card = store.desk.read((tx) => tx.histories.find(view.row.id));
    const file = cases.read((tx) => tx.histories.find(view.row.id));
    expect(Object.keys(card?.answers[''] ?? {})).toEqual(['person.first_name', 'person.last_name']);
    expect(JSON.stringify(file)).not.toContain('Haddad');
  });

  it('keeps a text as its differences and knows every earlier wording', async () => {
    const { caseId, entry } = await amiraEntry();
    const edit = (text: string, base: Parameters<typeof office.client.cases.editText>[0]['base']) =>
      office.client.cases.editText({ caseId, entry, field: 'goal.description', text, base });
    const first = await edit('Deutsch B1', []);
    const second = await edit('Deutsch B1 bis Sommer\r\nund üben', [...(first.texts[entry]?.['goal.description']?.base ?? [])]);
    expect(second.texts[entry]?.['goal.description']?.text).toBe('Deutsch B1 bis Sommer\nund üben');
    expect(await codeOf(edit('anders', ['e'.repeat(32) as never]))).toBe('ANSWER_INVALID');
    const lines = await office.client.cases.history({ caseId, entry, field: 'goal.description' });
    expect(lines.map(({ value, replaced }) => [value, replaced])).toEqual([
      ['Deutsch B1 bis Sommer\nund üben', false],
      ['Deutsch B1', true],
    ]);
  });

  it('tells the newest of very many changes, each with its wording', async () => {
    const { caseId, entry } = await amiraEntry();
    const { store, cases } = casesContext(openContext(office.core.context));
    const actor = { user: store.user, device: store.device, at: '2026-03-02T09:00:00Z' };
    const field = 'goal.description';
    cases.write(({ histories }) => {
      for (let n = 1; n <= maxHistoryLines + 4; n++) {
        const update = makeTextEditOn(histories.findText(caseId, entry, field), `Fassung ${String(n)}`);
        const base = [...(histories.find(caseId)?.texts[entry]?.[field]?.heads ?? [])];
        if (update !== null) histories.append(caseId, 'case', [{ type: 'editText', entry, field, update, base }], actor);
      }
    });
    const { texts } = await office.client.cases.open({ caseId });
    const base = [...(texts[entry]?.[field]?.base ?? [])];
    await office.client.cases.editText({ caseId, entry, field, text: `Fassung ${String(maxHistoryLines + 5)}`, base });
    const lines = await office.client.cases.history({ caseId, entry, field });
    expect(lines.map(({ value }) => value)).toEqual(Array.from({ length: maxHistoryLines }, (_, i) => `Fassung ${String(maxHistoryLines + 5 - i)}`));
    expect(lines.map(({ replaced }) => replaced)).toEqual(lines.map((_, i) => i > 0));
  });

  it('moves, takes away and brings back entries', async () => {
    const { caseId, entry: first } = await amiraEntry();
    const { entry: second } = await office.client.cases.addEntry({ caseId, group: 'goal', parent: null });
    const moved = await office.client.cases.moveEntry({ caseId, entry: second, before: first });
    expect(moved.entries.map(({ id }) => id)).toEqual([second, first]);
    const without = await office.client.cases.retireEntry({ caseId, entry: second, retired: true });
    expect(without.entries.find(({ id }) => id === second)?.retired).toBe(true);
    const back = await office.client.cases.retireEntry({ caseId, entry: second, retired: false });
    expect(back.entries.map(({ retired }) => retired)).toEqual([false, false]);
  });

  it('makes every open gap "unbekannt" with one act', async () => {
    const view = await amira(office);
    expect(view.gaps.length).toBeGreaterThan(10);
    const filled = await office.client.cases.fillGaps({ caseId: view.row.id, section: null });
    expect(filled.row.gaps).toBe(filled.gaps.length);
    expect(filled.gaps.length).toBeLessThan(view.gaps.length);
    const again = await office.client.cases.fillGaps({ caseId: view.row.id, section: null });
    expect(again.gaps).toEqual(filled.gaps);
  });

  it('is found by name, number, and words, and stands in the list of its Fachkraft', async () => {
    const made = await answerAll(office, await office.client.cases.create(), [
      ...consent,
      { field: 'person.first_name', value: 'Jürgen' },
      { field: 'person.last_name', value: 'Öztürk' },
    ]);
    for (const text of ['Oeztuerk', 'jürgen', made.row.number]) {
      expect((await office.client.search.everywhere({ text })).map(({ caseId }) => caseId)).toContain(made.row.id);
    }
    const mine = await office.client.cases.list({ ...everything, mine: true, text: 'Öztürk' });
    expect(mine.rows.map(({ id }) => id)).toEqual([made.row.id]);
    expect(await office.client.search.everywhere({ text: '  ' })).toEqual([]);
  });

  it('is found by a word that was typed a moment ago, and indexed by itself when nobody types', async () => {
    const view = await amira(office);
    const type = (text: string) => office.client.cases.editText({ caseId: view.row.id, entry: null, field: 'integration_plan.jmd_contribution', text, base: [] });
    await type('Segelfliegen lernen');
    expect(await office.client.search.everywhere({ text: 'segelfliegen' })).toMatchObject([{ caseId: view.row.id }]);
    const due = () => casesContext(openContext(office.core.context)).cases.read((tx) => tx.projections.countDueWords());
    await type('Ballonfahren');
    expect(due()).toBe(1);
    const core = { ...office.core.context, options: { ...office.core.context.options, background: true } };
    indexSoon(core, openContext(office.core.context).office);
    await expect.poll(due, { timeout: 60_000 }).toBe(0);
  });

  it('puts what is due on the start page', async () => {
    const view = await amira(office);
    await answerAll(office, view, [{ field: 'integration_plan.next_review', value: '2026-03-01' }]);
    const { dues, myCasesTotal, gapsTotal } = await office.client.start.overview();
    expect(dues).toContainEqual(expect.objectContaining({ caseId: view.row.id, day: '2026-03-01', kind: 'review', overdue: true }));
    expect(myCasesTotal).toBe((await office.client.cases.list(everything)).total);
    const rows = (await office.client.cases.list(everything)).rows;
    expect(gapsTotal).toBe(rows.reduce((sum, row) => sum + row.gaps, 0));
  });

  it('leaves as JSON, whole', async () => {
    const view = await amira(office);
    const blob = await office.client.cases.export({ caseId: view.row.id });
    expect(blob.type).toBe('application/json');
    const text = await blob.text();
    expect(JSON.parse(text)).toMatchObject({ format: 'lotse-case', case: view.row.id });
    expect(text).toContain('Haddad');
  });

  it('cleans what cannot be stored instead of refusing it', async () => {
    const view = await amira(office);
    const cleaned = await answerAll(office, view, [{ field: 'person.last_name', value: 'Had\uD800dad\u0000' }]);
    expect(cleaned.row.name).toBe('Had\uFFFDdad, Amira');
  });

  it('logs who read, wrote and exported, without a word of what was written', async () => {
    const view = await amira(office);
    await office.client.cases.open({ caseId: view.row.id });
    await office.client.cases.export({ caseId: view.row.id });
    const { cases, store } = casesContext(openContext(office.core.context));
    const lines = cases.read((tx) => tx.audit.read({ record: view.row.id, limit: 50 }));
    expect(lines.map(({ action }) => action).slice(0, 2)).toEqual(['case.export', 'case.open']);
    expect(lines.map(({ action }) => action)).toContain('case.create');
    const desk = store.desk.read((tx) => tx.audit.read({ record: view.row.id, limit: 50 }));
    expect(desk.map(({ action, details }) => [action, details?.['field']])).toContainEqual(['case.answer', 'person.last_name']);
    expect(JSON.stringify([lines, desk])).not.toContain('Haddad');
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  });

  it('has the same list, search and facts after all projections are made anew', async () => {
    const { core, client } = office;
    const open = core.context.session.open;
    if (open === null) throw new Error('locked');
    const facts = () => casesContext(openContext(core.context)).cases.read((tx) => [...tx.facts.caseYears(2026)].map((fact) => JSON.stringify(fact)).sort());
    const before = { list: await client.cases.list(everything), dues: (await client.start.overview()).dues, hits: await client.search.everywhere({ text: 'Haddad' }), facts: facts() };
    rebuildProjections(core.context, open, 3);
    const after = { list: await client.cases.list(everything), dues: (await client.start.overview()).dues, hits: await client.search.everywhere({ text: 'Haddad' }), facts: facts() };
    expect(after.list).toEqual(before.list);
    expect(after.dues).toEqual(before.dues);
    expect(new Set(after.hits)).toEqual(new Set(before.hits));
    expect(after.facts).toEqual(before.facts);
    expect(before.facts.length).toBeGreaterThan(3);
  });

  it('projects at the next unlock what a crash between the two doors left behind', async () => {
    const view = await amira(office);
    const { store, office: open } = openContext(office.core.context);
    const { markStale } = await import('../../office/cases/stale.ts');
    const actor = { user: store.user, device: store.device, at: '2026-03-02T10:00:00Z' };
    // The desk commit of an answer, and then the power goes.
    store.desk.write((tx) => {
      markStale(tx, open, [view.row.id]);
      const base = [...(view.answers['']?.['person.last_name']?.base ?? [])];
      tx.histories.append(view.row.id, 'person', [{ type: 'answer', entry: null, field: 'person.last_name', value: 'Nasser', base }], actor);
    });
    expect((await office.client.cases.list({ ...everything, text: 'Nasser' })).total).toBe(0);
    await office.core.lock();
    await office.client.session.unlock({ login: null, password });
    expect((await office.client.cases.list({ ...everything, text: 'Nasser' })).rows[0]).toMatchObject({ name: 'Nasser, Amira', changedAt: '2026-03-02T10:00:00Z' });
  });
});
