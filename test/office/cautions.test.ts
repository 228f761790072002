/** What protects her is seen where people phone: by the clerk on the desk too; and the appointments of a shielded person by those who may open her file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { answerAll, codeOf, consent, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const day = IsoDay.parse('2026-03-02');
const safe = 'nur Signal an die Freundin Kolibri';
const list = { mine: false, status: null, supportForm: null, gapsOnly: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 } as const;

let office: TestOffice;
let selin: Colleague;
let jonas: Colleague;
let clerk: Colleague;
let leyla: RecordId;
beforeAll(async () => {
  office = await readyOffice();
  [selin, jonas, clerk] = [newColleague(office, 'Selin'), newColleague(office, 'Jonas'), newColleague(office, 'Frau Krüger', 'admin_office')];
  await unlockAs(office, selin);
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: 'Leyla' },
    { field: 'person.last_name', value: 'Karimi' },
    { field: 'person.phone', value: '0176 99887766' },
    { field: 'consent.parents_may_be_informed', value: 'no' },
    { field: 'person.contact_limits', value: ['no_calls', 'no_post'] },
    { field: 'person.safe_contact', value: safe },
  ]);
  leyla = view.row.id;
  await office.client.appointments.plan({ record: leyla, day, time: '16:00', staff: selin.user });
});
afterAll(async () => { await office.remove(); });

const found = async () => (await office.client.people.find({ text: 'Karimi' }))[0]?.cautions;
const ofDay = async () => (await office.client.appointments.ofDay({ day, staff: null })).map(({ record, time, cautions }) => [record, time, cautions]);
const onDesk = ['Eltern erfahren nichts', 'nie anrufen', 'keine Post'];

describe('what to heed before ringing up', () => {
  it('is seen by whoever opens the desk only, without how she is reached safely', async () => {
    await unlockAs(office, clerk);
    expect(await found()).toEqual(onDesk);
    expect(await ofDay()).toEqual([[leyla, '16:00', onDesk]]);
  });

  it('is seen by colleagues on the phone, in the list, in the search and on the day sheet, with the safe contact', async () => {
    await unlockAs(office, selin);
    const all = [...onDesk, `sicherer Kontakt: ${safe}`];
    expect(await found()).toEqual(all);
    expect((await office.client.cases.list(list)).rows.map(({ cautions }) => cautions)).toEqual([all]);
    expect((await office.client.search.everywhere({ text: 'Karimi' })).map(({ cautions }) => cautions)).toEqual([all]);
    expect((await office.client.absences.day({ user: selin.user, day })).map(({ cautions }) => cautions)).toEqual([all]);
    expect((await office.client.cases.open({ caseId: leyla })).row.cautions).toEqual(all);
  });

  it('follows what the file says', async () => {
    const answer = async (value: string | null) => answerAll(office, await office.client.cases.open({ caseId: leyla }), [{ field: 'consent.parents_may_be_informed', value }]);
    await answer('only_after_consultation');
    expect(await found()).toContain('Eltern nur nach Rücksprache');
    await answer('yes');
    expect((await found())?.join()).not.toContain('Eltern');
    const { warnings } = await answer('no');
    expect(await found()).toContain('Eltern erfahren nichts');
    expect(warnings.find(({ code }) => code === 'parents_not_informed')?.text).toContain('„Akte schützen“');
  });
});

describe('the appointments of a shielded person', () => {
  it('are seen, planned and changed by those who open her file', async () => {
    await unlockAs(office, selin);
    await office.client.cases.shield({ caseId: leyla, shielded: true });
    const seen = [...onDesk, `sicherer Kontakt: ${safe}`];
    expect(await ofDay()).toEqual([[leyla, '16:00', seen]]);
    expect((await office.client.search.everywhere({ text: 'Karimi' })).map(({ todayAt }) => todayAt)).toEqual(['16:00']);
    const planned = await office.client.appointments.plan({ record: leyla, day, time: '09:00', staff: selin.user });
    expect(planned).toMatchObject({ name: 'Karimi, Leyla', time: '09:00', status: 'planned', cautions: seen });
    await office.client.appointments.change({ record: leyla, entry: planned.entry, day, time: '10:00', staff: selin.user, status: 'kept' });
    expect((await ofDay()).map(([, time]) => time)).toEqual(['10:00', '16:00']);
    expect((await office.client.appointments.ofPerson({ record: leyla })).map(({ status }) => status)).toEqual(['kept', 'planned']);
  });

  it('are nobody else’s', async () => {
    for (const other of [jonas, clerk]) {
      await unlockAs(office, other);
      expect(await ofDay()).toEqual([]);
      expect(await found()).toBeUndefined();
      expect(await codeOf(office.client.appointments.ofPerson({ record: leyla }))).toBe('PERSON_NOT_FOUND');
      expect(await codeOf(office.client.appointments.plan({ record: leyla, day, time: '11:00', staff: selin.user }))).toBe('PERSON_NOT_FOUND');
    }
    await unlockAs(office, jonas);
    expect((await office.client.cases.list(list)).rows.map(({ cautions }) => cautions)).toEqual([[]]);
  });
});
