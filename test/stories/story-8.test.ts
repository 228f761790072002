/**
 * Story 8 of the acceptance stories: twins with the same birthday, and a stranger with the same name.
 *
 * As far as it needs no parents' counselling (steps 5 and 6) and no paper.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { answerAll, consent, password, readyOffice, type TestOffice } from '../office/support/office.ts';
import { fileOf, smallPdf } from '../support/sample-files.ts';

let office: TestOffice;
let samira: RecordId;
let amira: RecordId;
let stranger: RecordId;
const phone = '0176 2233 4455';
const day = (text: string) => IsoDay.parse(text);

async function itIs(date: string): Promise<void> {
  await office.client.session.lock();
  office.clock.day = day(date);
  office.clock.now = new Date(`${date}T08:00:00Z`);
  await office.client.session.unlock({ login: null, password });
}

async function newFile(firstName: string, lastName: string, born: string, number: string | null, within: TestOffice = office): Promise<RecordId> {
  const view = await answerAll(within, await within.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: firstName },
    { field: 'person.last_name', value: lastName },
    { field: 'case.date_of_birth', value: born },
    { field: 'case.support_form', value: 'counselling' },
    { field: 'case.counselling_start', value: '2026-03-02' },
    ...(number === null ? [] : [{ field: 'person.phone', value: number }]),
  ]);
  return view.row.id;
}

const hints = (besides: RecordId | null) =>
  office.client.people.alike({ firstName: 'Amira', lastName: 'Haydari', born: day('2008-01-01'), phone, besides });

beforeAll(async () => {
  office = await readyOffice();
  samira = await newFile('Samira', 'Haidari', '2008-01-01', phone);
  amira = await newFile('Amira', 'Haidari', '2008-01-01', phone);
  stranger = await newFile('Amira', 'Heydari', '2007-06-12', null);
  await itIs('2026-03-20');
  await office.client.cases.end({ caseId: amira, day: day('2026-03-20'), reason: 'goals_reached' });
  await itIs('2026-04-24');
}, 120_000);
afterAll(async () => office.remove());

test('1. "Amira Haydari 1.1.2008": her ended file, her twin and, weaker, a stranger, each with its reasons', async () => {
  const found = await hints(null);
  const byRecord = new Map(found.map((hint) => [hint.record, hint]));
  expect(byRecord.get(amira)).toMatchObject({ grade: 'same', status: 'closed' });
  expect(byRecord.get(samira)?.grade).toBe('similar');
  expect(byRecord.get(samira)?.reasons.join(' · ')).toMatch(/Geburtsdatum.*Telefonnummer.*Vorname/);
  expect(byRecord.get(stranger)?.grade).toBe('similar');
  expect(found.findIndex(({ record }) => record === stranger)).toBeGreaterThan(found.findIndex(({ record }) => record === amira));
});

test('1b. never: „war bereits im CM“ prefilled from the sister, or two files made into one: a new file says only what was typed into it', async () => {
  for (const [caseId, said] of [[samira, 'yes_other_site'], [amira, 'yes_same_site']] as const) {
    const sister = await office.client.cases.open({ caseId });
    await answerAll(office, sister, [{ field: 'case.previous_case_management', value: said }]);
  }
  const view = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: 'Amira' },
    { field: 'person.last_name', value: 'Haydari' },
  ]);
  await hints(view.row.id);
  const now = await office.client.cases.open({ caseId: view.row.id });
  const typed = new Set([...consent.map(({ field }) => field), 'person.first_name', 'person.last_name']);
  const byItself = new Set(['case.case_number', 'case.site_id', 'case.caseworker_id', 'case.status']);
  const said = Object.entries(now.answers[''] ?? {}).filter(([field, { heads }]) => heads.length > 0 && !byItself.has(field)).map(([field]) => field);
  expect(said.filter((field) => !typed.has(field))).toEqual([]);
  expect(now.suggestions.filter(({ field }) => field === 'case.previous_case_management' || field.startsWith('person.'))).toEqual([]);
  for (const record of [samira, amira, stranger]) expect((await office.client.cases.open({ caseId: record })).row.id).toBe(record);
});

test('2. "andere Person (Geschwister)": these two are never shown to each other again, in neither direction', async () => {
  const besides = async (record: RecordId, firstName: string) =>
    (await office.client.people.alike({ firstName, lastName: 'Haidari', born: day('2008-01-01'), phone, besides: record })).map((hint) => hint.record);
  expect(await besides(amira, 'Amira')).toContain(samira);
  await office.client.people.notSame({ a: amira, b: samira });
  await itIs('2026-04-25');
  expect(await besides(amira, 'Amira')).not.toContain(samira);
  expect(await besides(samira, 'Samira')).not.toContain(amira);
});

test('3. the file that ended five weeks ago is resumed: consent, history and content are still there', async () => {
  const before = await office.client.cases.open({ caseId: amira });
  expect(before.row.status).toBe('closed');
  const after = await office.client.cases.resume({ caseId: amira, day: day('2026-04-25'), reason: 'Kommt wieder, sucht eine Ausbildung' });
  expect([after.row.status, after.consentGiven, after.row.name]).toEqual(['open', true, 'Haidari, Amira']);
  const history = await office.client.cases.history({ caseId: amira, entry: null, field: 'case.counselling_end' });
  expect(history.map(({ value }) => value)).toContain('2026-03-20');
});

test('4. a letter for Samira that was scanned into the file of Amira moves; both logs say so without content', async () => {
  const letter = smallPdf('Liebe Samira');
  const { entry } = await office.client.attachments.add({ caseId: amira, file: fileOf(letter), title: 'Brief der Schule an Samira', answers: { 'attachment.kind': 'letter' } });
  await office.client.attachments.move({ caseId: amira, entry, to: samira });

  expect((await office.client.cases.open({ caseId: amira })).files).toEqual({});
  const hers = await office.client.cases.open({ caseId: samira });
  const [moved] = Object.keys(hers.files) as EntryId[];
  if (moved === undefined) throw new Error('not moved');
  const opened = await office.client.attachments.open({ caseId: samira, entry: moved });
  expect([opened.title, new Uint8Array(await opened.bytes.arrayBuffer())]).toEqual(['Brief der Schule an Samira', letter]);
  const { cases } = casesContext(openContext(office.core.context));
  const log = (record: RecordId) => cases.read((tx) => tx.audit.read({ record, limit: 50 }));
  expect(log(amira).map(({ action }) => action)).toContain('attachment.moved_out');
  expect(log(samira).map(({ action }) => action)).toContain('attachment.moved_in');
  expect(JSON.stringify([log(amira), log(samira)])).not.toMatch(/Samira|Brief|Schule/);
});

test('7. one talk with both is one hour; the copy for Samira shows nothing of Amira', async () => {
  const { answers } = await office.client.contacts.presets({ caseId: samira });
  const { entry } = await office.client.contacts.log({ caseIds: [samira, amira], answers: { ...answers, 'contact.duration_min': 50 }, note: '' });
  const view = await office.client.cases.open({ caseId: samira });
  expect(view.answers[entry]?.['contact.persons']?.heads[0]?.value).toBe(2);

  const copy = await (await office.client.cases.export({ caseId: samira })).text();
  expect(copy).toContain('Samira');
  expect(copy).not.toMatch(/\bAmira\b/);
  expect(copy).not.toContain(amira);
  expect(await (await office.client.cases.export({ caseId: amira })).text()).not.toMatch(/Samira/);
});

test('a shielded file is in the hints of a colleague only as what it is: "geschützte Akte – bitte Leitung fragen"', async () => {
  await office.client.access.add({ login: 'selin', displayName: 'Selin Yıldız', role: 'caseworker', password });
  await office.client.cases.shield({ caseId: stranger, shielded: true });
  await office.client.session.unlock({ login: 'selin', password });
  const found = await office.client.people.alike({ firstName: 'Amira', lastName: 'Heydari', born: day('2007-06-12'), phone: null, besides: null });
  const masked = found.filter(({ record }) => record === null);
  expect(masked).toMatchObject([{ name: 'geschützte Akte – bitte Leitung fragen', number: '', born: null, caseworkerName: null, reasons: [] }]);
  expect(JSON.stringify(found)).not.toContain(stranger);
  await office.client.session.unlock({ login: 'petra', password });
});

/** Whatever in both doors is long enough to be told again: ids, keys, hashes, sealed bytes. */
function longValues(open: TestOffice): ReadonlySet<string> {
  const { desk, cases } = insideOf(openContext(open.core.context).store).databases;
  const found = new Set<string>();
  for (const db of [desk, cases]) {
    if (db === null) throw new Error('not open');
    for (const table of db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all())
      for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all())
        for (const cell of Object.values(row)) {
          const text = Buffer.isBuffer(cell) ? cell.toString('hex') : String(cell);
          for (const value of text.match(/[A-Za-z0-9+/_=-]{16,}/g) ?? []) found.add(value);
        }
  }
  return found;
}

test('never: two files made into one', async () => {
  const { rows } = await office.client.cases.list({ mine: false, text: 'Haidari', sort: 'name', descending: false, offset: 0, limit: 10 });
  expect(rows.filter(({ id }) => id === amira || id === samira).map(({ name }) => name).sort()).toEqual(['Haidari, Amira', 'Haidari, Samira']);
});

test('never: a keyed hash, or anything else kept that recognises who was forgotten', async () => {
  // Two offices with the same keys, and the same person forgotten in both: what was made out of her would be the same in both.
  const leftOf = async (reason: 'wish' | 'retention'): Promise<readonly string[]> => {
    const one = await readyOffice();
    const forget = (record: RecordId) => eraseRecords(openContext(one.core.context), [record], reason);
    // Not the first it forgets.
    await forget(await newFile('Navid', 'Rahimi', '2004-01-20', null, one));
    const before = longValues(one);
    const noor = await newFile('Noor', 'Zwillingsfrau', '2006-07-08', '0176 9090 1234', one);
    expect((await one.client.people.alike({ firstName: 'Noor', lastName: 'Zwillingsfrau', born: day('2006-07-08'), phone: null, besides: null })).length).toBe(1);
    await forget(noor);
    expect(await one.client.people.alike({ firstName: 'Noor', lastName: 'Zwillingsfrau', born: day('2006-07-08'), phone: '0176 9090 1234', besides: null })).toEqual([]);
    const left = [...longValues(one)].filter((value) => !before.has(value));
    expect(left).not.toEqual([]);
    await one.remove();
    return left;
  };
  for (const reason of ['wish', 'retention'] as const) {
    const second = new Set(await leftOf(reason));
    expect((await leftOf(reason)).filter((value) => second.has(value))).toEqual([]);
  }

  await eraseRecords(openContext(office.core.context), [amira], 'wish');
  const hers = await hints(null);
  expect(hers.map(({ record }) => record)).not.toContain(amira);
  expect(hers.map(({ grade }) => grade)).not.toContain('same');
});
