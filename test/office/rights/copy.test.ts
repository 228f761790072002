/**
 * The copy for the young person, tried with a file in which something stands in every field of the form: in PDF and data is every value that is hers,
 * nothing of other people without a decision, and all of it with one. Real Typst, read back by a reader that is not the writer.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../../office/base.ts';
import { createPrinter } from '../../../documents/render.ts';
import { currentCatalogue as catalogue } from '../../../shared/catalogue/catalogue.ts';
import { displayAnswer } from '../../../shared/catalogue/display.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { EntryId, type RecordId } from '../../../shared/domain/ids.ts';
import type { IntentBody } from '../../../shared/history/intent.ts';
import { makeTextEditOn } from '../../../shared/history/text.ts';
import { undecided } from '../../../shared/rights/copy.ts';
import { readPdf } from '../../support/pdf.ts';
import { fileOf, smallPdf } from '../../support/sample-files.ts';
import { amira, codeOf, newColleague, readyOffice, unlockAgain, unlockAs, type TestOffice } from '../support/office.ts';

/** One word per field, found as it is: letters only, no hyphen to break at. */
const letters = (number: number): string => String(number).padStart(4, '0').replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const canaryOf = new Map(catalogue.fields.map(({ id }, index) => [id, `Kanarie${letters(index)}x`]));
const canary = (id: string): string => canaryOf.get(id) ?? '';

let office: TestOffice;
let caseId: RecordId;
const entries = new Map<string, EntryId>();
/** What was written, by field. */
const written = new Map<string, AnswerValue>();

function sample(field: Field): AnswerValue {
  const codes = catalogue.codes(field.codeList ?? '').map(({ code }) => code);
  switch (field.type) {
    case 'text':
    case 'longtext':
      return field.pattern === undefined ? canary(field.id) : '14:30';
    case 'date':
      return '2026-02-03';
    case 'year_month':
      return '2024-05';
    case 'integer':
    case 'decimal':
      return field.min ?? 7;
    case 'boolean':
      return true;
    case 'choice':
      return codes.at(-1) ?? null;
    case 'multichoice':
      return codes.slice(0, 2);
    case 'staff':
      return openContext(office.core.context).store.user;
    case 'reference':
      return entries.get(field.refersTo?.[0] ?? '') ?? null;
    case 'automatic':
      return null;
  }
}

/** Straight into the histories: what a rule would refuse to be typed today is held from before all the same. */
function fill(): void {
  const context = casesContext(openContext(office.core.context));
  for (const group of catalogue.sections.flatMap((section) => section.groups ?? [])) entries.set(group.id, EntryId.parse(randomId()));
  const bodies = (record: 'case' | 'person'): IntentBody[] => {
    const all: IntentBody[] = [];
    for (const group of catalogue.sections.flatMap((section) => section.groups ?? [])) {
      if (catalogue.recordOfGroup(group.id) !== record || group.id === 'restriction') continue;
      const parent = group.parents === undefined ? null : (entries.get(group.parents[0] ?? '') ?? null);
      all.push({ type: 'addEntry', entry: entries.get(group.id) ?? EntryId.parse(randomId()), group: group.id, parent, rank: 'a0' });
    }
    for (const field of catalogue.fields) {
      if (field.record !== record || field.type === 'automatic' || field.group === 'restriction' || kept.has(field.id)) continue;
      const entry = field.group === undefined ? null : (entries.get(field.group) ?? null);
      const value = sample(field);
      if (value === null) continue;
      written.set(field.id, value);
      const update = field.type === 'longtext' ? makeTextEditOn(undefined, typeof value === 'string' ? value : '') : null;
      all.push(update === null ? { type: 'answer', entry, field: field.id, value, base: [] } : { type: 'editText', entry, field: field.id, update, base: [] });
    }
    return all;
  };
  context.store.desk.write((tx) => { tx.histories.append(caseId, 'person', bodies('person'), context.actor); });
  context.cases.write((tx) => { tx.histories.append(caseId, 'case', bodies('case'), context.actor); });
}

/** They decide who opens the file and how, and stand there with a value of their own. */
const kept = new Set(['case.caseworker_id', 'case.shielded', 'consent.data_processing_status', 'consent.health_data', 'case.deputy_staff_id', 'case.retention_ground', 'person.first_name', 'person.last_name']);
const isProtection = ({ readers }: Field): boolean => readers === 'child_protection';
const filled = () => catalogue.fields.filter(({ id }) => written.has(id));
const hers = () => filled().filter((field) => field.about !== 'others' && !isProtection(field));
const ofOthers = () => filled().filter(({ about }) => about === 'others');

async function copied(wish: Partial<Parameters<TestOffice['client']['rights']['copy']>[0]> = {}) {
  const copy = await office.client.rights.copy({ caseId, decisions: [], textsRead: true, protection: null, names: null, ...wish });
  if (process.env['LOTSE_LOOK'] !== undefined) writeFileSync(join(process.env['LOTSE_LOOK'], 'copy.pdf'), new Uint8Array(await copy.pdf.arrayBuffer()));
  const { text } = await readPdf(new Uint8Array(await copy.pdf.arrayBuffer()));
  return { copy, paper: text.replaceAll(/\s+/g, ''), data: await copy.json.text() };
}

interface Said {
  readonly id: string;
  readonly values: readonly unknown[];
  readonly text: string;
}

const without = (text: string): string => text.replaceAll(/\s+/g, '');

/** As the paper says it; what refers to something is named by it. */
function shown(field: Field): string {
  const value = written.get(field.id) ?? null;
  if (field.type === 'staff') return 'Petra Amsel';
  if (field.type === 'reference') return '';
  return displayAnswer(catalogue, field, value);
}

beforeAll(async () => {
  const printer = await createPrinter();
  office = await readyOffice({ documents: { print: async (paper) => printer.print(paper), close: async () => undefined } });
  caseId = (await amira(office)).row.id;
  await office.client.attachments.add({ caseId, file: fileOf(smallPdf()), title: 'Zeugnis der Schule', answers: {} });
  fill();
}, 120_000);
afterAll(async () => {
  await office.remove();
});

describe('the copy of a file with something in every field', { timeout: 300_000 }, () => {
  it('has every value that is hers, on paper and as data', async () => {
    const { paper, data } = await copied();
    const missing = hers().flatMap((field) => {
      const said = shown(field);
      return [...(paper.includes(without(said)) ? [] : [`paper ${field.id}`]), ...(data.includes(JSON.stringify(said).slice(1, -1)) ? [] : [`data ${field.id}`])];
    });
    expect(hers().length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
    expect(paper).toContain(without(undecided));
    const { sections } = JSON.parse(data) as { sections: { fields: Said[]; entries: { fields: Said[] }[] }[] };
    const said = sections.flatMap(({ fields, entries: inside }) => [...fields, ...inside.flatMap((entry) => entry.fields)]).filter(({ values, text }) => values.length > 0 || text !== '');
    const ids = new Set(said.map(({ id }) => id));
    expect(hers().map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has nothing of other people and nothing of child protection without a decision', async () => {
    const { paper, data } = await copied();
    const told = [...ofOthers(), ...filled().filter(isProtection)].filter(({ type, pattern }) => (type === 'text' || type === 'longtext') && pattern === undefined).map(({ id }) => id);
    expect(told.length).toBeGreaterThan(12);
    expect(told.filter((id) => paper.includes(canary(id)) || data.includes(canary(id)))).toEqual([]);
  });

  it('has both once somebody decided so, and the decision is in the log with its reason', async () => {
    const decisions = ofOthers().map((field) => ({ entry: field.group === undefined ? null : (entries.get(field.group) ?? null), field: field.id, give: true, reason: 'Sie kennt die Angabe' }));
    const { paper, data, copy } = await copied({ decisions, protection: 'Sie hat danach gefragt, und es gefährdet niemanden' });
    const asked = [...ofOthers(), ...filled().filter(isProtection)].filter(({ type }) => type === 'text' || type === 'longtext').map(({ id }) => id);
    expect(asked.filter((id) => !paper.includes(canary(id)) || !data.includes(canary(id)))).toEqual([]);
    expect(copy.withheld).toBe(0);
    const lines = casesContext(openContext(office.core.context)).cases.read((tx) => tx.audit.read({ record: caseId, limit: 200 }));
    expect(lines.filter(({ action, details }) => action === 'rights.copyDecision' && details?.['reason'] === 'Sie kennt die Angabe')).toHaveLength(decisions.length);
  });

  it('holds back what is hers where somebody decided so, with the reason in its place', async () => {
    const { paper, data } = await copied({ decisions: [{ entry: null, field: 'social.notes', give: false, reason: 'nennt den Bruder mit Krankheit' }] });
    expect(paper).not.toContain(canary('social.notes'));
    expect(data).not.toContain(canary('social.notes'));
    expect(paper).toContain(without('Zurückgehalten: nennt den Bruder mit Krankheit'));
  });

  it('says what was answered before, and both of two answers', async () => {
    const view = await office.client.cases.open({ caseId });
    await office.client.cases.answer({ caseId, entry: null, field: 'education.career_goal', value: 'Tischlerin', base: [...(view.answers['']?.['education.career_goal']?.base ?? [])] });
    await office.client.cases.answer({ caseId, entry: null, field: 'education.career_goal', value: 'Malerin', base: [] });
    const { paper } = await copied();
    expect(paper).toMatch(/ZweiAngaben:.*Tischlerin/);
    expect(paper).toContain('Malerin');
    expect(paper).toContain(`früher:${canary('education.career_goal')}`);
  });

  it('has earlier versions of a long text as data, which are read with it and held back with it', async () => {
    const jmd = { caseId, entry: null, field: 'integration_plan.jmd_contribution' } as const;
    const write = async (text: string) => {
      const view = await office.client.cases.open({ caseId });
      await office.client.cases.editText({ ...jmd, text, base: [...(view.texts['']?.[jmd.field]?.base ?? [])] });
    };
    await write('Wir begleiten zur Schule, Zweitfassung.');
    await write('Wir begleiten zum Amt.');
    const { questions } = await office.client.rights.copyPreview({ caseId });
    expect(questions.find(({ field }) => field === jmd.field)?.value).toContain('Zweitfassung');
    const { data, paper } = await copied();
    const { sections } = JSON.parse(data) as { sections: { fields: { id: string; earlierTexts: { text: string; on: string }[] }[] }[] };
    const said = sections.flatMap(({ fields }) => fields).find(({ id }) => id === jmd.field);
    expect(said?.earlierTexts.map(({ text }) => text)).toEqual([canary(jmd.field), 'Wir begleiten zur Schule, Zweitfassung.']);
    expect(paper).not.toContain('Zweitfassung');
    const held = await copied({ decisions: [{ entry: null, field: jmd.field, give: false, reason: 'nennt eine Freundin' }] });
    expect(held.data).not.toContain('Zweitfassung');
  });

  it('asks about an answer in words that was replaced or taken back, and about a name of somebody else, and holds them back with the field', async () => {
    const trusted = { caseId, entry: null, field: 'social.trusted_person' } as const;
    const goal = { caseId, entry: null, field: 'education.career_goal' } as const;
    const say = async ({ field, ...at }: typeof trusted | typeof goal, value: string | null) => {
      const view = await office.client.cases.open({ caseId });
      await office.client.cases.answer({ ...at, field, value, base: [...(view.answers['']?.[field]?.base ?? [])] });
    };
    for (const value of ['Nachbarin Rotkehlchen', null]) await say(trusted, value);
    for (const value of ['Wie Onkel Zaunkönig', 'Gärtnerin']) await say(goal, value);
    const { questions } = await office.client.rights.copyPreview({ caseId });
    const asked = (id: string) => questions.find(({ field }) => field === id);
    expect(questions.filter(({ field }) => field === trusted.field)).toHaveLength(1);
    expect(asked(trusted.field)).toMatchObject({ why: 'others', value: expect.stringMatching(/^Früher \(02\.03\.2026\): .*Nachbarin Rotkehlchen$/s) as string });
    expect(asked(goal.field)).toMatchObject({ why: 'text', value: expect.stringMatching(/^Gärtnerin\n.*Früher \(.*\): Wie Onkel Zaunkönig/s) as string });
    const kept = await copied({ decisions: [{ entry: null, field: goal.field, give: false, reason: 'nennt den Onkel' }] });
    expect(kept.paper + kept.data).not.toMatch(/Rotkehlchen|Zaunkönig/);
    const given = await copied({ decisions: [{ entry: null, field: trusted.field, give: true, reason: 'Sie kennt die Nachbarin' }] });
    expect(given.data).toMatch(/Rotkehlchen/);
    expect(given.data).toMatch(/Zaunkönig/);
  });

  it('has the work notes of whoever makes it, unless one is held back; of those of others their number and why', async () => {
    await office.client.workNotes.write({ caseId, text: 'Nachfragen wegen Ringelnatter' });
    await unlockAs(office, newColleague(office, 'Selin'));
    await office.client.workNotes.write({ caseId, text: 'Anruf wegen Blindschleiche' });
    await unlockAgain(office);
    const { questions, workNotes } = await office.client.rights.copyPreview({ caseId });
    const note = questions.find(({ field }) => field === 'note.text');
    expect([note?.why, note?.value, workNotes]).toEqual(['text', 'Nachfragen wegen Ringelnatter', 1]);
    const { paper, data } = await copied();
    expect([paper.includes('Ringelnatter'), data.includes('Ringelnatter')]).toEqual([true, true]);
    expect(paper + data).not.toContain('Blindschleiche');
    expect(paper).toContain('weilnursieselbstsieöffnenkönnen');
    const held = await copied({ decisions: [{ entry: note?.entry ?? null, field: 'note.text', give: false, reason: 'nennt den Bruder' }] });
    expect(held.paper + held.data).not.toContain('Ringelnatter');
    expect(held.paper).toContain('Zurückgehalten:nenntdenBruder');
  });

  it('says what the card carries beside the form in words, not in codes', async () => {
    const { paper, data } = await copied();
    expect(paper).toContain('HinweiszuElternaufderKarte');
    expect(paper).not.toMatch(/only_after_consultation|"parents_informed"/);
    expect(data).toContain('Hinweise auf der Karteikarte');
  });

  it('names files without her name, and gives each of them along', async () => {
    const { copy, data } = await copied();
    expect(copy.fileName).toBe('kopie-2026-03-02');
    expect(copy.files.map(({ name }) => name)).toEqual(['anlage-1.pdf']);
    expect(data).toContain('Zeugnis der Schule');
    const [file] = copy.files;
    if (file === undefined) throw new Error('no file');
    const bytes = await office.client.rights.copiedFile({ caseId, attachment: file.attachment });
    expect(new Uint8Array(await bytes.arrayBuffer())).toEqual(new Uint8Array(smallPdf()));
  });

  it('says who looked by role, with names only where the head decides it', async () => {
    const { data } = await copied();
    const looks = (text: string) => (JSON.parse(text) as { looks: { role: string; name: string | null }[] }).looks;
    expect(looks(data).length).toBeGreaterThan(3);
    expect(new Set(looks(data).map(({ name }) => name))).toEqual(new Set([null]));
    const named = await copied({ names: 'Verdacht auf Missbrauch, anders nicht zu klären' });
    expect(looks(named.data).some(({ name }) => name === 'Petra Amsel')).toBe(true);
  });

  it('warns of a secret address and of how she is reached safely', async () => {
    const { copy } = await copied();
    expect(copy.warnings.join(' ')).toContain('Anschrift geheim');
    expect(copy.warnings.join(' ')).toContain('sicherer Kontakt');
  });

  it('leaves only when somebody has read the texts, and not for a colleague who has nothing to do with the file', async () => {
    expect(await codeOf(office.client.rights.copy({ caseId, decisions: [], textsRead: false, protection: null, names: null }))).toBe('RIGHTS_TEXTS_UNREAD');
    const { questions } = await office.client.rights.copyPreview({ caseId });
    expect(questions.filter(({ why }) => why === 'others').map(({ field }) => field)).toEqual(expect.arrayContaining(['guardian.name', 'helper.name', 'case_conference.result']));
    expect(questions.some(({ why, field }) => why === 'text' && field === 'contact.note')).toBe(true);
    const jonas = newColleague(office, 'Jonas');
    await unlockAs(office, jonas);
    expect(await codeOf(office.client.rights.copyPreview({ caseId }))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(office.client.rights.whoLooked({ caseId, names: null }))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('the catalogue', () => {
  it('says of every name, text and note whom it is about', () => {
    // Reviewed one by one: a new field of words fails here until somebody decided.
    const words = catalogue.fields.filter(({ type, codeList, readers }) => (type === 'text' || type === 'longtext') && codeList === undefined && readers === undefined);
    expect(words.map(({ id, about }) => `${id} ${about ?? 'hers'}`)).toMatchSnapshot();
  });

  it('marks a reference to somebody else like the name it would show', () => {
    const names = catalogue.fields.filter(({ about }) => about === 'others').map(({ id }) => id);
    const telling = catalogue.fields.filter(({ type, refersTo = [] }) => type === 'reference' && refersTo.some((group) => names.includes(catalogue.group(group)?.namedBy ?? '')));
    expect(telling.filter(({ about }) => about !== 'others').map(({ id }) => id)).toEqual([]);
  });
});
