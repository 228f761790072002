/** The one search box: story 4, a call at ten past nine, and what else people know of somebody they look for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { answerAll, consent, newColleague, readyOffice, unlockAgain, unlockAs, type TestOffice } from './support/office.ts';

let office: TestOffice;
let mohamed: CaseView;
let brother: CaseView;

async function file(first: string, last: string, born: string, phone: string): Promise<CaseView> {
  return answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: first },
    { field: 'person.last_name', value: last },
    { field: 'case.date_of_birth', value: born },
    { field: 'person.phone', value: phone },
  ]);
}

beforeAll(async () => {
  office = await readyOffice();
  mohamed = await file('Mohamed', 'Jama', '2008-02-03', '0176 2233445');
  brother = await file('Liban', 'Jama', '2005-03-02', '0176 2233445');
  await file('Оксана', 'Шевченко', '2007-08-19', '0151 998877');
  const record = mohamed.row.id;
  await office.client.appointments.plan({ record, day: IsoDay.parse('2026-03-02'), time: '14:00', staff: null });
  await office.client.appointments.plan({ record, day: IsoDay.parse('2026-03-02'), time: '10:30', staff: null });
  await office.client.cases.enter({ caseId: record, group: 'institution', parent: null, answers: { 'institution.name': 'Jugendamt', 'institution.reference': 'JA-2025/117' }, texts: {} });
});
afterAll(async () => {
  await office.remove();
});

const names = async (text: string): Promise<readonly string[]> => (await office.client.search.everywhere({ text })).map(({ name }) => name).sort();

describe('the last six digits of a phone', () => {
  it('find both brothers who share it, with birth date, Fachkraft and who comes today', async () => {
    const found = await office.client.search.everywhere({ text: '233445' });
    expect(found).toHaveLength(2);
    expect(found.find(({ caseId }) => caseId === mohamed.row.id)).toMatchObject({ name: 'Jama, Mohamed', born: '2008-02-03', caseworkerName: 'Petra Amsel', todayAt: '10:30', closed: false });
    expect(found.find(({ caseId }) => caseId === brother.row.id)).toMatchObject({ name: 'Jama, Liban', born: '2005-03-02', todayAt: null });
  });

  it('say no time of an appointment that was moved', async () => {
    const record = mohamed.row.id;
    const [early] = await office.client.appointments.ofPerson({ record });
    if (early === undefined) throw new Error('no appointment');
    const { entry, day, time, staff } = early;
    await office.client.appointments.change({ record, entry, day, time, staff, status: 'cancelled' });
    expect((await office.client.search.everywhere({ text: 'Mohamed' }))[0]?.todayAt).toBe('14:00');
  });
});

describe('somebody is found by', () => {
  it.each([
    ['the first name alone, however it is written', 'Mohammed', ['Jama, Mohamed']],
    ['part of a name', 'moha', ['Jama, Mohamed']],
    ['a name in other letters', 'Schewtschenko', ['Шевченко, Оксана']],
    ['the birth date, as people type it', '3.2.2008', ['Jama, Mohamed']],
    ['the birth date, as it is written', '03.02.2008', ['Jama, Mohamed']],
    ['the birth date, as computers write it', '2008-02-03', ['Jama, Mohamed']],
    ['the birth date and no other day of the same numbers', '2.3.2005', ['Jama, Liban']],
    ['the year', '2007', ['Шевченко, Оксана']],
    ['the file number of a partner', 'JA-2025/117', ['Jama, Mohamed']],
    ['part of the file number of a partner', 'ja-2025', ['Jama, Mohamed']],
    ['a phone with the code of the country', '+49 176 2233', ['Jama, Liban', 'Jama, Mohamed']],
  ])('%s', async (_, text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  it('the case number', async () => {
    expect(await names(mohamed.row.number)).toEqual(['Jama, Mohamed']);
  });

  it('and nobody by day and month turned round', async () => {
    expect(await names('2.3.2008')).toEqual([]);
    expect(await names('2008-03-02')).toEqual([]);
  });
});

describe('words in a file', () => {
  const found = async () => (await office.client.search.everywhere({ text: 'Inkasso' })).map(({ caseId, fieldLabel, snippet }) => ({ caseId, fieldLabel, snippet }));

  it('are read in the search by the responsible Fachkraft alone; deputy, head and colleagues read in which field they stand, and open the file, which is marked', async () => {
    const caseId = mohamed.row.id;
    const selin = newColleague(office, 'Selin');
    const jonas = newColleague(office, 'Jonas');
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.deputy_staff_id', value: jonas.user }, { field: 'education.career_goal', value: 'Erst das Inkasso regeln, dann die Lehre' }]);
    const where = { caseId, fieldLabel: currentCatalogue.field('education.career_goal')?.label };
    const read = { ...where, snippet: expect.stringContaining('dann die Lehre') as string };
    expect(await found()).toEqual([read]);
    await unlockAs(office, selin);
    expect(await found()).toEqual([{ ...where, snippet: '' }]);
    expect((await office.client.search.everywhere({ text: 'Jama, Mohamed' }))[0]?.snippet).toContain('Jama');
    await unlockAs(office, jonas);
    expect(await found()).toEqual([{ ...where, snippet: '' }]);
    await unlockAgain(office);
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.caseworker_id', value: selin.user }]);
    expect(await found()).toEqual([{ ...where, snippet: '' }]);
    await unlockAs(office, selin);
    expect(await found()).toEqual([read]);
  });
});
