/**
 * An edition of the catalogue that renames, adds and retires is read into a JMD full of cases, worked with, and taken back.
 *
 * `LOTSE_EDITION_CASES`: how many cases, 200 unless told.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext, casesContext } from '../../office/base.ts';
import { loadCase } from '../../office/cases/load-case.ts';
import { refreshedFacts } from '../../office/cases/refresh.ts';
import { seedOffice } from '../../office/seed.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { caseProgress } from '../../shared/cases/progress.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { changed, renamedFields, takenBack } from '../support/other-editions.ts';
import { amira, answerAll, codeOf, officeIn, officeKeys, readyOffice, type TestOffice } from './support/office.ts';
import { openByKeys } from './support/office-template.ts';

const cases = Number(process.env['LOTSE_EDITION_CASES'] ?? 200);
/** Not how long it takes: how long until something hangs. */
const patience = 1200 * Math.max(cases, 1000);
const clock = { now: new Date('2026-11-20T09:00:00Z'), day: IsoDay.parse('2026-11-20') };
const outlook = 'Sie möchte Lokführerin werden.';

/** What the file says, by place and field, in the words of the edition it was read in. */
type Said = Pick<RecordState, 'answers' | 'texts' | 'entries'>;

interface Seen {
  readonly said: ReadonlyMap<RecordId, Said>;
  /** Gaps of the row, and the fields that are gaps when the file is gone through. */
  readonly gaps: ReadonlyMap<RecordId, { readonly row: number; readonly fields: readonly string[] }>;
  /** Number, name, form of support, status and next date of every row. */
  readonly rows: readonly string[];
  readonly facts: readonly string[];
}

describe(`an edition over ${String(cases)} cases`, () => {
  let office: TestOffice;
  let before: Seen;
  let first: CaseView;
  let institution: EntryId;

  const context = () => casesContext(openContext(office.core.context));
  const ids = () => context().cases.read((tx) => tx.histories.ids('case'));

  /** The same folder, opened by a program with another edition. */
  async function openWith(catalogue: LoadedCatalogue): Promise<void> {
    await office.core.lock();
    office = officeIn(office.dir, { catalogue }, clock);
    openByKeys(office, await officeKeys());
    await refreshedFacts(openContext(office.core.context));
  }

  function look(): Seen {
    const { catalogue } = context().options;
    const said = new Map<RecordId, Said>();
    const gaps = new Map<RecordId, { row: number; fields: readonly string[] }>();
    const rows: string[] = [];
    for (const id of ids()) {
      const { caseState, person } = loadCase(context(), id);
      const { answers, texts, entries } = caseState;
      said.set(id, { answers, texts, entries });
      const row = context().cases.read((tx) => tx.projections.findRow(id));
      if (row === undefined) throw new Error('a case without its row');
      const { gaps: found } = caseProgress(catalogue, readCase(caseState, person), clock.day);
      gaps.set(id, { row: row.gaps, fields: found.map(({ field }) => field) });
      rows.push(JSON.stringify([row.number, row.name, row.born, row.supportForm, row.status, row.nextDate]));
    }
    const facts = context().cases.read((tx) => [...tx.facts.caseYears(2026)].map((fact) => JSON.stringify(fact)));
    return { said, gaps, rows: rows.sort(), facts: facts.sort() };
  }

  /** `said` under the names that `names` gives to fields and `codes` to codes. */
  function underNames(said: Said, names: Readonly<Record<string, string>>, codes: Readonly<Record<string, string>>): unknown {
    const rename = <T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
      Object.fromEntries(
        Object.entries(places).map(([place, fields]) => [
          place,
          Object.fromEntries(Object.entries(fields).map(([field, value]) => [names[field] ?? field, value])),
        ]),
      );
    return JSON.parse(
      JSON.stringify({ ...said, answers: rename(said.answers), texts: rename(said.texts) }),
      (key, value: unknown) => (key === 'value' && typeof value === 'string' ? (codes[value] ?? value) : value),
    );
  }

  const found = async (text: string) =>
    (await office.client.search.everywhere({ text })).map((hit) => [hit.caseId, hit.fieldLabel]);
  const view = async () => office.client.cases.open({ caseId: first.row.id });
  const say = async (field: string, value: string, entry: EntryId | null = null) =>
    answerAll(office, await view(), [{ field, value, entry }]);
  const write = async (field: string, text: string) => {
    const base = (await view()).texts['']?.[field]?.base ?? [];
    await office.client.cases.editText({ caseId: first.row.id, entry: null, field, text, base: [...base] });
  };

  beforeAll(async () => {
    office = await readyOffice();
    await office.core.lock();
    office = officeIn(office.dir, {}, clock);
    openByKeys(office, await officeKeys());
    await seedOffice(office.core, { cases: cases - 1, year: 2026 });
    first = await amira(office);
    await say('housing.type', 'shared_flat');
    await write('evaluation.outlook', outlook);
    const added = await office.client.cases.addEntry({ caseId: first.row.id, group: 'institution', parent: null });
    institution = added.entry;
    await say('institution.city', 'Nordstadt', institution);
    await refreshedFacts(openContext(office.core.context));
    before = look();
  }, patience);
  afterAll(async () => {
    await office.remove();
  });

  it('finds every answer under its new name, and lists, facts and search as they were', { timeout: patience }, async () => {
    await openWith(changed);
    const now = look();
    expect(now.said.size).toBe(cases);
    const codes = { shared_flat: 'flat_share' };
    for (const [id, said] of before.said) expect(now.said.get(id)).toEqual(underNames(said, renamedFields, codes));
    expect(now.rows).toEqual(before.rows);
    expect(now.facts).toEqual(before.facts);
    expect(now.facts.length).toBeGreaterThan(cases * 0.9);
    expect(await found('Lokführerin')).toEqual([[first.row.id, 'Noch offene Ziele und Ausblick (neu)']]);
  });

  it('asks in every Case Management for what is new and nowhere for what is retired', () => {
    const now = look();
    let asked = 0;
    for (const [id, { row, fields }] of now.gaps) {
      expect(row).toBe(fields.length);
      expect(fields).not.toContain('education.compulsory_schooling_done');
      const old = (before.gaps.get(id)?.fields ?? []).filter((field) => field !== 'education.compulsory_schooling_done');
      expect(fields.filter((field) => field !== 'housing.pets')).toEqual(old.map((field) => renamedFields[field] ?? field));
      if (fields.includes('housing.pets')) asked += 1;
    }
    expect(asked).toBeGreaterThan(cases / 5);
    expect([...before.gaps.values()].some(({ fields }) => fields.includes('education.compulsory_schooling_done'))).toBe(true);
  });

  it('takes answers under the new names, shows the way there, and takes none where a field or code has retired', async () => {
    await say('housing.kind', 'houseboat');
    await say('housing.pets', 'Kater Mio');
    await say('institution.town', 'Neustadt', institution);
    await write('evaluation.prospects', `${outlook} Im Herbst fährt sie im Stellwerk mit.`);
    const lines = await office.client.cases.history({ caseId: first.row.id, entry: null, field: 'housing.kind' });
    expect(lines.map(({ value }) => value)).toEqual(['houseboat', 'flat_share']);
    const texts = await office.client.cases.history({ caseId: first.row.id, entry: null, field: 'evaluation.prospects' });
    expect(texts.map(({ value }) => value)).toEqual([`${outlook} Im Herbst fährt sie im Stellwerk mit.`, outlook]);
    expect(await codeOf(say('housing.kind', 'friends'))).toBe('ANSWER_INVALID');
    expect(await codeOf(say('housing.type', 'own_flat'))).toBe('FIELD_UNKNOWN');
    expect(await codeOf(answerAll(office, await view(), [{ field: 'education.compulsory_schooling_done', value: true }]))).toBe(
      'ANSWER_INVALID',
    );
    expect(await found('Stellwerk')).toContainEqual([first.row.id, 'Noch offene Ziele und Ausblick (neu)']);
  });

  it('is taken back by another edition: all as it was, with what was said meanwhile', { timeout: patience }, async () => {
    await openWith(takenBack);
    const now = look();
    const { id } = first.row;
    for (const [record, said] of before.said) if (record !== id) expect(now.said.get(record)).toEqual(said);
    expect(now.rows).toEqual(before.rows);
    expect(now.facts).toEqual(before.facts);
    for (const [record, { row, fields }] of now.gaps) {
      expect(row).toBe(fields.length);
      if (record !== id) expect(fields).toEqual(before.gaps.get(record)?.fields);
    }
    const { answers, texts, shown } = await view();
    expect(answers['']?.['housing.type']?.heads.map(({ value }) => value)).toEqual(['houseboat']);
    expect(answers['']?.['housing.pets']?.heads.map(({ value }) => value)).toEqual(['Kater Mio']);
    expect(answers[institution]?.['institution.city']?.heads.map(({ value }) => value)).toEqual(['Neustadt']);
    expect(texts['']?.['evaluation.outlook']?.text).toBe(`${outlook} Im Herbst fährt sie im Stellwerk mit.`);
    expect(shown['']).toContain('housing.pets');
    const [other] = [...now.said.keys()].filter((record) => record !== id);
    if (other === undefined) throw new Error('one case only');
    expect((await office.client.cases.open({ caseId: other })).shown['']).not.toContain('housing.pets');
  });

  it('and can come again: neither way loses or doubles a word', { timeout: patience }, async () => {
    await say('housing.type', 'own_flat');
    await write('evaluation.outlook', `${outlook} Das Stellwerk war laut.`);
    await openWith(changed);
    const { answers, texts } = await view();
    expect(answers['']?.['housing.kind']?.heads.map(({ value }) => value)).toEqual(['own_flat']);
    expect(answers[institution]?.['institution.town']?.heads.map(({ value }) => value)).toEqual(['Neustadt']);
    expect(texts['']?.['evaluation.prospects']?.text).toBe(`${outlook} Das Stellwerk war laut.`);
    await openWith(currentCatalogue);
    // The shipped edition knows no former names: what was typed under the others is kept, and exported as what it is.
    const exported = await (await office.client.cases.export({ caseId: first.row.id })).text();
    expect(exported).toContain('Kater Mio');
    expect((await view()).answers['']?.['housing.type']?.heads.map(({ value }) => value)).toEqual(['own_flat']);
  });
});
