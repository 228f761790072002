/** Agreement and wall sheet of one plan: versions, languages, differences, handing over, and what is kept of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { insideOf } from '../../db/open-store.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { AttachmentId, EntryId, RecordId } from '../../shared/domain/ids.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';
import type { AgreementPaper, WallPaper } from '../../shared/plan/papers.ts';
import type { PaperSettingsInput } from '../../shared/papers/forms.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, codeOf, newColleague, password, readyOffice, unlockAgain, unlockAs, type TestOffice } from './support/office.ts';

let office: TestOffice;
let caseId: RecordId;
let goal: EntryId;

const context = () => casesContext(openContext(office.core.context));
const view = () => office.client.cases.open({ caseId });
const print = (wish: Partial<Parameters<TestOffice['client']['plan']['print']>[0]> = {}) => office.client.plan.print({ caseId, ...wish });
const settle = (settings: Partial<PaperSettingsInput>) => office.client.papers.saveSettings({ letterhead: noLetterhead, phones: [], unreviewedLanguages: [], ...settings });
const newest = <T extends AgreementPaper | WallPaper>(): T => office.documents.printed.at(-1) as T;
const lastLine = () => context().cases.read((tx) => tx.audit.read({ record: caseId, limit: 1 })).map(({ action, details }) => ({ action, ...details }))[0];
const step = async (task: string, due: string) => {
  await office.client.cases.enter({ caseId, group: 'action_step', parent: goal, answers: { 'action_step.task': task, 'action_step.due_date': due, 'action_step.responsible': 'young_person' }, texts: {} });
};

beforeAll(async () => {
  office = await readyOffice();
  caseId = (await amira(office)).row.id;
  goal = (await office.client.cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: { 'goal.description': 'Ich will B1 schaffen.' } })).entry;
  await step('Zum Kurs anmelden', '2026-03-10');
});
afterAll(async () => office.remove());

describe('agreement and wall sheet', () => {
  it('of one plan are one version, each kept with its own bytes', async () => {
    const [agreement, wall] = [await print(), await print({ paper: 'wall' })];
    expect([agreement.version, wall.version]).toEqual([1, 1]);
    expect([agreement.fileName, wall.fileName].map((name) => name.replace(/NI-.*?-F/, '…-F'))).toEqual(['Plan-…-Fassung-1.pdf', 'Wandblatt-…-Fassung-1.pdf']);
    expect((await view()).documents.map(({ attachment, paper, version, language, comparable }) => ({ attachment, paper, version, language, comparable }))).toEqual(
      expect.arrayContaining([
        { attachment: agreement.attachment, paper: 'agreement', version: 1, language: 'de', comparable: true },
        { attachment: wall.attachment, paper: 'wall', version: 1, language: 'de', comparable: true },
      ]),
    );
    for (const { attachment, pdf } of [agreement, wall]) expect(await (await office.client.plan.kept({ caseId, attachment })).pdf.text()).toBe(await pdf.text());
  });

  it('say the first name only on the wall, the spoken name on the agreement', async () => {
    await print({ paper: 'wall' });
    const wall = JSON.parse(await (await print({ paper: 'wall' })).pdf.text()) as WallPaper;
    expect(wall).toMatchObject({ template: 'wall', firstName: 'Amira', counsellor: 'Petra', address: 'sie', version: 1, day: '2026-03-02', steps: [{ text: 'Zum Kurs anmelden' }] });
    expect(JSON.stringify(wall)).not.toContain('Haddad');
    const agreement = JSON.parse(await (await print()).pdf.text()) as AgreementPaper;
    expect(agreement).toMatchObject({ template: 'agreement', personName: 'Amira Haddad', caseworkerName: 'Petra Amsel', plan: { goals: [{ id: goal }] } });
  });

  it('made again of the same plan on another day are the same bytes; a new appointment makes another sheet of the same version', async () => {
    const before = await print({ paper: 'wall' });
    office.clock.day = IsoDay.parse('2026-03-05');
    expect((await print({ paper: 'wall' })).attachment).toBe(before.attachment);
    await office.client.appointments.plan({ record: caseId, day: '2026-03-12', time: '14:30', staff: null });
    const after = await print({ paper: 'wall' });
    expect([after.version, after.attachment === before.attachment]).toEqual([1, false]);
    expect(newest<WallPaper>()).toMatchObject({ version: 1, day: '2026-03-02', appointment: { day: '2026-03-12', time: '14:30' } });
    expect((await view()).documents.find(({ attachment }) => attachment === after.attachment)?.day).toBe('2026-03-05');
    expect((await view()).answers['']?.['integration_plan.printed_on']?.heads[0]?.value).toBe('2026-03-05');
    office.clock.day = IsoDay.parse('2026-03-02');
  });

  it('carry the letterhead, and the phone of the counsellor where the office has set one', async () => {
    const letterhead = { ...noLetterhead, carrier: 'Sozialwerk', phone: '05555 1' };
    await settle({ letterhead });
    await print({ paper: 'wall' });
    expect(newest<WallPaper>()).toMatchObject({ phone: '05555 1', letterhead, version: 1 });
    await settle({ letterhead, phones: [{ user: context().store.user, phone: '05555 2' }] });
    await print({ paper: 'wall' });
    expect(newest<WallPaper>().phone).toBe('05555 2');
  });
});

describe('looking', () => {
  const preview = (wish: Partial<Parameters<TestOffice['client']['plan']['preview']>[0]> = {}) => office.client.plan.preview({ caseId: hers, paper: 'wall', ...wish });
  const papersOf = async () => (await office.client.cases.open({ caseId: hers })).documents;
  const say = async (sentence: string) => answerAll(office, await office.client.cases.open({ caseId: hers }), [{ field: 'integration_plan.sentence', value: sentence }]);
  const lastAct = () => context().cases.read((tx) => tx.audit.read({ record: hers, limit: 1 })).map(({ action, details }) => ({ action, ...details }))[0];
  let hers: RecordId;
  beforeAll(async () => {
    hers = (await amira(office)).row.id;
    await office.client.cases.enter({ caseId: hers, group: 'goal', parent: null, answers: {}, texts: { 'goal.description': 'Schwimmen lernen' } });
  });

  it('five times while the words are being found keeps nothing; the paper says that it is no version, and the log that it was looked at', async () => {
    for (const words of ['Ich', 'Ich schaffe', 'Ich schaffe das', 'Ich schaffe es', 'Ich schaffe das.']) {
      await say(words);
      expect(await preview()).toMatchObject({ version: null, fileName: expect.stringMatching(/^Wandblatt-.*-Vorschau\.pdf$/) as string });
      expect(newest<WallPaper>()).toMatchObject({ version: null, sentence: { text: words } });
    }
    expect(lastAct()).toMatchObject({ action: 'plan.preview', paper: 'wall', language: 'de', right: 'responsible' });
    expect(await papersOf()).toEqual([]);
  });

  it('printed, it is one version with its number; looked at again it is that paper, byte for byte', async () => {
    const { content } = await preview();
    const printed = await office.client.plan.print({ caseId: hers, paper: 'wall', shown: content });
    expect([printed.version, newest<WallPaper>().version]).toEqual([1, 1]);
    const again = await preview();
    expect([again.version, again.content, again.fileName]).toEqual([1, content, printed.fileName]);
    expect(await again.pdf.text()).toBe(await printed.pdf.text());
    expect(await papersOf()).toHaveLength(1);
  });

  it('is for the paper that was looked at: one that would say something else by now is refused, and kept by nobody', async () => {
    const { content } = await preview();
    await say('Ich schaffe alles.');
    expect(await codeOf(office.client.plan.print({ caseId: hers, paper: 'wall', shown: content }))).toBe('PLAN_OTHER_THAN_SHOWN');
    expect(await papersOf()).toHaveLength(1);
    expect(await office.client.plan.print({ caseId: hers, paper: 'wall', shown: (await preview()).content })).toMatchObject({ version: 2 });
  });

  it('is for the office that may print it: consent, language and a basis are asked for as for printing', async () => {
    expect(await codeOf(preview({ caseId: (await office.client.cases.create()).row.id }))).toBe('CONSENT_MISSING');
    expect(await codeOf(preview({ caseId: (await amira(office)).row.id }))).toBe('PLAN_EMPTY');
    expect(await codeOf(preview({ language: 'so' }))).toBe('LANGUAGE_NOT_REVIEWED');
    expect(await codeOf(preview({ recipient: { kind: 'third_party', disclosure: 'f'.repeat(32) } }))).toBe('DISCLOSURE_WITHOUT_BASIS');
  });
});

describe('a second language', () => {
  it('that nobody has reviewed is for an office that switched it on', async () => {
    await settle({});
    expect(await codeOf(print({ language: 'ar' }))).toBe('LANGUAGE_NOT_REVIEWED');
    expect(await codeOf(office.client.plan.show({ caseId, language: 'ar' }))).toBe('LANGUAGE_NOT_REVIEWED');
    await settle({ unreviewedLanguages: ['ar'] });
    const printed = await print({ language: 'ar' });
    expect(printed.version).toBe(1);
    expect(newest<AgreementPaper>().language).toBe('ar');
    const { all } = await office.client.plan.languages({ caseId });
    expect(all.filter(({ usable }) => usable).map(({ code }) => code)).toEqual(['ar']);
    expect(all.find(({ code }) => code === 'prs')).toEqual({ code: 'prs', name: 'دری', german: 'Dari', review: { state: 'unreviewed', by: null, on: null }, usable: false });
    expect(all).toHaveLength(20);
  });

  it('is suggested by what she reads, unless the file says another', async () => {
    await answerAll(office, await view(), [{ field: 'person.first_languages', value: ['ara'] }, { field: 'person.citizenship_1', value: '423' }]);
    expect(await office.client.plan.languages({ caseId })).toMatchObject({ preset: 'ar', why: 'Erstsprache ist Arabisch.' });
    await answerAll(office, await view(), [{ field: 'integration_plan.second_language', value: 'de' }]);
    expect(await office.client.plan.languages({ caseId })).toMatchObject({ preset: 'de', why: 'So ist es in dieser Akte gewählt.' });
  });
});

describe('two versions', () => {
  it('are compared by the words that were kept; the newest with the plan of now', async () => {
    const first = await print({ paper: 'wall' });
    await step('Zur Prüfung gehen', '2026-06-01');
    const expected = [{ kind: 'new', what: 'step', text: 'Zur Prüfung gehen', details: [] }];
    expect(await office.client.plan.changes({ caseId, from: first.attachment, to: null })).toEqual(expected);
    const second = await print();
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(await office.client.plan.changes({ caseId, from: first.attachment, to: second.attachment })).toEqual(expected);
    expect(await office.client.plan.changes({ caseId, from: second.attachment, to: null })).toEqual([]);
    expect(await codeOf(office.client.plan.changes({ caseId, from: 'f'.repeat(32), to: null }))).toBe('ATTACHMENT_NOT_FOUND');
  });

  it('from before words were kept open as they were, and say that they cannot be compared', async () => {
    const attachment = 'ab'.repeat(16) as AttachmentId;
    const pdf = new TextEncoder().encode('%PDF- früher');
    context().cases.write((tx) => {
      tx.histories.append(caseId, 'case', [{ type: 'keepDocument', document: { attachment, purpose: 'plan', version: 9, day: IsoDay.parse('2025-12-01'), language: 'de', sha256: 'a'.repeat(64), bytes: pdf.length } }], context().actor);
      tx.histories.keepBytes(caseId, attachment, pdf);
    });
    expect(await (await office.client.plan.kept({ caseId, attachment })).pdf.text()).toBe('%PDF- früher');
    expect(await codeOf(office.client.plan.changes({ caseId, from: attachment, to: null }))).toBe('PLAN_VERSION_WITHOUT_DATA');
    expect((await view()).documents.at(-1)).toMatchObject({ version: 9, comparable: false, paper: 'agreement' });
    expect((await print()).version).toBe(10);
  });
});

describe('the screen turned to her', () => {
  it('says what the wall sheet would say, keeps nothing, and is logged as shown', async () => {
    const kept = (await view()).documents.length;
    expect(await office.client.plan.show({ caseId, language: 'de' })).toMatchObject({ template: 'wall', firstName: 'Amira', language: 'de', steps: [{ text: 'Zum Kurs anmelden' }, { text: 'Zur Prüfung gehen' }] });
    expect(lastLine()).toMatchObject({ action: 'plan.show', language: 'de', right: 'responsible' });
    expect((await view()).documents).toHaveLength(kept);
    const empty = (await amira(office)).row.id;
    expect(await codeOf(office.client.plan.show({ caseId: empty, language: 'de' }))).toBe('PLAN_EMPTY');
    expect(await codeOf(office.client.plan.show({ caseId: (await office.client.cases.create()).row.id, language: 'de' }))).toBe('CONSENT_MISSING');
  });
});

describe('a paper in her hands', () => {
  it('is said by the file, and by the log which one it was', async () => {
    const { attachment, version } = await print({ paper: 'wall' });
    const now = await office.client.plan.handedOver({ caseId, attachment, outcome: 'handed_over' });
    expect(now.answers['']?.['integration_plan.handover']?.heads.map(({ value }) => value)).toEqual(['handed_over']);
    expect(lastLine()).toMatchObject({ action: 'plan.handOver', paper: 'wall', version, language: 'de', outcome: 'handed_over', right: 'responsible' });
    const after = await office.client.plan.handedOver({ caseId, attachment, outcome: 'declined' });
    expect(after.answers['']?.['integration_plan.handover']?.heads.map(({ value }) => value)).toEqual(['declined']);
    expect(await codeOf(office.client.plan.handedOver({ caseId, attachment: 'f'.repeat(32), outcome: 'declined' }))).toBe('ATTACHMENT_NOT_FOUND');
  });

  it('is written once, however often the answer was lost', async () => {
    const { attachment } = await print();
    const wish = { caseId, attachment, outcome: 'handed_over', act: 'c'.repeat(32) } as const;
    const once = await office.client.plan.handedOver(wish);
    expect((await office.client.plan.handedOver(wish)).answers['']?.['integration_plan.handover']).toEqual(once.answers['']?.['integration_plan.handover']);
  });
});

describe('after a withdrawal', () => {
  it('no colleague compares what she had printed', async () => {
    const hers = (await amira(office)).row.id;
    await office.client.cases.enter({ caseId: hers, group: 'goal', parent: null, answers: {}, texts: { 'goal.description': 'Ausziehen' } });
    const { attachment } = await office.client.plan.print({ caseId: hers });
    await office.client.cases.withdraw({ caseId: hers, what: 'data_processing', entry: null, day: '2026-03-02' });
    expect(await codeOf(office.client.plan.print({ caseId: hers, paper: 'wall' }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.plan.preview({ caseId: hers }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.plan.show({ caseId: hers, language: 'de' }))).toBe('CONSENT_MISSING');
    const petra = { user: context().store.user, role: 'head' } as const;
    await unlockAs(office, newColleague(office, 'Selin'));
    expect(await codeOf(office.client.plan.changes({ caseId: hers, from: attachment, to: null }))).toBe('CONSENT_MISSING');
    await unlockAs(office, petra);
  });
});

describe('what is kept of a paper', () => {
  it('comes in her copy under names that say nothing, each once', async () => {
    const { files } = await office.client.rights.copyPreview({ caseId });
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['plan-1.pdf', 'plan-1-2.pdf', 'wandblatt-1.pdf', 'wandblatt-1-2.pdf']));
  });

  it('comes back from a backup: the bytes of the paper and the words beside it', async () => {
    const here = await readyOffice();
    const hers = (await amira(here)).row.id;
    await here.client.cases.enter({ caseId: hers, group: 'goal', parent: null, answers: {}, texts: { 'goal.description': 'Ausziehen' } });
    const { attachment, pdf } = await here.client.plan.print({ caseId: hers, paper: 'wall' });
    await here.client.safety.backupNow();
    await here.core.lock();
    writeFileSync(join(here.dir, 'cases.db'), '');
    const [backup] = await here.client.safety.backups();
    await here.client.safety.restore({ backup: backup?.name ?? '', secret: { login: null, password } });
    await unlockAgain(here);
    expect(await (await here.client.plan.kept({ caseId: hers, attachment })).pdf.text()).toBe(await pdf.text());
    expect(await here.client.plan.changes({ caseId: hers, from: attachment, to: null })).toEqual([]);
    await here.remove();
  });

  it('goes with her file, the words beside the PDF too, and is counted as one paper', async () => {
    const word = 'Brombeerwaldläuferin';
    const hers = (await amira(office)).row.id;
    await office.client.cases.enter({ caseId: hers, group: 'goal', parent: null, answers: {}, texts: { 'goal.description': word } });
    await office.client.plan.print({ caseId: hers });
    await office.client.plan.print({ caseId: hers, paper: 'wall' });
    const { deskKey, casesKey } = insideOf(openContext(office.core.context).store).keys;
    const keys = { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
    expect(placesOf(scanFolder(office.dir, keys, [word]), word).filter((place) => place.includes('attachment'))).not.toEqual([]);
    const [line] = await eraseRecords(openContext(office.core.context), [hers], 'wish');
    expect(line?.removed).toMatchObject({ papers: 5 });
    expect(line?.removed).not.toHaveProperty('attachments');
    expect(scanFolder(office.dir, keys, [word]).finds).toEqual([]);
  });
});

describe('hostile words', () => {
  const hostile = 'halb \uD800 und \uDC00, ‮umgedreht, \u0000 nichts, 😀';
  it('in every field of a plan and in what the office sets make a paper, and its words can be compared', async () => {
    const hers = (await amira(office)).row.id;
    const texts = { 'goal.description': hostile, 'goal.translation': hostile };
    const { entry } = await office.client.cases.enter({ caseId: hers, group: 'goal', parent: null, answers: { 'goal.area': 'school' }, texts });
    const answers = { 'action_step.task': hostile, 'action_step.translation': hostile, 'action_step.responsible': 'volunteer', 'action_step.responsible_name': hostile };
    await office.client.cases.enter({ caseId: hers, group: 'action_step', parent: entry, answers, texts: {} });
    for (const field of ['integration_plan.sentence', 'integration_plan.sentence_translation']) await answerAll(office, await office.client.cases.open({ caseId: hers }), [{ field, value: hostile }]);
    await settle({ letterhead: { ...noLetterhead, carrier: hostile, address: hostile, phone: hostile, funder: hostile }, phones: [{ user: context().store.user, phone: hostile }] });
    for (const paper of ['agreement', 'wall'] as const) {
      const { attachment } = await office.client.plan.print({ caseId: hers, paper });
      expect(await office.client.plan.changes({ caseId: hers, from: attachment, to: null })).toEqual([]);
    }
    await settle({});
  });
});
