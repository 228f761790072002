/** Story 8: twins of one birthday, a sister who was here before, and a stranger with nearly the same name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { openContext } from '../../office/base.ts';
import { rebuildProjections } from '../../office/cases/stale.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { answerAll, codeOf, consent, newColleague, readyOffice, unlockAgain, unlockAs, type Colleague, type TestOffice, type Wish } from './support/office.ts';

let office: TestOffice;
let jonas: Colleague;
let samira: CaseView;
let sister: CaseView;
let stranger: CaseView;

const phone = '0170 1234567';
const typed = { firstName: 'Amira', lastName: 'Haydari', born: IsoDay.parse('2008-01-01'), phone, besides: null };

async function file(first: string, last: string, born: string, more: readonly Wish[] = []): Promise<CaseView> {
  const view = await office.client.cases.create();
  return answerAll(office, view, [
    ...consent,
    { field: 'person.first_name', value: first },
    { field: 'person.last_name', value: last },
    { field: 'case.date_of_birth', value: born },
    ...more,
  ]);
}

beforeAll(async () => {
  office = await readyOffice();
  jonas = newColleague(office, 'Jonas');
  const home = [{ field: 'person.phone', value: '+49 170 1234567' }, { field: 'person.street', value: 'Geheimweg 7' }, { field: 'person.address_secret', value: true }];
  samira = await file('Samira', 'Haidari', '2008-01-01', home);
  sister = await file('Amira', 'Haidari', '2008-01-01', [...home, { field: 'case.support_form', value: 'counselling' }, { field: 'case.counselling_end', value: '2026-03-02' }]);
  stranger = await file('Amira', 'Heydari', '2007-06-21');
  await file('Navid', 'Rahimi', '2005-10-08');
});
afterAll(async () => {
  await office.remove();
});

const alike = (more: Partial<typeof typed> | { readonly besides: RecordId } = {}) => office.client.people.alike({ ...typed, ...more });

describe('„Amira Haydari 1.1.2008“', () => {
  it('is likely the Amira who was here before; her twin and the stranger are to be looked at, each with the reason', async () => {
    expect(await alike()).toEqual([
      {
        grade: 'same',
        record: sister.row.id,
        number: sister.row.number,
        name: 'Haidari, Amira',
        born: '2008-01-01',
        status: 'closed',
        caseworkerName: 'Petra Amsel',
        reasons: ['gleiches Geburtsdatum', 'gleiche Telefonnummer', 'gleicher Name, anders geschrieben', 'Geburtsdatum vielleicht geschätzt'],
      },
      expect.objectContaining({
        grade: 'similar',
        record: samira.row.id,
        reasons: ['gleiches Geburtsdatum', 'gleiche Telefonnummer', 'gleicher Nachname', 'Geburtsdatum vielleicht geschätzt', 'anderer Vorname'],
      }),
      expect.objectContaining({ grade: 'similar', record: stranger.row.id }),
    ]);
  });

  it('names no address, and merges and fills in nothing', async () => {
    const found = JSON.stringify(await alike());
    expect(found).not.toContain('Geheimweg');
    const { answers } = await office.client.cases.open({ caseId: stranger.row.id });
    expect(Object.keys(answers['']?.['person.phone']?.heads ?? [])).toEqual([]);
  });

  it('finds nobody before something is typed, and not herself', async () => {
    expect(await alike({ firstName: '', lastName: ' ', phone: '' })).toEqual([]);
    expect((await alike({ besides: sister.row.id })).map(({ record }) => record)).not.toContain(sister.row.id);
  });
});

describe('„andere Person (Geschwister)“', () => {
  it('is never asked again, whichever of the two is typed, also after everything was made anew', async () => {
    await office.client.people.notSame({ a: samira.row.id, b: sister.row.id });
    await office.client.people.notSame({ a: sister.row.id, b: samira.row.id });
    const { office: open } = openContext(office.core.context);
    rebuildProjections(office.core.context, open);
    expect((await alike({ besides: samira.row.id })).map(({ record }) => record)).not.toContain(sister.row.id);
    expect((await alike({ besides: sister.row.id })).map(({ record }) => record)).not.toContain(samira.row.id);
    expect((await alike({ besides: sister.row.id })).map(({ record }) => record)).toContain(stranger.row.id);
  });

  it('is refused for somebody who is not there', async () => {
    const nobody = RecordId.parse('f'.repeat(32));
    expect(await codeOf(office.client.people.notSame({ a: samira.row.id, b: nobody }))).toBe('CASE_NOT_FOUND');
    expect(await codeOf(office.client.people.notSame({ a: samira.row.id, b: samira.row.id }))).toBe('CASE_NOT_FOUND');
  });

  it('goes with either of the two', async () => {
    const one = await file('Mina', 'Popal', '2006-04-09');
    const other = await file('Nina', 'Popal', '2006-04-09');
    await office.client.people.notSame({ a: one.row.id, b: other.row.id });
    const pairs = () => {
      const { desk } = insideOf(openContext(office.core.context).store).databases;
      return desk.prepare<[string], number>('SELECT count(*) FROM distinct_pairs WHERE ? IN (a, b)').pluck().get(other.row.id);
    };
    expect(pairs()).toBe(1);
    await eraseRecords(openContext(office.core.context), [one.row.id], 'wish');
    expect(pairs()).toBe(0);
    const { cases } = insideOf(openContext(office.core.context).store).databases;
    expect(cases?.prepare("SELECT count(*) FROM alike_people WHERE person LIKE '%Mina%'").pluck().get()).toBe(0);
    const keys = cases?.prepare('SELECT count(*) FROM alike_keys WHERE row NOT IN (SELECT row FROM case_rows)').pluck().get();
    expect(keys).toBe(0);
  });
});

describe('the file that is being typed', () => {
  const typedInto = async ({ row }: CaseView, firstName: string, lastName: string, born: string) =>
    office.client.people.alike({ firstName, lastName, born: IsoDay.parse(born), phone: null, besides: row.id });

  it('is compared with its estimate, Rufname, other spellings and second phone, which are not in the question', async () => {
    const known = await file('Nilufar', 'Sadiqi', '2008-02-03', [{ field: 'person.phone', value: '0151 88776655' }]);
    const estimated = await file('Nilufaro', 'Sadiqi', '2008-06-15', [{ field: 'case.date_of_birth_precision', value: 'estimated' }]);
    const called = await file('Gulalai', 'Sadiqi', '2008-02-03', [{ field: 'person.call_name', value: 'Nilufar' }]);
    const spelled = await file('Nelly', 'Zadiki', '2008-02-03', [{ field: 'person.other_spellings', value: 'Nilufar Sadiqi' }]);
    const phoned = await file('Behrouz', 'Karimi', '2001-10-20', [{ field: 'person.phone_2', value: '+49 151 88776655' }]);
    const isFound = async (view: CaseView, first: string, last: string, born: string) => (await typedInto(view, first, last, born)).find(({ record }) => record === known.row.id)?.reasons;
    expect(await isFound(estimated, 'Nilufaro', 'Sadiqi', '2008-06-15')).toContain('Geburtsjahr passt, Tag vielleicht geschätzt');
    expect(await isFound(called, 'Gulalai', 'Sadiqi', '2008-02-03')).toContain('gleicher Name');
    expect(await isFound(spelled, 'Nelly', 'Zadiki', '2008-02-03')).toContain('gleicher Name');
    expect(await isFound(phoned, 'Behrouz', 'Karimi', '2001-10-20')).toContain('gleiche Telefonnummer');
  });
});

describe('a Vormerkung', () => {
  it('is a look-alike of the same first name and phone, and shown as what it is', async () => {
    const made = await office.client.preRegistrations.create({ firstName: 'Rahel', phone: '0151 7654321', appointment: null });
    const found = await alike({ firstName: 'Rahel', lastName: 'Tekle', born: IsoDay.parse('2006-04-09'), phone: '0151/7654321' });
    expect(found).toMatchObject([{ record: made.record, number: '', name: 'Rahel', status: 'pre_registration' }]);
    // However the number was written.
    const abroad = await office.client.preRegistrations.create({ firstName: 'Olena', phone: '00380 67 1234567', appointment: null });
    const written = await alike({ firstName: 'Olena', lastName: 'Bondar', phone: '+380 67 123 45 67' });
    expect(written).toMatchObject([{ record: abroad.record, reasons: expect.arrayContaining(['gleiche Telefonnummer']) as unknown }]);
  });
});

describe('a shielded file', () => {
  it('says to a colleague that there is one and nothing more, and only where name and birth date fit', async () => {
    await office.client.cases.shield({ caseId: sister.row.id, shielded: true });
    expect((await alike()).map(({ record }) => record)).toContain(sister.row.id);
    await unlockAs(office, jonas);
    const found = await alike();
    expect(found.filter(({ record }) => record === null)).toEqual([
      { grade: 'similar', record: null, number: '', name: 'geschützte Akte – bitte Leitung fragen', born: null, status: '', caseworkerName: null, reasons: [] },
    ]);
    expect(JSON.stringify(found)).not.toContain(sister.row.id);
    // The phone of the family, or a sister's name, tells of no file.
    expect((await alike({ firstName: 'Navid', lastName: 'Haidari', born: IsoDay.parse('2004-05-06') })).filter(({ record }) => record === null)).toEqual([]);
    expect(await codeOf(office.client.people.notSame({ a: samira.row.id, b: sister.row.id }))).toBe('CASE_NOT_FOUND');
    await unlockAgain(office);
  });
});

describe('a file whose processing is restricted', () => {
  const name = 'Es gibt eine Akte mit eingeschränkter Verarbeitung – bitte Leitung fragen';
  const nothingMore = { grade: 'similar', record: null, number: '', name, born: null, status: '', caseworkerName: null, reasons: [] };

  it('says to everybody, the head and the desk too, that there is one and nothing more, and only where the name fits', async () => {
    await office.client.rights.restrict({ caseId: samira.row.id, ground: 'accuracy', askedBy: 'young_person' });
    const clerk = newColleague(office, 'Ruth', 'admin_office');
    const seen: unknown[] = [];
    const look = async (): Promise<void> => {
      const found = await alike({ firstName: 'Samira', lastName: 'Haidari' });
      expect(JSON.stringify(found)).not.toContain(samira.row.id);
      seen.push(found.filter(({ record }) => record === null));
      const others = await alike({ firstName: 'Navid', lastName: 'Rahimi', born: IsoDay.parse('2004-05-06') });
      expect(others.filter(({ name: said }) => said === name)).toEqual([]);
    };
    await look();
    await unlockAs(office, jonas);
    await look();
    await unlockAs(office, clerk);
    await look();
    expect(seen.map((found) => (found as readonly { name: string }[]).filter((one) => one.name === name))).toEqual([[nothingMore], [nothingMore], [nothingMore]]);
    await unlockAgain(office);
  });
});
