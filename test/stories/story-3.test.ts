/**
 * Story 3 of the acceptance stories: threat at home. Leyla, 16; her parents know nothing of the JMD.
 *
 * As far as the file goes: the parents' counselling of step 5 is another record and comes with its own issue.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { errorTexts } from '../../shared/messages/errors.ts';
import { answerAll, codeOf, consent, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from '../office/support/office.ts';

const day = (text: string) => IsoDay.parse(text);
const observation = 'Fürchtet eine Heirat im Sommer. Quittenbaumwort.';
const healthRemark = 'Schlafstörungen, Suizidgedanken verneint. Pfauenfederwort.';
const told = 'Sorge um die Reise im Sommer. Seerosenwort.';
const street = 'Geheimgasse 7';

let office: TestOffice;
let petra: Colleague;
let selin: Colleague;
let jonas: Colleague;
let leyla: RecordId;

beforeAll(async () => {
  office = await readyOffice();
  const session = await office.client.session.status();
  if (session.phase !== 'open') throw new Error('not open');
  petra = { user: session.user.id, role: 'head' };
  selin = newColleague(office, 'Selin');
  jonas = newColleague(office, 'Jonas');
  await unlockAs(office, selin);
});
afterAll(async () => office.remove());

async function itIs(date: string): Promise<void> {
  office.clock.day = day(date);
  office.clock.now = new Date(`${date}T09:00:00Z`);
  await unlockAs(office, selin);
}

test('1. her own consent is enough; the parents are not to be told, nobody has to name them', async () => {
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'consent.granted_by', value: 'young_person' },
    { field: 'person.first_name', value: 'Leyla' },
    { field: 'person.last_name', value: 'Karimi' },
    { field: 'case.date_of_birth', value: '2009-09-20' },
    { field: 'consent.parents_may_be_informed', value: 'no' },
    { field: 'person.guardian_situation', value: { special: 'not_recorded' } },
    { field: 'person.contact_limits', value: ['no_calls', 'no_post'] },
    { field: 'person.safe_contact', value: 'nur Signal an die Freundin' },
    { field: 'person.street', value: street },
    { field: 'consent.health_data', value: 'refused' },
  ]);
  leyla = view.row.id;
  const codes = view.warnings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['parents_not_informed', 'safe_contact', 'contact_limits']));
  expect(view.warnings.map(({ text }) => text).join('\n')).toContain('§ 8 Abs. 3 SGB VIII');
  expect(view.gaps.map(({ field }) => field).filter((field) => field.startsWith('guardian') || field === 'person.guardian_situation')).toEqual([]);
});

test('2. a plan agreed by word of mouth, whose paper she leaves with the JMD, is a valid plan', async () => {
  const view = await answerAll(office, await office.client.cases.open({ caseId: leyla }), [
    { field: 'integration_plan.status', value: 'agreed' },
    { field: 'integration_plan.signature_state', value: 'not_signed' },
    { field: 'integration_plan.signed_on', value: '2026-03-02' },
    { field: 'integration_plan.handover', value: 'declined' },
  ]);
  const plan = (fields: readonly { readonly field: string }[]) => fields.filter(({ field }) => field.startsWith('integration_plan.signature') || field.startsWith('integration_plan.handover') || field.startsWith('integration_plan.staff'));
  expect([plan(view.gaps), plan(view.remarks)]).toEqual([[], []]);
  expect(view.suggestions.find(({ field }) => field === 'case.support_form')).toMatchObject({ value: 'case_management' });
});

test('3. and 6. the assessment stands in a section of its own, with the health remark although health data were refused', async () => {
  expect(await codeOf(office.client.cases.answer({ caseId: leyla, entry: null, field: 'health.limitation', value: 'minor', base: [] }))).toBe('HEALTH_CONSENT_MISSING');
  const { view } = await office.client.cases.enter({
    caseId: leyla,
    group: 'protection',
    parent: null,
    answers: { 'protection.date': '2026-03-02', 'protection.with': ['head', 'expert'], 'protection.expert_anonymous': true, 'protection.assessment': 'danger', 'protection.basis': 'child_protection_law' },
    texts: { 'protection.observation': observation, 'protection.health_remark': healthRemark },
  });
  const [entry] = view.entries.filter(({ group }) => group === 'protection');
  expect(view.texts[entry?.id ?? '']?.['protection.health_remark']?.text).toBe(healthRemark);
});

test('4. the Jugendamt is informed without a release: by law, and whether she was told before', async () => {
  const disclosure = { 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Jugendamt', 'disclosure.means': 'talk' };
  const enter = (basis: string) =>
    office.client.cases.enter({ caseId: leyla, group: 'disclosure', parent: null, answers: { ...disclosure, 'disclosure.basis': basis, 'disclosure.told_before': 'yes' }, texts: { 'disclosure.content': told } });
  expect(await codeOf(enter('release'))).toBe('DISCLOSURE_WITHOUT_BASIS');
  const { view } = await enter('child_protection_law');
  const disclosures = view.entries.filter(({ group }) => group === 'disclosure').map(({ id }) => view.answers[id]?.['disclosure.basis']?.heads[0]?.value);
  expect(disclosures).toEqual(['child_protection_law']);
});

test('never: „Weitergabe abgelehnt: keine Entbindung“: what protects her goes without one, also when her consent is taken back', async () => {
  const { row } = await answerAll(office, await office.client.cases.create(), [...consent, { field: 'person.first_name', value: 'Mina' }, { field: 'person.last_name', value: 'Sorani' }]).then((view) =>
    office.client.cases.withdraw({ caseId: view.row.id, what: 'data_processing', entry: null, day: day('2026-03-02') }),
  );
  for (const caseId of [leyla, row.id])
    for (const basis of ['child_protection_law', 'emergency', 'court_order']) {
      const { view } = await office.client.cases.enter({
        caseId,
        group: 'disclosure',
        parent: null,
        answers: { 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Jugendamt', 'disclosure.means': 'talk', 'disclosure.basis': basis },
        texts: { 'disclosure.content': told },
      });
      expect(view.entries.filter(({ group }) => group === 'release')).toEqual([]);
    }
  // And where a release is what was chosen, the refusal says both ways on.
  const { text, advice } = errorTexts.DISCLOSURE_WITHOUT_BASIS;
  expect(advice).toMatch(/mündlich.*gesetzliche Grundlage/);
  expect(`${text} ${advice}`).not.toMatch(/abgelehnt|verweigert|keine Entbindung/);
});

test('the protection record is read by the responsible Fachkraft, her deputy and the head, by nobody else', async () => {
  const says = async (): Promise<boolean> => JSON.stringify(await office.client.cases.open({ caseId: leyla })).includes(observation);
  expect(await says()).toBe(true);
  await unlockAs(office, jonas);
  expect(await says()).toBe(false);
  expect((await office.client.cases.open({ caseId: leyla })).readableSections).not.toContain('KS');
  await unlockAs(office, petra);
  expect(await says()).toBe(true);
  const absence = await office.client.absences.set({ user: selin.user, deputy: jonas.user, from: day('2026-03-02'), until: day('2026-03-02') });
  await unlockAs(office, jonas);
  expect([(await office.client.cases.open({ caseId: leyla })).right, await says()]).toEqual(['deputy', true]);
  expect(absence).toHaveLength(1);
});

test('it is in no search, no copy of the file, and in nothing that is counted', async () => {
  await unlockAs(office, selin);
  for (const word of ['Quittenbaumwort', 'Pfauenfederwort', 'Seerosenwort']) expect(await office.client.search.everywhere({ text: word })).toEqual([]);
  const copy = await (await office.client.cases.export({ caseId: leyla })).text();
  expect(copy).toContain('Karimi');
  for (const words of [observation, healthRemark]) expect(copy).not.toContain(words);
  const { plan, tables } = await office.client.monitoring.build({ year: 2026, half: null });
  expect(JSON.stringify([plan, tables])).not.toMatch(/protection\.|danger|Gefährdung/);
});

test('7. a secret address stands in no list, no hit, no appointment and no hint; whoever opens the file is told first', async () => {
  await answerAll(office, await office.client.cases.open({ caseId: leyla }), [{ field: 'person.address_secret', value: true }]);
  await office.client.appointments.plan({ record: leyla, day: day('2026-03-02'), time: '16:00', staff: selin.user });
  const shown = JSON.stringify([
    await office.client.cases.list({ mine: false, text: 'Karimi', status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 10 }),
    await office.client.search.everywhere({ text: 'Karimi' }),
    await office.client.people.find({ text: 'Karimi' }),
    await office.client.appointments.ofDay({ day: day('2026-03-02'), staff: null }),
    await office.client.people.alike({ firstName: 'Leila', lastName: 'Karimi', born: day('2009-09-20'), phone: null, besides: null }),
    await office.client.worklist.list({ mine: false, kinds: [], until: day('2026-12-31'), limit: 100 }),
  ]);
  expect(shown).toContain('Karimi');
  expect(shown).not.toContain('Geheimgasse');
  expect(await office.client.search.everywhere({ text: 'Geheimgasse' })).toEqual([]);
  expect((await office.client.cases.open({ caseId: leyla })).warnings.map(({ code }) => code)).toContain('address_secret');
});

test('never: an appointment slip in the mother tongue to the home address, nor any other paper that carries it', async () => {
  await unlockAs(office, petra);
  await office.client.papers.saveSettings({ letterhead: { carrier: '', address: '', phone: '05555 123-456', email: '', funder: '', logos: [] }, phones: [], unreviewedLanguages: ['kmr'] });
  await unlockAs(office, selin);
  await answerAll(office, await office.client.cases.open({ caseId: leyla }), [
    { field: 'person.first_languages', value: ['kmr'] },
    { field: 'person.postal_code', value: '29614' },
    { field: 'person.city', value: 'Soltau-Ahlften' },
    { field: 'integration_plan.second_language', value: 'kmr' },
  ]);
  await office.client.cases.enter({ caseId: leyla, group: 'goal', parent: null, answers: { 'goal.area': 'social' }, texts: { 'goal.description': 'Ich will in Ruhe lernen' } });
  const [next] = await office.client.appointments.ofPerson({ record: leyla });
  if (next === undefined) throw new Error('no appointment');
  const { printed } = office.documents;
  const before = printed.length;
  const { papers, plan, appointments } = office.client;
  for (const language of ['de', 'kmr'] as const) {
    await appointments.slip({ record: leyla, entry: next.entry, language });
    await papers.fill({ caseId: leyla, form: 'slip', entry: next.entry, language });
    for (const paper of ['agreement', 'wall'] as const) await plan.preview({ caseId: leyla, paper, language });
  }
  for (const form of ['consent', 'information', 'case_management'] as const) await papers.fill({ caseId: leyla, form, entry: null });
  const all = printed.slice(before).map((paper) => JSON.stringify(paper));
  expect(all).toHaveLength(11);
  expect(all.filter((paper) => paper.includes('Leyla')).length).toBeGreaterThan(8);
  for (const paper of all) expect(paper).not.toMatch(/Geheimgasse|29614|Soltau-Ahlften|Signal|Freundin|Mutter|Vater|Eltern dürfen/);
});

test('3. of a letter about an end of the file it is said first that none may go by post, and it carries no address', async () => {
  await itIs('2026-10-05');
  const { letters } = await office.client.clock.ofFile({ caseId: leyla });
  expect(letters.map(({ kind }) => kind)).toContain('long_silent');
  for (const { cautions } of letters) expect(cautions.join(' · ')).toMatch(/geheim.*Post|Post.*geheim/s);
  await office.client.papers.fill({ caseId: leyla, form: 'long_silent', entry: null });
  expect(JSON.stringify(office.documents.printed.at(-1))).not.toMatch(/Geheimgasse|29614|Soltau-Ahlften/);
  await itIs('2026-03-02');
});

test('a colleague sees of the shielded file that there is one, and nothing else', async () => {
  await office.client.cases.shield({ caseId: leyla, shielded: true });
  // The deputy of this day ends with it.
  office.clock.day = day('2026-03-03');
  office.clock.now = new Date('2026-03-03T09:00:00Z');
  await unlockAs(office, jonas);
  expect(await codeOf(office.client.cases.open({ caseId: leyla }))).toBe('CASE_SHIELDED');
  const { rows } = await office.client.cases.list({ mine: false, text: '', status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 10 });
  // Hers, and that of Mina, whose consent was taken back.
  const closed = rows.filter((row) => row.closed);
  expect([rows.length, closed.length]).toEqual([2, 1]);
  expect(closed[0]).toMatchObject({ name: '', born: null });
  const [hint] = await office.client.people.alike({ firstName: 'Leyla', lastName: 'Karimi', born: day('2009-09-20'), phone: null, besides: null });
  expect(hint).toMatchObject({ record: null, born: null });
  expect(JSON.stringify([rows, hint])).not.toMatch(/Leyla|Karimi|2009/);
  expect(await office.client.people.find({ text: 'Karimi' })).toEqual([]);
});
