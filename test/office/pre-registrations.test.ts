/** Vormerkungen: a first name and a phone, gone after four weeks at the byte, or a file in one step. Appointments on cards, people on the phone. */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openContext } from '../../office/base.ts';
import { sweep } from '../../office/forgetting/sweep.ts';
import { derivedDigest } from '../../db/check/derived-digest.ts';
import { isReading } from '../../db/backup/in-worker.ts';
import { rebuildStates } from '../../db/check/rebuild-derived.ts';
import { listErasures, noteErasures } from '../../db/erase/erase.ts';
import { insideOf } from '../../db/open-store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ActId, EntryId, RecordId } from '../../shared/domain/ids.ts';
import { fileOnItsWay, preRegisteredOn } from '../../shared/people/card-of.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, codeOf, newColleague, officeKeys, readyOffice, unlockAgain, unlockAs, type TestOffice } from './support/office.ts';

const day = (text: string) => IsoDay.parse(text);
const newAct = () => ActId.parse(randomId());
const consent = { day: day('2026-03-02'), form: 'oral', givenBy: 'young_person', textVersion: '2026-01', language: 'prs' } as const;
const firstName = 'Brombeerwaldläuferin';
const phone = '0176 5550 4321 987';
const wednesday = { day: day('2026-03-04'), time: '14:00', staff: null } as const;

let office: TestOffice;
beforeEach(async () => { office = await readyOffice(); });
afterEach(async () => { await office.remove(); });

const context = () => openContext(office.core.context);

/** As the shells run: what is over goes by itself. */
async function atWork(): Promise<TestOffice> {
  const again = await office.restart({ background: true });
  await unlockAgain(again);
  return again;
}

async function keys() {
  const { desk, cases } = await officeKeys();
  return { deskKey: Buffer.from(desk, 'hex'), casesKey: Buffer.from(cases, 'hex') };
}

async function untilGone(here: TestOffice, record: RecordId): Promise<void> {
  const { store } = openContext(here.core.context);
  await expect.poll(() => store.desk.read((tx) => tx.histories.find(record)) === undefined && listErasures(store).every(({ doneAt }) => doneAt !== null), { timeout: 60_000 }).toBe(true);
}

describe('a Vormerkung', () => {
  it('shows first name, phone, appointment and the day it is deleted', async () => {
    const made = await office.client.preRegistrations.create({ firstName, phone, appointment: wednesday });
    expect(made).toMatchObject({ firstName, phone, madeOn: '2026-03-02', deleteOn: '2026-03-30', appointment: { ...wednesday, status: 'planned', staffName: null } });
    expect(await office.client.preRegistrations.list()).toEqual([made]);
    expect((await office.client.cases.list({ mine: false, status: null, supportForm: null, gapsOnly: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total).toBe(0);
  });

  it.each([
    ['Zahra, 17, schwanger, Vater schlägt sie', '0176 555'],
    ['Zahra braucht ein Frauenhaus', '0176 555'],
    ['schwanger Eltern drohen', '0176 555'],
    ['hat Schulden', '0176 555'],
    ['schwanger HIV', '0176 555'],
    ['Zahra hat Schulden', '0176 555'],
    ['schwanger', '0176 555'],
    ['Zahra Schulden. Vater', '0176 555'],
    ['Mina Zahra Fatima Leyla Soraya', '0176 555'],
    ['Zahra17', '0176 555'],
    ['Z'.repeat(41), '0176 555'],
    ['Zahra', 'nur über die Freundin'],
    ['Zahra', '12'],
    ['Zahra', '0176 55 nach 18 Uhr'],
    ['Zahra', '0176 5554 (Schwester)'],
    ['Zahra', '1'.repeat(31)],
  ])('takes no story in place of a first name and a phone: %s, %s', async (first, number) => {
    expect(await codeOf(office.client.preRegistrations.create({ firstName: first, phone: number, appointment: null }))).toBe('ANSWER_INVALID');
    expect(await office.client.preRegistrations.list()).toEqual([]);
  });

  it.each([['Anne-Marie D’Amélie-Łucja', '+49 (0) 176/555-43.21'], ['زهرا', ''], ['Abd al Rahman', ''], ['Maria da Luz', ''],
    ['Maria del Carmen', '٠١٧٦ ٥٥٥ ٦٦٦'], ['Mohammad Reza Ali', '0176 – 5554'], ['Abd. Karim', '+49 (176) 5554'], ['Abdul Rahman Nasir', ''], ['Nguyễn Thị Hoa', ''],
    ['al-Amin', ''], ['გიორგი', ''], ['ተስፋይ', ''], ['Nour el-Houda', ''], ['’Aisha', ''], ['D’Angelo', ''], ['Олена', '']])('takes names of every script and the usual ways to write a number: %s', async (first, number) => {
    expect(await office.client.preRegistrations.create({ firstName: first, phone: number, appointment: null })).toMatchObject({ firstName: first, phone: number });
  });

  it('is made once however often it is sent', async () => {
    const wish = { act: newAct(), firstName, phone, appointment: wednesday };
    const made = await office.client.preRegistrations.create(wish);
    expect(await office.client.preRegistrations.create(wish)).toEqual(made);
    expect(await office.client.preRegistrations.list()).toHaveLength(1);
  });

  it('is not made again by the same act once it is removed: that is said, and not as a fault of Lotse', async () => {
    const wish = { act: newAct(), firstName, phone, appointment: wednesday };
    const { record } = await office.client.preRegistrations.create(wish);
    await office.client.preRegistrations.remove({ record });
    expect(await codeOf(office.client.preRegistrations.create(wish))).toBe('PERSON_NOT_FOUND');
    expect(await office.client.preRegistrations.list()).toEqual([]);
    expect((await office.client.preRegistrations.create({ ...wish, act: newAct() })).firstName).toBe(firstName);
  });

  it('needs something to call her by', async () => {
    expect(await codeOf(office.client.preRegistrations.create({ firstName: ' ', phone: '', appointment: null }))).toBe('ANSWER_INVALID');
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    expect((await office.client.preRegistrations.change({ record, firstName: '' })).firstName).toBe('');
    expect(await codeOf(office.client.preRegistrations.change({ record, phone: '' }))).toBe('ANSWER_INVALID');
  });

  it('takes no appointment it would not live to see, and says what to do instead', async () => {
    const late = { day: day('2026-03-30'), time: null, staff: null };
    const reasonOf = (act: Promise<unknown>) => act.then(() => 'no error', (problem: unknown) => (problem as { data?: { reason?: string } }).data?.reason);
    const reason = 'Die Vormerkung löscht sich am 30.03.2026, vor diesem Termin. Bitte einen früheren Termin wählen oder mit Einwilligung eine Akte anlegen.';
    expect(await reasonOf(office.client.preRegistrations.create({ firstName, phone, appointment: late }))).toBe(reason);
    expect(await office.client.preRegistrations.list()).toEqual([]);
    const { record, appointment } = await office.client.preRegistrations.create({ firstName, phone, appointment: { ...late, day: day('2026-03-29') } });
    expect(await reasonOf(office.client.appointments.plan({ record, ...late }))).toBe(reason);
    const move = { record, entry: appointment?.entry ?? EntryId.parse(randomId()), status: 'planned', ...late } as const;
    expect(await reasonOf(office.client.appointments.change(move))).toBe(reason);
    await office.client.preRegistrations.toCase({ record, consent, tally: null });
    expect(await reasonOf(office.client.appointments.change(move))).toBe('no error');
  });

  it('takes no case content: there is no file to open and none to write in', async () => {
    const { record: caseId } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    expect(await codeOf(office.client.cases.open({ caseId }))).toBe('CASE_NOT_FOUND');
    expect(await codeOf(office.client.cases.answer({ caseId, entry: null, field: 'person.last_name', value: 'Karimi', base: [] }))).toBe('CASE_NOT_FOUND');
  });

  it('is gone at the byte when somebody removes it', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: wednesday });
    const canaries = [firstName, phone, record];
    const before = scanFolder(office.dir, await keys(), canaries);
    expect(canaries.filter((canary) => !before.finds.some((find) => find.canary === canary))).toEqual([]);
    await office.client.preRegistrations.remove({ record });
    expect(await office.client.preRegistrations.list()).toEqual([]);
    const after = scanFolder(office.dir, await keys(), canaries);
    expect([after.finds, after.pages > 0]).toEqual([[], true]);
    expect(await codeOf(office.client.preRegistrations.remove({ record }))).toBe('PERSON_NOT_FOUND');
  });

  it('deletes itself after four weeks, with a line that names nobody', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    office.clock.day = day('2026-03-29');
    await sweep(office.core.context);
    expect(await office.client.preRegistrations.list()).toHaveLength(1);
    office.clock.day = day('2026-03-30');
    expect(await office.client.preRegistrations.list()).toEqual([]);

    office = await atWork();
    await untilGone(office, record);
    const [line, ...others] = listErasures(context().store);
    expect([line?.reason, others]).toEqual(['retention', []]);
    expect(JSON.stringify(line)).not.toContain(firstName);
    expect(scanFolder(office.dir, await keys(), [firstName, phone, record]).finds).toEqual([]);
  });

  it('deletes itself in an office that stays open over midnight, with the first click of the new day', async () => {
    office = await atWork();
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    await expect.poll(async () => (await office.client.safety.overview()).backups.length >= 0).toBe(true);
    office.clock.day = day('2026-03-30');
    await office.client.session.touch();
    await untilGone(office, record);
  });

  it('deletes itself where only the desk is open, and the line ends when somebody opens the cases', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    await unlockAs(office, newColleague(office, 'Krueger', 'admin_office'));
    office.clock.day = day('2026-03-30');
    await sweep(office.core.context);
    expect(context().store.desk.read((tx) => tx.histories.find(record))).toBeUndefined();
    expect(listErasures(context().store).map(({ doneAt }) => doneAt)).toEqual([null]);
    await unlockAgain(office);
    expect(listErasures(context().store).map(({ doneAt }) => doneAt === null)).toEqual([false]);
  });

  it('that became a file is never deleted by that clock', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    await office.client.preRegistrations.toCase({ record, consent, tally: null });
    office.clock.day = day('2026-06-30');
    await sweep(office.core.context);
    expect((await office.client.cases.open({ caseId: record })).answers['']?.['person.first_name']?.heads[0]?.value).toBe(firstName);
    await unlockAs(office, newColleague(office, 'Krueger', 'admin_office'));
    await sweep(office.core.context);
    expect((await office.client.people.find({ text: firstName })).map(({ preRegistration }) => preRegistration)).toEqual([false]);
  });
});

describe('a Vormerkung becomes a file in one step', () => {
  it('with its consent, name, phone and appointment, under the same id', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: wednesday });
    const act = newAct();
    const view = await office.client.preRegistrations.toCase({ act, record, consent, tally: null });
    const said = (field: string) => view.answers['']?.[field]?.heads.map(({ value }) => value);
    expect([view.row.id, view.row.number, view.consentGiven]).toEqual([record, 'NI-0417-2026-0001', true]);
    expect(['person.first_name', 'person.phone', 'consent.data_processing_date', 'consent.data_processing_form', 'consent.granted_by', 'consent.text_version', 'consent.text_language'].map(said)).toEqual([
      [firstName], [phone], ['2026-03-02'], ['oral'], ['young_person'], ['2026-01'], ['prs'],
    ]);
    expect(view.entries.map(({ group }) => group)).toEqual(['appointment']);
    expect(await office.client.preRegistrations.list()).toEqual([]);
    expect(await office.client.preRegistrations.toCase({ act, record, consent, tally: null })).toEqual(view);
    expect(await codeOf(office.client.preRegistrations.toCase({ record, consent, tally: null }))).toBe('PERSON_NOT_FOUND');
  });

  it('with the gender of its Kurzberatung, in the same act', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    const [row] = await office.client.tally.enter({ rows: [{ 'tally.gender': 'w', 'tally.age_group': '15_18' }] });
    if (row === undefined) throw new Error('nothing was entered');
    const view = await office.client.preRegistrations.toCase({ record, consent, tally: { session: row.session, entry: row.entry } });
    expect([view.answers['']?.['case.gender']?.heads.map(({ value }) => value), view.answers['']?.['case.date_of_birth']]).toEqual([['w'], undefined]);
  });

  it('and nothing at all where the consent does not fit', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    const wrong = [{ ...consent, day: day('2026-03-03') }, { ...consent, form: 'by_pigeon' }, { ...consent, givenBy: 'nobody' }, { ...consent, language: 'xx' }];
    for (const one of wrong) expect(await codeOf(office.client.preRegistrations.toCase({ record, consent: one, tally: null }))).toBe('ANSWER_INVALID');
    const tally = { session: RecordId.parse(randomId()), entry: EntryId.parse(randomId()) };
    expect(await codeOf(office.client.preRegistrations.toCase({ record, consent, tally }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.cases.open({ caseId: record }))).toBe('CASE_NOT_FOUND');
    expect(await office.client.preRegistrations.list()).toHaveLength(1);
  });

  /** The card says again that its file is on its way, as if Lotse had ended before it said more. */
  function endedOnTheWay(record: RecordId): void {
    const { store, actor } = context();
    store.desk.write((tx) => {
      const base = (tx.histories.find(record)?.answers['']?.[preRegisteredOn] ?? []).map(({ intent }) => intent);
      tx.histories.append(record, 'person', [{ type: 'answer', entry: null, field: preRegisteredOn, value: fileOnItsWay(day('2026-03-02')), base }], actor);
    });
  }

  it('also where Lotse ended before the card said so', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    await office.client.preRegistrations.toCase({ record, consent, tally: null });
    endedOnTheWay(record);
    office.clock.day = day('2026-03-30');
    await sweep(office.core.context);
    const { cards, row } = { cards: context().store.desk.read((tx) => [...tx.cards.preRegistrations(), ...tx.cards.becomingFiles()]), row: (await office.client.cases.open({ caseId: record })).row };
    expect([cards, row.name]).toEqual([[], firstName]);
  });

  it('or stays a Vormerkung where Lotse ended before the file came; a clerk deletes nothing of what is on its way', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    endedOnTheWay(record);
    office.clock.day = day('2026-03-30');
    await unlockAs(office, newColleague(office, 'Krueger', 'admin_office'));
    await sweep(office.core.context);
    expect(context().store.desk.read((tx) => tx.histories.find(record))).toBeDefined();
    await unlockAgain(office);
    office.clock.day = day('2026-03-29');
    await sweep(office.core.context);
    expect((await office.client.preRegistrations.list()).map((one) => one.record)).toEqual([record]);
    expect((await office.client.preRegistrations.toCase({ record, consent, tally: null })).row.id).toBe(record);
  });
});

/** The shells write such a backup while everybody goes on working. */
async function underABackup(act: () => Promise<unknown>): Promise<void> {
  const backup = office.client.safety.backupNow();
  await expect.poll(() => isReading(office.dir)).toBe(true);
  const done = act();
  await backup;
  await done;
}

describe('a Vormerkung that becomes a file while it is to be deleted', () => {
  const aFile = async (record: RecordId) => {
    const { row } = await office.client.cases.open({ caseId: record });
    return [row.name, listErasures(context().store)];
  };
  const dayOver = { ...consent, day: day('2026-03-30') };

  it('stays a file where deleting waits for a backup', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    const codes: string[] = [];
    await underABackup(async () => {
      const removed = codeOf(office.client.preRegistrations.remove({ record }));
      codes.push(await codeOf(office.client.preRegistrations.toCase({ record, consent, tally: null })));
      codes.push(await removed);
    });
    expect([codes, await aFile(record)]).toEqual([['no error', 'PERSON_NOT_FOUND'], [firstName, []]]);
  });

  it.each(['remove first', 'toCase first'])('is one or the other, %s, and never half of both', async (which) => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    const acts = [
      () => codeOf(office.client.preRegistrations.remove({ record })),
      () => codeOf(office.client.preRegistrations.toCase({ record, consent, tally: null })),
    ];
    const codes = await Promise.all((which === 'remove first' ? acts : acts.reverse()).map((act) => act()));
    expect([...codes].sort()).toEqual(['PERSON_NOT_FOUND', 'no error']);
    const became = codes[which === 'remove first' ? 1 : 0] === 'no error';
    expect(await codeOf(office.client.cases.open({ caseId: record }))).toBe(became ? 'no error' : 'CASE_NOT_FOUND');
    expect(listErasures(context().store)).toHaveLength(became ? 0 : 1);
  });

  it('becomes none once its four weeks are over, also while the sweep waits for a backup', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    office.clock.day = day('2026-03-30');
    let code = '';
    await underABackup(async () => {
      const swept = sweep(office.core.context);
      code = await codeOf(office.client.preRegistrations.toCase({ record, consent: dayOver, tally: null }));
      await swept;
    });
    expect([code, await codeOf(office.client.cases.open({ caseId: record })), listErasures(context().store).length]).toEqual(['PERSON_NOT_FOUND', 'CASE_NOT_FOUND', 1]);
  });

  it('and the first click of the new day is no way around that', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    office.clock.day = day('2026-03-30');
    expect(await codeOf(office.client.preRegistrations.toCase({ record, consent: dayOver, tally: null }))).toBe('PERSON_NOT_FOUND');
    expect(await codeOf(office.client.preRegistrations.change({ record, phone: '0176 1' }))).toBe('PERSON_NOT_FOUND');
  });

  it('becomes none where its erasure was noted and the disk kept it from going on', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    const { store, actor } = context();
    store.desk.write((tx) => { noteErasures(store, tx, [record], 'wish', actor); });
    expect(await codeOf(office.client.preRegistrations.toCase({ record, consent, tally: null }))).toBe('PERSON_NOT_FOUND');
  });

  it('stays a file when the sweep comes after it', async () => {
    const { record } = await office.client.preRegistrations.create({ firstName, phone, appointment: null });
    office.clock.day = day('2026-03-29');
    await underABackup(async () => {
      // The sweep of the next day already found it.
      office.clock.day = day('2026-03-30');
      const swept = sweep(office.core.context);
      office.clock.day = day('2026-03-29');
      await office.client.preRegistrations.toCase({ record, consent: { ...consent, day: day('2026-03-29') }, tally: null });
      office.clock.day = day('2026-03-30');
      await swept;
    });
    expect(await aFile(record)).toEqual([firstName, []]);
  });
});

describe('appointments', () => {
  it('are booked, moved and closed by the clerk, who sees no file', async () => {
    const view = await amira(office);
    const clerk = newColleague(office, 'Krueger', 'admin_office');
    await unlockAs(office, clerk);
    const record = view.row.id;
    const wish = { act: newAct(), record, day: day('2026-03-05'), time: '09:30', staff: clerk.user };
    const planned = await office.client.appointments.plan(wish);
    expect(planned).toMatchObject({ name: 'Haddad, Amira', day: '2026-03-05', time: '09:30', staffName: 'Krueger', status: 'planned' });
    expect(await office.client.appointments.plan(wish)).toEqual(planned);
    const { entry } = planned;
    const moved = await office.client.appointments.change({ record, entry, day: day('2026-03-06'), time: null, staff: null, status: 'planned' });
    expect(await office.client.appointments.ofDay({ day: day('2026-03-05'), staff: null })).toEqual([]);
    expect(await office.client.appointments.ofDay({ day: day('2026-03-06'), staff: null })).toEqual([moved]);
    expect(await office.client.appointments.ofPerson({ record })).toEqual([moved]);
    expect(Object.keys(moved).sort()).toEqual(['cautions', 'day', 'entry', 'name', 'phone', 'record', 'staff', 'staffName', 'status', 'time']);
    expect(await codeOf(office.client.cases.open({ caseId: record }))).toBe('CASES_DOOR_CLOSED');

    // The file shows it as soon as somebody opens the cases.
    await unlockAgain(office);
    expect((await office.client.cases.open({ caseId: record })).row.nextDate).toBe('2026-03-06');
    await office.client.appointments.change({ record, entry, day: day('2026-03-06'), time: null, staff: null, status: 'cancelled' });
    expect((await office.client.cases.open({ caseId: record })).row.nextDate).toBeNull();
  });

  it('come in order of time, those without one last; of one Fachkraft or of all', async () => {
    const { user } = newColleague(office, 'Jonas Brandt');
    const plans = [['Zoe', '15:00', user], ['Ali', null, null], ['Bea', '08:15', user]] as const;
    for (const [name, time, staff] of plans) {
      await office.client.preRegistrations.create({ firstName: name, phone: '', appointment: { day: day('2026-03-04'), time, staff } });
    }
    const names = async (staff: typeof user | null) => (await office.client.appointments.ofDay({ day: day('2026-03-04'), staff })).map(({ name }) => name);
    expect([await names(null), await names(user)]).toEqual([['Bea', 'Zoe', 'Ali'], ['Bea', 'Zoe']]);
  });

  it.each([
    ['somebody who does not work here', { staff: randomId() }, 'ANSWER_INVALID'],
    ['a state nobody knows', { status: 'lost' }, 'ANSWER_INVALID'],
    ['another entry', { entry: EntryId.parse(randomId()) }, 'ENTRY_UNKNOWN'],
    ['nobody', { record: RecordId.parse(randomId()) }, 'PERSON_NOT_FOUND'],
  ])('are not changed for %s', async (_what, change, code) => {
    const { record, appointment } = await office.client.preRegistrations.create({ firstName, phone, appointment: wednesday });
    const wish = { record, entry: appointment?.entry ?? EntryId.parse(randomId()), ...wednesday, status: 'kept' };
    expect(await codeOf(office.client.appointments.change({ ...wish, ...(change as object) }))).toBe(code);
  });
});

describe('who answers the phone', () => {
  const found = async (text: string) => (await office.client.people.find({ text })).map(({ name }) => name);

  it('finds people by a part of the name in any spelling, and by a part of the number', async () => {
    const view = await amira(office);
    await answerAll(office, view, [{ field: 'person.phone', value: '+49 176 12 34 56 78' }]);
    await office.client.preRegistrations.create({ firstName: 'Yusuf', phone, appointment: wednesday });
    expect([await found('hadd'), await found('Amira'), await found('345678'), await found('0176 123')]).toEqual(Array.from({ length: 4 }, () => ['Haddad, Amira']));
    expect([await found('Jussuf'), await found('4321')]).toEqual([['Yusuf'], ['Yusuf']]);
    expect(await found('Nobody')).toEqual([]);
    const [yusuf] = await office.client.people.find({ text: 'Yusuf' });
    expect(yusuf).toMatchObject({ preRegistration: true, phone, next: { day: '2026-03-04', time: '14:00' } });
  });

  it('sees nothing of a file but name, phone and the next appointment', async () => {
    await answerAll(office, await amira(office), [{ field: 'case.initial_concern', value: ['housing'] }]);
    const [person] = await office.client.people.find({ text: 'Haddad' });
    expect(Object.keys(person ?? {}).sort()).toEqual(['cautions', 'name', 'next', 'phone', 'preRegistration', 'record']);
  });
});

test('cards and appointments are made anew from the histories, and in an office that had no table for them', async () => {
  const view = await amira(office);
  await office.client.appointments.plan({ record: view.row.id, day: day('2026-03-09'), time: '10:00', staff: null });
  await office.client.preRegistrations.create({ firstName, phone, appointment: wednesday });
  const before = derivedDigest(context().store).desk;
  rebuildStates(context().store);
  expect(derivedDigest(context().store).desk).toBe(before);
  insideOf(context().store).databases.desk.exec('DELETE FROM cards; DELETE FROM card_names; DELETE FROM appointments');
  await unlockAgain(office);
  expect(derivedDigest(context().store).desk).toBe(before);
});
