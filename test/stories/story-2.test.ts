/**
 * Story 2 of the acceptance stories: "Mein Plan". Ahmad, 17, unaccompanied, with an Amtsvormund.
 *
 * Printed for real, but for the paper itself: what the two sheets look like, and the second language, have tests of their own (test/documents).
 */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter } from '../../documents/render.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { answerAll, consent, readyOffice, unlockAgain, type TestOffice } from '../office/support/office.ts';
import { knowMore } from './telling.ts';

const printer = await createPrinter();
let office: TestOffice;
let ahmad: RecordId;
const open = (): Promise<CaseView> => office.client.cases.open({ caseId: ahmad });
const value = (view: CaseView, field: string, entry = '') => view.answers[entry]?.[field]?.heads[0]?.value;

async function itIs(date: string): Promise<void> {
  office.clock.day = IsoDay.parse(date);
  office.clock.now = new Date(`${date}T09:00:00Z`);
  await unlockAgain(office);
}

beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => office.remove());

test('1. the birth date is marked as estimated, and he has one name only', async () => {
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: 'Ahmad' },
    { field: 'person.single_name', value: true },
    { field: 'case.date_of_birth', value: '2009-01-01' },
    { field: 'case.date_of_birth_precision', value: 'estimated' },
    { field: 'person.guardian_situation', value: 'guardian' },
  ]);
  ahmad = view.row.id;
  expect(view.row.name).toBe('Ahmad');
  expect(view.gaps.map(({ field }) => field)).not.toContain('person.last_name');
});

test('2. both agreed; health was asked and refused: 2.2.4 stays shut, and nothing is missing there', async () => {
  const view = await answerAll(office, await open(), [
    { field: 'consent.granted_by', value: 'both' },
    { field: 'consent.parents_may_be_informed', value: 'yes' },
    { field: 'consent.health_data', value: 'refused' },
  ]);
  expect(view.healthConsentGiven).toBe(false);
  expect(view.gaps.filter(({ section }) => section === '2.2.4')).toEqual([]);
  expect(view.sections.find(({ section }) => section === '2.2.4')?.gaps ?? 0).toBe(0);
  expect(view.warnings.find(({ code }) => code === 'health_refused')?.text).toContain('Keine Einwilligung');
  // "Not asked" is no refusal, and no gap either.
  expect(view.gaps.map(({ field }) => field)).not.toContain('consent.health_data');
});

test('3. screening, informed about CM, "Ich bin dabei!": the phase says what is met', async () => {
  const view = await answerAll(office, await open(), [
    { field: 'case.support_form', value: 'counselling' },
    { field: 'case.first_interview_date', value: '2026-03-02' },
    { field: 'case.screening_covered', value: ['support_need', 'age', 'language_skills', 'willingness'] },
    { field: 'case.screening_result', value: 'cm_indicated' },
    { field: 'consent.case_management_informed_on', value: '2026-03-02' },
    { field: 'consent.case_management_agreed', value: true },
    { field: 'consent.case_management_agreed_on', value: '2026-03-02' },
  ]);
  const first = view.phases.find(({ phase }) => phase === 1);
  const about = (word: RegExp) => first?.needs.filter(({ text }) => word.test(text));
  expect(view.phases).toHaveLength(5);
  expect(about(/dabei|informiert/i)?.every(({ met }) => met)).toBe(true);
  expect(about(/dabei/i)).not.toEqual([]);
});

let steps: readonly string[] = [];

test('4. goals in his own words, steps of three sides, and the Hilfeplan that leads; a draft makes no CM case', async () => {
  const plan = [
    { goal: 'Ich will Elektriker werden', area: 'vocational', steps: [['Ich gehe zur Berufsberatung', 'young_person'], ['Ich schreibe zwei Bewerbungen', 'young_person'], ['Ich lerne jeden Tag Deutsch', 'young_person'], ['Wir üben das Gespräch', 'jmd_staff']] },
    { goal: 'Ich will in einem Verein spielen', area: 'social', steps: [['Wir suchen einen Verein', 'jmd_staff'], ['Fährt mit zum ersten Training', 'institution']] },
  ] as const;
  const made: string[] = [];
  for (const { goal, area, steps: all } of plan) {
    const { entry } = await office.client.cases.enter({ caseId: ahmad, group: 'goal', parent: null, answers: { 'goal.area': area, 'goal.target_date': '2026-12-31' }, texts: { 'goal.description': goal } });
    const { entry: subgoal } = await office.client.cases.enter({ caseId: ahmad, group: 'subgoal', parent: entry, answers: {}, texts: {} });
    for (const [task, responsible] of all)
      made.push((await office.client.cases.enter({ caseId: ahmad, group: 'action_step', parent: subgoal, answers: { 'action_step.task': task, 'action_step.responsible': responsible, 'action_step.due_date': '2026-05-04', 'action_step.status': 'open' }, texts: {} })).entry);
  }
  steps = made;
  await office.client.cases.enter({ caseId: ahmad, group: 'other_plan', parent: null, answers: { 'other_plan.kind': 'youth_welfare', 'other_plan.lead': 'youth_office', 'other_plan.aligned_on': '2026-03-02' }, texts: {} });

  const draft = await answerAll(office, await open(), [{ field: 'integration_plan.status', value: 'draft' }, { field: 'integration_plan.created_on', value: '2026-03-02' }]);
  expect(draft.suggestions.map(({ field }) => field)).not.toContain('case.support_form');
  expect(draft.row.supportForm).toBe('counselling');
});

test('the agreed plan suggests the Case Management and its beginning; that it is one a person confirms', async () => {
  const agreed = await answerAll(office, await open(), [{ field: 'integration_plan.status', value: 'agreed' }, { field: 'integration_plan.signed_on', value: '2026-03-02' }]);
  expect(agreed.row.supportForm).toBe('counselling');
  const start = agreed.suggestions.find(({ field }) => field === 'case.cm_start');
  expect(start).toMatchObject({ value: '2026-03-02', display: '02.03.2026', reason: 'Der Plan wurde am 02.03.2026 vereinbart.' });
  const confirmed = await answerAll(office, agreed, agreed.suggestions.filter(({ field }) => field === 'case.support_form' || field === 'case.cm_start').map(({ field, value: suggested }) => ({ field, value: suggested })));
  expect([confirmed.row.supportForm, value(confirmed, 'case.cm_start')]).toEqual(['case_management', '2026-03-02']);
  expect(confirmed.suggestions.map(({ field }) => field)).not.toContain('case.cm_start');
});

test('5. the Wohngruppe gets nothing: there is no release', async () => {
  const disclosure = { 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Wohngruppe', 'disclosure.basis': 'release', 'disclosure.means': 'print' };
  await expect(office.client.cases.enter({ caseId: ahmad, group: 'disclosure', parent: null, answers: disclosure, texts: {} })).rejects.toMatchObject({ code: 'DISCLOSURE_WITHOUT_BASIS' });
});

test('6. twelve weeks later two steps are done and one is moved; what was said before stays in the history', async () => {
  await itIs('2026-05-25');
  const [first, second, third] = steps;
  const view = await answerAll(office, await open(), [
    { entry: first as never, field: 'action_step.status', value: 'done' },
    { entry: second as never, field: 'action_step.status', value: 'done' },
    { entry: third as never, field: 'action_step.due_date', value: '2026-07-01' },
    { field: 'integration_plan.reviewed_on', value: '2026-05-25' },
  ]);
  expect(value(view, 'action_step.due_date', third)).toBe('2026-07-01');
  const history = await office.client.cases.history({ caseId: ahmad, entry: third as never, field: 'action_step.due_date' });
  expect(history.map((line) => line.value)).toEqual(['2026-07-01', '2026-05-04']);
});

test('7. eight weeks before his 18th birthday the clock says so, and that the date is estimated', async () => {
  const birthday = async () => (await office.client.worklist.list({ mine: true, kinds: ['of_age'], until: IsoDay.parse('2027-12-31'), limit: 10 })).rows;
  await itIs('2026-11-05');
  expect((await open()).warnings.map(({ code }) => code)).not.toContain('turns_18');
  await itIs('2026-11-06');
  const warning = (await open()).warnings.find(({ code }) => code === 'turns_18');
  expect(warning?.text).toMatch(/01\.01\.2027.*eigene Einwilligung nötig.*geschätzt/s);
  await answerAll(office, await open(), [{ field: 'person.city', value: 'Soltau' }]);
  expect(await birthday()).toMatchObject([{ day: '2027-01-01', kind: 'of_age', overdue: false }]);
});

test('on the day the Vormund disappears from who may be informed, until Ahmad says otherwise', async () => {
  const informed = (view: CaseView) => view.warnings.find(({ code }) => code === 'parents_not_informed')?.text;
  await itIs('2026-12-31');
  expect(informed(await open())).toBeUndefined();
  await itIs('2027-01-01');
  expect(informed(await open())).toContain('Volljährig');
  const again = await answerAll(office, await open(), [{ field: 'consent.parents_may_be_informed', value: 'yes' }]);
  expect(informed(again)).toBeUndefined();
});

test('never: contact data of parents or Vormund demanded, in whatever phase the file is', async () => {
  const gapsAbout = (view: CaseView) => view.gaps.map(({ field }) => field).filter((field) => field.startsWith('guardian.'));
  const { entry, view } = await office.client.cases.enter({ caseId: ahmad, group: 'guardian', parent: null, answers: { 'guardian.relation': 'guardian' }, texts: {} });
  expect(view.entries.map(({ id }) => id)).toContain(entry);
  for (const status of ['draft', 'agreed', 'completed'] as const) expect(gapsAbout(await answerAll(office, await open(), [{ field: 'integration_plan.status', value: status }]))).toEqual([]);
  const agreed = await answerAll(office, await open(), [{ field: 'integration_plan.status', value: 'agreed' }]);
  expect(agreed.remarks.map(({ field }) => field).filter((field) => field.startsWith('guardian.'))).toEqual([]);
});

test('never: „Farsi“ offered to an Afghan: his papers are preset in Dari, by his language and not by his passport', async () => {
  await office.client.papers.saveSettings({ letterhead: { carrier: '', address: '', phone: '05555 123-456', email: '', funder: '', logos: [] }, phones: [], unreviewedLanguages: ['prs', 'fa'] });
  await answerAll(office, await open(), [{ field: 'person.first_languages', value: ['prs'] }, { field: 'person.citizenship_1', value: '423' }]);
  const { preset, why, all } = await office.client.plan.languages({ caseId: ahmad });
  expect([preset, why]).toEqual(['prs', 'Erstsprache ist Dari.']);
  expect(all.find(({ code }) => code === 'prs')).toMatchObject({ german: 'Dari', name: 'دری', usable: true });
});

/** Both papers in both languages, as they would be read. */
async function papers(): Promise<readonly string[]> {
  const { printed } = office.documents;
  const texts: string[] = [];
  for (const language of ['de', 'prs'] as const)
    for (const paper of ['agreement', 'wall'] as const) {
      await office.client.plan.print({ caseId: ahmad, language, paper });
      const job = printed.at(-1);
      if (job === undefined) throw new Error('nothing was printed');
      const { pdf } = printer.print(job);
      texts.push(`${JSON.stringify(job)}\n${execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })}`);
    }
  return texts;
}

let known: ReadonlyMap<string, readonly string[]> = new Map();

test('never: on a sheet „nicht erreicht“, „Farsi“, or what the file knows of residence, guardians, ratings and other people', async () => {
  const goals = (await open()).entries.filter(({ group }) => group === 'goal').map(({ id }) => id);
  await answerAll(office, await open(), goals.slice(0, 1).map((entry) => ({ entry, field: 'goal.attainment', value: 'not_reached' })));
  known = await knowMore(office, ahmad);
  const about = (what: string) => known.get(what) ?? [];
  for (const what of ['residence', 'the address and ways to reach her', 'ratings', 'other people', 'child protection and what was talked about']) expect(about(what), what).not.toEqual([]);

  for (const text of await papers()) {
    expect(text).toContain('Wir suchen einen Verein');
    expect([...known.values()].flat().filter((word) => text.includes(word))).toEqual([]);
    expect(text).not.toMatch(/nicht\s+erreicht|not_reached|Farsi|فارسی|2009-01-01|01\.01\.2009|Afghan|Vormund|NI-0417-/);
  }
});

test('never: health on a sheet, had he agreed later that it is written down', async () => {
  await answerAll(office, await open(), [{ field: 'consent.health_data', value: 'granted' }]);
  const health = (await knowMore(office, ahmad)).get('health') ?? [];
  expect(health).not.toEqual([]);
  for (const text of await papers()) expect(health.filter((word) => text.includes(word))).toEqual([]);
});
