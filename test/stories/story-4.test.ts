/**
 * Story 4 of the acceptance stories: the colleague is ill. Mon 09.03.2026, Jonas for two weeks; his PC is the one Selin shares.
 *
 * The lock that comes by itself and the sheet of the day are walked in the window, too (test/e2e/absence.e2e.ts).
 */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { defaultFolder, type System } from '../../office/default-folder.ts';
import { contacts } from '../../renderer/office/contacts/contact-draft.svelte.ts';
import { hasHeldWords } from '../../renderer/office/held-words.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import { answerAll, codeOf, consent, password, readyOffice, type TestOffice, type Wish } from '../office/support/office.ts';

let office: TestOffice;
const day = (text: string) => IsoDay.parse(text);
const staff: Record<'petra' | 'jonas' | 'selin' | 'krueger', UserId> = {} as never;
let mohamed: RecordId;
let brother: RecordId;

const as = (login: string) => office.client.session.unlock({ login, password });
async function itIs(date: string, time: string): Promise<void> {
  // Nobody's office stays open over night.
  await office.client.session.lock();
  office.clock.day = day(date);
  office.clock.now = new Date(`${date}T${time}:00Z`);
}

async function newFile(firstName: string, born: string, more: readonly Wish[] = []): Promise<RecordId> {
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: firstName },
    { field: 'person.last_name', value: 'Al-Hamid' },
    { field: 'person.phone', value: '0176 1234 5678' },
    { field: 'case.date_of_birth', value: born },
    ...more,
  ]);
  return view.row.id;
}

beforeAll(async () => {
  office = await readyOffice();
  for (const [login, displayName, role] of [
    ['jonas', 'Jonas Brandt', 'caseworker'],
    ['selin', 'Selin Yıldız', 'caseworker'],
    ['krueger', 'Frau Krüger', 'admin_office'],
  ] as const)
    await office.client.access.add({ login, displayName, role, password });
  for (const { id, login } of await office.client.access.accounts()) staff[login as keyof typeof staff] = id;

  await itIs('2026-03-02', '08:00');
  await as('jonas');
  mohamed = await newFile('Mohamed', '2008-02-03');
  brother = await newFile('Yusuf', '2006-11-20');
  const step = async (): Promise<void> => {
    const goal = await office.client.cases.addEntry({ caseId: mohamed, group: 'goal', parent: null });
    const subgoal = await office.client.cases.addEntry({ caseId: mohamed, group: 'subgoal', parent: goal.entry });
    const { entry } = await office.client.cases.addEntry({ caseId: mohamed, group: 'action_step', parent: subgoal.entry });
    await office.client.cases.answer({ caseId: mohamed, entry, field: 'action_step.task', value: 'Bringt das Zeugnis mit', base: [] });
  };
  await step();
  await office.client.cases.enter({
    caseId: mohamed,
    group: 'institution',
    parent: null,
    answers: { 'institution.name': 'Jugendamt Nordheide', 'institution.reference': 'JA-2025/117' },
    texts: {},
  });
  await office.client.appointments.plan({ record: mohamed, day: day('2026-03-09'), time: '14:00', staff: staff.jonas });
  await office.client.appointments.plan({ record: brother, day: day('2026-03-12'), time: '10:30', staff: staff.jonas });
  await office.client.workNotes.write({ caseId: mohamed, text: 'Nur für mich: wirkte bedrückt.' });
}, 120_000);
afterAll(async () => office.remove());

test('1. Selin unlocks with her own name; that Jonas is away says the head, not she', async () => {
  await itIs('2026-03-09', '08:00');
  await as('selin');
  const absence = { user: staff.jonas, deputy: staff.selin, from: day('2026-03-09'), until: null };
  expect(await codeOf(office.client.absences.set(absence))).toBe('ROLE_NOT_ALLOWED');
  expect((await office.client.cases.open({ caseId: mohamed })).right).toBe('colleague');

  await as('petra');
  const [set] = await office.client.absences.set(absence);
  expect(set).toMatchObject({ userName: 'Jonas Brandt', deputyName: 'Selin Yıldız', until: null, setByName: 'Petra Amsel', running: true });
});

test('2. the last six digits find both brothers, with what tells them apart; so do first name, birth date and a partner\'s file number', async () => {
  await as('selin');
  const found = async (text: string) => (await office.client.search.everywhere({ text })).map(({ name }) => name).sort();
  const hits = await office.client.search.everywhere({ text: '345678' });
  expect(hits.map(({ name, born, caseworkerName, todayAt }) => ({ name, born, caseworkerName, todayAt })).sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'Al-Hamid, Mohamed', born: '2008-02-03', caseworkerName: 'Jonas Brandt', todayAt: '14:00' },
    { name: 'Al-Hamid, Yusuf', born: '2006-11-20', caseworkerName: 'Jonas Brandt', todayAt: null },
  ]);
  expect(await found('Mohamed')).toEqual(['Al-Hamid, Mohamed']);
  expect(await found('3.2.2008')).toEqual(['Al-Hamid, Mohamed']);
  expect(await found('JA-2025/117')).toEqual(['Al-Hamid, Mohamed']);
});

test('2b. she opens the right one as deputy, and the log says so', async () => {
  const view = await office.client.cases.open({ caseId: mohamed });
  expect([view.right, view.caseworkerName]).toEqual(['deputy', 'Jonas Brandt']);
  const { cases } = casesContext(openContext(office.core.context));
  const [line] = cases.read((tx) => tx.audit.read({ record: mohamed, limit: 1 }));
  expect(line).toMatchObject({ action: 'case.open', user: staff.selin, details: { right: 'deputy' } });
});

test('3. Frau Krüger finds him by phone and moves the appointment; she sees name, phone and time, and nothing of the file', async () => {
  await as('krueger');
  const people = await office.client.people.find({ text: '345678' });
  const person = people.find(({ record }) => record === mohamed);
  const next = person?.next;
  if (person === undefined || next === null || next === undefined) throw new Error('not found');
  expect(Object.keys(person).sort()).toEqual(['cautions', 'name', 'next', 'phone', 'preRegistration', 'record']);
  expect(person.cautions).toEqual([]);
  expect(next).toMatchObject({ day: '2026-03-09', time: '14:00', staffName: 'Jonas Brandt' });
  const moved = await office.client.appointments.change({ record: mohamed, entry: next.entry, day: day('2026-03-09'), time: '15:00', staff: next.staff, status: 'planned' });
  expect(moved.time).toBe('15:00');
  expect(JSON.stringify(people)).not.toMatch(/Jugendamt|Zeugnis|bedrückt|2008-02-03/);
  for (const refused of [
    office.client.cases.open({ caseId: mohamed }),
    office.client.search.everywhere({ text: 'Mohamed' }),
    office.client.workNotes.list({ caseId: mohamed }),
    office.client.contacts.presets({ caseId: mohamed }),
  ])
    expect(await codeOf(refused)).toBe('CASES_DOOR_CLOSED');
});

test('4. the day of Jonas is on one sheet; what Selin does is hers, the case stays his', async () => {
  await as('selin');
  expect(await office.client.absences.day({ user: staff.jonas, day: day('2026-03-09') })).toMatchObject([
    { name: 'Al-Hamid, Mohamed', phone: '0176 1234 5678', time: '15:00', lastStep: expect.stringContaining('Bringt das Zeugnis mit') as unknown },
  ]);
  const { answers } = await office.client.contacts.presets({ caseId: mohamed });
  const { entry, view } = await office.client.contacts.log({ caseIds: [mohamed], answers: { ...answers, 'contact.topics': ['school'] }, note: 'War pünktlich.' });
  expect(view.answers[entry]?.['contact.date']?.heads[0]?.authorName).toBe('Selin Yıldız');
  expect(view.caseworkerName).toBe('Jonas Brandt');
});

test('4b. his work notes stayed closed to her, and to the head', async () => {
  expect(await office.client.workNotes.list({ caseId: mohamed })).toEqual([]);
  await as('petra');
  expect(await office.client.workNotes.list({ caseId: mohamed })).toEqual([]);
});

test('6. the right ends by itself on the day that was set; Jonas reads what happened since he was away', async () => {
  const [absence] = await office.client.absences.list();
  if (absence === undefined) throw new Error('no absence');
  await office.client.absences.end({ id: absence.id, until: day('2026-03-20') });

  await itIs('2026-03-23', '08:00');
  await as('selin');
  expect((await office.client.cases.open({ caseId: brother })).right).toBe('colleague');
  expect(await codeOf(office.client.absences.day({ user: staff.jonas, day: day('2026-03-23') }))).toBe('ROLE_NOT_ALLOWED');

  await as('jonas');
  const away = await office.client.absences.sinceAway();
  expect(away).toMatchObject({ from: '2026-03-09', until: '2026-03-20' });
  expect(away?.lines.filter(({ caseId }) => caseId === mohamed).map(({ authorName }) => authorName)).toContain('Selin Yıldız');
  expect(JSON.stringify(away?.lines)).not.toContain('pünktlich');
  expect((await office.client.workNotes.list({ caseId: mohamed })).map(({ text }) => text)).toEqual(['Nur für mich: wirkte bedrückt.']);
  expect((await office.client.cases.open({ caseId: mohamed })).right).toBe('responsible');
});

test('never: a second data folder for whoever else works on this PC', async () => {
  // Everybody worked in the one folder of this office, each with a password of her own.
  const { doors } = await office.client.audit.verify();
  expect(doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  expect(readdirSync(office.dir).filter((name) => name === 'office.json' || name.endsWith('cases.db'))).toEqual(['cases.db', 'office.json']);
  await as('petra');
  expect((await office.client.access.accounts()).map(({ login }) => login).sort()).toEqual(['jonas', 'krueger', 'petra', 'selin']);

  // And of the PC it is one folder, whoever of Windows starts Lotse there: before the office is set up, and after.
  const pcOf = (windowsUser: string, office_: string | null): System => ({
    platform: 'win32',
    home: `C:\\Users\\${windowsUser}`,
    env: { LOCALAPPDATA: `C:\\Users\\${windowsUser}\\AppData\\Local`, PROGRAMDATA: 'C:\\ProgramData', SystemRoot: 'C:\\Windows' },
    exists: (file) => office_ !== null && file.startsWith(office_),
    writable: () => true,
    run: () => undefined,
  });
  for (const made of [null, 'C:\\ProgramData\\Lotse'])
    expect(['JMD', 'jonas', 'selin', 'krueger'].map((user) => defaultFolder(pcOf(user, made)))).toEqual(Array.from({ length: 4 }, () => 'C:\\ProgramData\\Lotse'));
});

test('5. never: text lost by the lock: half a sentence about a talk is there for her who typed it, for nobody else, and is stored whole', async () => {
  await as('selin');
  contacts.take(staff.selin);
  contacts.begin(staff.selin, [mohamed]);
  const typed = contacts.draft;
  if (typed === null) throw new Error('nothing begun');
  typed.note = 'War pünktlich und';
  expect(hasHeldWords()).toBe(true);
  await office.core.lock();
  contacts.leave();
  expect(contacts.draft).toBeNull();

  await as('petra');
  contacts.take(staff.petra);
  expect([contacts.draft?.note ?? '', contacts.waiting?.note ?? '']).toEqual(['', '']);
  contacts.leave();
  await office.core.lock();

  await as('selin');
  contacts.take(staff.selin);
  const again = contacts.draft;
  expect([again?.note, again?.caseIds]).toEqual(['War pünktlich und', [mohamed]]);
  if (again === null) throw new Error('lost');
  again.note += ' hat das Zeugnis dabei.';
  const { answers } = await office.client.contacts.presets({ caseId: mohamed });
  const { entry, view } = await office.client.contacts.log({ act: again.act, caseIds: [...again.caseIds], answers, note: again.note });
  expect(view.texts[entry]?.['contact.note']?.text).toBe('War pünktlich und hat das Zeugnis dabei.');
  contacts.end(staff.selin);
  expect(hasHeldWords()).toBe(false);
});
