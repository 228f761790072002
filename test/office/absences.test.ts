/** Story 4: the colleague is ill. Petra leads, Jonas is away, Selin stands in, Frau Krüger answers the phone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ActId, type RecordId } from '../../shared/domain/ids.ts';
import { amira, codeOf, nordstadt, readyOffice, type TestOffice } from './support/office.ts';
import { withStaff, type Staff } from './support/staff.ts';

const day = (text: string) => IsoDay.parse(text);
let office: TestOffice;
let staff: Staff;
const id = (login: string) => staff.id(login);
const as = async (login: string) => staff.as(login);
const on = (text: string, time = '09:00:00'): void => {
  office.clock.day = day(text);
  office.clock.now = new Date(`${text}T${time}Z`);
};

beforeAll(async () => {
  office = await readyOffice();
  staff = await withStaff(office, [
    ['jonas', 'Jonas Brandt', 'caseworker'],
    ['selin', 'Selin Yıldız', 'caseworker'],
    ['krueger', 'Gerda Krüger', 'admin_office'],
  ]);
});
afterAll(async () => {
  await office.remove();
});
beforeEach(async () => {
  on('2026-03-09');
  const { absences } = await as(nordstadt.login);
  for (const absence of await absences.list()) await absences.end({ id: absence.id, until: day('2000-01-01') });
});

describe('a Vertretung', () => {
  it('is set by the head for somebody else, and by everybody for herself', async () => {
    const selin = await as('selin');
    const wish = { user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: null };
    expect(await codeOf(selin.absences.set(wish))).toBe('ROLE_NOT_ALLOWED');
    const jonas = await as('jonas');
    expect(await jonas.absences.set({ ...wish, until: day('2026-03-20') })).toMatchObject([
      { userName: 'Jonas Brandt', deputyName: 'Selin Yıldız', setByName: 'Jonas Brandt', from: '2026-03-09', until: '2026-03-20', running: true },
    ]);
    const petra = await as(nordstadt.login);
    expect(await petra.absences.set({ ...wish, from: day('2026-05-04') })).toHaveLength(2);
  });

  it('is set once, however often the window sends it', async () => {
    const petra = await as(nordstadt.login);
    const wish = { act: ActId.parse(randomId()), user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: null };
    expect(await petra.absences.set(wish)).toEqual(await petra.absences.set(wish));
    expect(await petra.absences.list()).toHaveLength(1);
  });

  it.each([
    ['by herself', () => ({ deputy: id('jonas') })],
    ['by somebody who opens no files', () => ({ deputy: id('krueger') })],
    ['that ends before it begins', () => ({ until: day('2026-03-08') })],
  ])('%s is refused', async (_what, change) => {
    const petra = await as(nordstadt.login);
    const wish = { user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: null, ...change() };
    expect(await codeOf(petra.absences.set(wish))).toBe('ANSWER_INVALID');
  });

  it('gives the right of a deputy on its days and takes it back by itself', async () => {
    on('2026-03-02');
    const jonas = await as('jonas');
    const { row } = await amira(office);
    await jonas.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: day('2026-03-20') });
    const rightOn = async (text: string): Promise<string> => {
      on(text);
      return (await (await as('selin')).cases.open({ caseId: row.id })).right;
    };
    expect(await rightOn('2026-03-08')).toBe('colleague');
    expect(await rightOn('2026-03-09')).toBe('deputy');
    expect(await rightOn('2026-03-20')).toBe('deputy');
    expect(await rightOn('2026-03-21')).toBe('colleague');
  });

  it('is on nobody\'s list any more when it is over', async () => {
    const petra = await as(nordstadt.login);
    await petra.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: day('2026-03-20') });
    on('2026-03-21');
    expect(await petra.absences.list()).toEqual([]);
  });

  it('is ended by whose it is or by the head, not by the deputy', async () => {
    const petra = await as(nordstadt.login);
    const [absence] = await petra.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: null });
    if (absence === undefined) throw new Error('nothing was set');
    expect(await codeOf((await as('selin')).absences.end({ id: absence.id, until: day('2026-03-13') }))).toBe('ROLE_NOT_ALLOWED');
    expect(await (await as('jonas')).absences.end({ id: absence.id, until: day('2026-03-13') })).toMatchObject([{ until: '2026-03-13' }]);
  });
});

describe('„Seit du weg warst“', () => {
  let caseId: RecordId;
  const lines = async () => (await (await as('jonas')).absences.sinceAway())?.lines.map(({ caseName, authorName, what }) => [caseName, authorName, what]);

  it('says what others did in my files in that time, and nothing of what they wrote', async () => {
    on('2026-03-02');
    await as('jonas');
    caseId = (await amira(office)).row.id;
    expect(await office.client.absences.sinceAway()).toBeNull();
    const petra = await as(nordstadt.login);
    await petra.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: day('2026-03-20') });

    on('2026-03-10');
    const selin = await as('selin');
    await selin.cases.open({ caseId });
    const contact = { 'contact.date': '2026-03-10', 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'phone', 'contact.duration_min': 20 };
    await selin.cases.enter({ caseId, group: 'contact', parent: null, answers: contact, texts: { 'contact.note': 'KANARIENVOGEL' } });
    on('2026-03-10', '09:10:00');
    await selin.cases.answer({ caseId, entry: null, field: 'case.gender', value: 'w', base: [] });
    await selin.cases.answer({ caseId, entry: null, field: 'person.phone', value: '0176 5550001', base: [] });
    on('2026-03-23');
    await selin.cases.answer({ caseId, entry: null, field: 'case.access_path', value: 'self', base: [] });

    expect(await lines()).toEqual([
      ['Haddad, Amira', 'Selin Yıldız', 'Angaben geändert'],
      ['Haddad, Amira', 'Selin Yıldız', 'Kontakt eingetragen'],
    ]);
    expect(JSON.stringify(await office.client.absences.sinceAway())).not.toContain('KANARIENVOGEL');
  });

  it('leaves out what I did, and other people\'s files', async () => {
    on('2026-03-10', '10:00:00');
    const selin = await as('selin');
    const { row } = await selin.cases.create();
    await selin.cases.answer({ caseId: row.id, entry: null, field: 'case.gender', value: 'm', base: [] });
    const petra = await as(nordstadt.login);
    await petra.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: day('2026-03-20') });
    const jonas = await as('jonas');
    await jonas.cases.resume({ caseId, day: day('2026-03-10'), reason: '' }).catch(() => undefined);
    expect(await lines()).toHaveLength(2);
  });

  it('is told for two weeks', async () => {
    const petra = await as(nordstadt.login);
    await petra.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: day('2026-03-20') });
    on('2026-04-03');
    expect(await lines()).toHaveLength(2);
    on('2026-04-04');
    expect(await lines()).toBeUndefined();
  });
});

describe('the day of an absent colleague', () => {
  it('is for the head and for who stands in: times, names, phones, the last agreed step', async () => {
    on('2026-03-02');
    const jonas = await as('jonas');
    const { row } = await amira(office);
    await jonas.cases.answer({ caseId: row.id, entry: null, field: 'person.phone', value: '0176 5550001', base: [] });
    const { entry: goal } = await jonas.cases.enter({ caseId: row.id, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: {} });
    for (const [task, status, time] of [['Anmelden', 'done', '09:01:00'], ['Zeugnis mitbringen', 'open', '09:02:00'], ['Kurs beginnen', 'cancelled', '09:03:00']] as const) {
      on('2026-03-02', time);
      await jonas.cases.enter({ caseId: row.id, group: 'action_step', parent: goal, answers: { 'action_step.task': task, 'action_step.status': status }, texts: {} });
    }
    for (const [time, staff] of [['14:00', 'jonas'], ['09:30', 'jonas'], ['11:00', 'selin']] as const) {
      const answers = { 'appointment.date': '2026-03-09', 'appointment.time': time, 'appointment.staff': id(staff), 'appointment.status': 'planned' };
      await jonas.cases.enter({ caseId: row.id, group: 'appointment', parent: null, answers, texts: {} });
    }
    on('2026-03-09');
    const asked = { user: id('jonas'), day: day('2026-03-09') };
    const sheet = (await (await as(nordstadt.login)).absences.day(asked)).map(({ time, name, phone, staffName, lastStep }) => [time, name, phone, staffName, lastStep]);
    expect(sheet).toEqual([
      ['09:30', 'Haddad, Amira', '0176 5550001', 'Jonas Brandt', 'Zeugnis mitbringen'],
      ['14:00', 'Haddad, Amira', '0176 5550001', 'Jonas Brandt', 'Zeugnis mitbringen'],
    ]);
    expect(await codeOf((await as('selin')).absences.day(asked))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf((await as('krueger')).absences.day(asked))).toBe('ROLE_NOT_ALLOWED');
    await (await as(nordstadt.login)).absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-09'), until: null });
    expect(await (await as('selin')).absences.day(asked)).toHaveLength(2);
  });
});

describe('the worklist', () => {
  it('has the dates of the kinds asked for, what is overdue first, of all or of mine, and no shielded file of others', async () => {
    on('2026-03-02');
    const jonas = await as('jonas');
    const { row } = await amira(office);
    await jonas.cases.answerAll({ caseId: row.id, answers: [{ entry: null, field: 'integration_plan.next_review', value: '2026-03-20', base: [] }] });
    await jonas.cases.enter({ caseId: row.id, group: 'feedback_request', parent: null, answers: { 'feedback_request.asked_on': '2026-02-01', 'feedback_request.due_on': '2026-02-15', 'feedback_request.question': 'Wie läuft der Kurs?' }, texts: {} });
    const ask = { mine: true, kinds: ['review', 'feedback'], until: day('2026-03-31'), limit: 50 };
    const shown = async (login: string, more: Partial<typeof ask> = {}) =>
      (await (await as(login)).worklist.list({ ...ask, ...more })).rows.filter(({ caseId }) => caseId === row.id).map(({ kind, day: due, overdue }) => [kind, due, overdue]);
    expect(await shown('jonas')).toEqual([['feedback', '2026-02-15', true], ['review', '2026-03-20', false]]);
    expect(await shown('jonas', { kinds: ['review'] })).toEqual([['review', '2026-03-20', false]]);
    expect(await shown('jonas', { kinds: [] })).toHaveLength(2);
    expect(await shown('jonas', { until: day('2026-03-01') })).toHaveLength(1);
    expect(await shown('selin')).toEqual([]);
    expect(await shown('selin', { mine: false })).toHaveLength(2);
    await (await as('jonas')).cases.shield({ caseId: row.id, shielded: true });
    expect(await shown('jonas')).toHaveLength(2);
    expect(await shown('selin', { mine: false })).toEqual([]);
    expect(await shown(nordstadt.login, { mine: false })).toHaveLength(2);
    await (await as(nordstadt.login)).absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-02'), until: null });
    expect(await shown('selin', { mine: false })).toHaveLength(2);
  });

  it('has the words of a follow-up for the responsible Fachkraft alone: whoever stands in opens the file, and that is marked', async () => {
    on('2026-03-02');
    const jonas = await as('jonas');
    const { row } = await amira(office);
    await jonas.contacts.log({ caseIds: [row.id], answers: { 'contact.date': '2026-03-02', 'contact.follow_up_on': '2026-03-03', 'contact.follow_up_text': 'In der Klinik anrufen' }, note: '' });
    await jonas.cases.answerAll({ caseId: row.id, answers: [{ entry: null, field: 'integration_plan.next_review', value: '2026-03-20', base: [] }] });
    const texts = async (login: string) =>
      (await (await as(login)).worklist.list({ mine: false, kinds: ['follow_up', 'review'], until: day('2026-12-31'), limit: 500 })).rows.filter(({ caseId }) => caseId === row.id).map(({ kind, text }) => [kind, text]);
    const review = ['review', expect.stringMatching(/berpr/) as string];
    expect(await texts('jonas')).toEqual([['follow_up', 'In der Klinik anrufen'], review]);
    await jonas.absences.set({ user: id('jonas'), deputy: id('selin'), from: day('2026-03-02'), until: null });
    for (const login of ['selin', nordstadt.login]) expect(await texts(login)).toEqual([['follow_up', ''], review]);
  });
});
