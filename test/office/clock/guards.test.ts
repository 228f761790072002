/** What keeps the clock from acting: a day nobody believes, an import, a PC nobody heard of, more than a handful, and the rights of whoever asks. */
import { afterEach, describe, expect, test } from 'vitest';
import { openContext } from '../../../office/base.ts';
import { restFrom } from '../../../office/clock/guard.ts';
import { newSigningKeys, randomId } from '../../../shared/crypto/sodium.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { DeviceId } from '../../../shared/domain/ids.ts';
import { answerAll, codeOf, newColleague, unlockAs } from '../support/office.ts';
import { day, deskLog, endedFiles, finished, first, isThere, itIs, lineOf, runningFile, staffedOffice, until, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

const due = day('2026-05-02');

describe('somebody who came the day before a long silence would have ended her file', () => {
  test('keeps it: an appointment nobody wrote about is waited for, and what is entered of it goes on', async () => {
    staffed = await staffedOffice();
    const { office, selin } = staffed;
    await unlockAs(office, selin);
    const caseId = await runningFile(office, 'Kam doch');
    await until(office, day('2026-11-10'), selin);
    await office.client.appointments.plan({ record: caseId, day: day('2026-11-17'), time: '16:00', staff: null });
    await itIs(office, day('2026-11-18'), selin);
    expect((await office.client.cases.open({ caseId })).row.status).toBe('dormant');
    expect((await lineOf(office, caseId))?.hindrances.map(({ code, text }) => [code, /17\.11\.2026.*Bitte eintragen/.test(text)])).toEqual([['appointment_ahead', true]]);
    await itIs(office, day('2026-12-01'), selin);
    expect((await office.client.cases.open({ caseId })).row.status).toBe('dormant');
    await itIs(office, day('2026-12-02'), selin);
    expect((await office.client.cases.open({ caseId })).row.status).toBe('closed');
  }, 120_000);

  test('and where it was ended all the same, her contact entered later keeps it from being anonymised until somebody decides', async () => {
    staffed = await staffedOffice();
    const { office, selin } = staffed;
    await unlockAs(office, selin);
    const caseId = await runningFile(office, 'Kam doch');
    await until(office, day('2026-11-18'), selin);
    expect((await office.client.cases.open({ caseId })).row.status).toBe('closed');
    office.clock.now = new Date('2026-11-18T10:00:00Z');
    await office.client.contacts.log({ caseIds: [caseId], answers: { 'contact.date': day('2026-11-17'), 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' }, note: '' });
    expect((await office.client.clock.ofFile({ caseId })).hindrances.map(({ code, text }) => [code, /17\.11\.2026.*wiederaufnehmen/.test(text)])).toEqual([['activity_after_end', true]]);
    await until(office, day('2027-02-20'), selin);
    expect([await isThere(office, caseId), (await lineOf(office, caseId))?.overdue]).toEqual([true, true]);
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'evaluation.end_reason', value: 'relocation' }]);
    await itIs(office, day('2027-02-21'), selin);
    expect(await isThere(office, caseId)).toBe(false);
  }, 120_000);
});

test('an end written half an hour after midnight rests its week from that day on', async () => {
  staffed = await staffedOffice();
  const { office, head } = staffed;
  await itIs(office, day('2026-03-03'), head);
  const caseId = await runningFile(office, 'Nachts');
  office.clock.day = day('2026-03-04');
  // In Berlin; in UTC it is still the 3rd.
  office.clock.now = new Date('2026-03-03T23:30:00Z');
  await office.client.cases.end({ caseId, day: day('2026-03-04'), reason: 'relocation' });
  await itIs(office, day('2026-03-10'), head);
  expect(await codeOf(office.client.clock.anonymiseNow({ caseId }))).toBe('CLOCK_HELD');
  await itIs(office, day('2026-03-11'), head);
  await office.client.clock.anonymiseNow({ caseId });
  expect(await isThere(office, caseId)).toBe(false);
});

test('a date that nobody gave a ground for keeps a file until that date and no longer', async () => {
  staffed = await staffedOffice();
  const { office, head } = staffed;
  const [file] = await endedFiles(office, 1);
  if (file === undefined) throw new Error('no file');
  await answerAll(office, await office.client.cases.open({ caseId: file }), [{ field: 'case.retention_override', value: '2026-05-20' }]);
  await until(office, day('2026-05-20'), head);
  expect([await isThere(office, file), (await lineOf(office, file))?.hindrances.map(({ text }) => text)]).toEqual([true, [expect.stringMatching(/ohne Grund: Am 20\.05\.2026 endet sie/)]]);
  await itIs(office, day('2026-05-21'), head);
  expect(await isThere(office, file)).toBe(false);
});

describe('a day', () => {
  test('that is years ahead does nothing, however long the PC says so, and cannot vouch for itself the day after', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    await until(office, day('2026-03-09'), head);
    for (const wrong of ['2029-01-01', '2029-01-02', '2029-03-01']) {
      await itIs(office, day(wrong), head);
      expect(await office.client.clock.overview({ limit: 10 })).toMatchObject({ dayTrusted: false, dueNow: 0, held: 1 });
      expect((await lineOf(office, file))?.hindrances.map(({ code }) => code)).toEqual(['day_untrusted']);
      expect(await codeOf(office.client.clock.run({ expected: null }))).toBe('CLOCK_DAY_UNTRUSTED');
    }
    expect(await isThere(office, file)).toBe(true);
    // The right day again: what was written in 2029 stands in the log, so the head looks at the calendar once.
    await itIs(office, day('2026-03-10'), head);
    expect((await office.client.clock.overview({ limit: 10 })).dayProblem).toMatch(/10\.03\.2026.*Leitung/);
    expect((await office.client.clock.trustDay({ day: day('2026-03-10') })).dayTrusted).toBe(true);
    await until(office, due, head);
    expect([await isThere(office, file), deskLog(office).filter((action) => action === 'clock.trust_day').length]).toEqual([false, 1]);
  });

  test('more than 31 days after the last one waits until the head confirms it; nobody else may, and no other day', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    await itIs(office, first, selin);
    await itIs(office, due, selin);
    expect(await office.client.clock.overview({ limit: 10 })).toMatchObject({ dayTrusted: false, held: 1 });
    expect((await office.client.start.overview()).clock).toMatchObject({ held: 1, dueNow: 0 });
    expect((await office.client.start.overview()).clock.waits).toMatch(/Datum dieses PC/);
    expect(await codeOf(office.client.clock.trustDay({ day: due }))).toBe('ROLE_NOT_ALLOWED');
    await unlockAs(office, head);
    expect(await codeOf(office.client.clock.trustDay({ day: addDays(due, -1) }))).toBe('CLOCK_DAY_CHANGED');
    expect(await office.client.clock.trustDay({ day: due })).toMatchObject({ dayTrusted: true, dueNow: 1 });
    await itIs(office, due, selin);
    expect(await isThere(office, file)).toBe(false);
  });
});

describe('an import', () => {
  test('lets the clock rest for 30 days: nothing is done, the preview says until when, then it is', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    await until(office, day('2026-04-20'), head);
    openContext(office.core.context).store.desk.write((tx) => { restFrom(tx, office.clock.day); });
    await until(office, due, head);
    expect(await office.client.clock.overview({ limit: 10 })).toMatchObject({ restsUntil: '2026-05-20', dueNow: 0, held: 1 });
    expect((await lineOf(office, file))?.hindrances.map(({ code }) => code)).toEqual(['import_rest']);
    await until(office, day('2026-05-19'), head);
    expect(await isThere(office, file)).toBe(true);
    await itIs(office, day('2026-05-20'), head);
    expect(await isThere(office, file)).toBe(false);
  });
});

describe('another PC', () => {
  const other = DeviceId.parse('ab'.repeat(16));
  function addPc({ office }: Staffed): void {
    openContext(office.core.context).store.desk.write((tx) => { tx.devices.add({ id: other, publicKey: newSigningKeys().publicKey, addedAt: '2026-03-01T08:00:00Z' }); });
  }

  test('that did not report since the end is waited for; the head may except it with a reason, and that stands in the log', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    addPc(staffed);
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    await until(office, due, selin);
    const { silentDevices, held } = await office.client.clock.overview({ limit: 10 });
    expect([silentDevices.map(({ device, reportedOn }) => [device, reportedOn]), held]).toEqual([[[other, '2026-03-01']], 1]);
    expect((await lineOf(office, file))?.hindrances.map(({ code }) => code)).toEqual(['device_silent']);
    const wish = { device: other, reason: 'Laptop gestohlen, Anzeige erstattet' };
    expect(await codeOf(office.client.clock.exceptDevice(wish))).toBe('ROLE_NOT_ALLOWED');
    await unlockAs(office, head);
    expect(await codeOf(office.client.clock.exceptDevice({ ...wish, device: DeviceId.parse('cd'.repeat(16)) }))).toBe('DEVICE_NOT_FOUND');
    const after = await office.client.clock.exceptDevice(wish);
    expect([after.silentDevices, after.exceptedDevices.map(({ reason, on }) => [reason, on]), after.dueNow]).toEqual([[], [[wish.reason, due]], 1]);
    await itIs(office, due, selin);
    expect([await isThere(office, file), deskLog(office).includes('clock.except_device')]).toEqual([false, true]);
  });
});

describe('more than a handful', () => {
  test('is left to the head, who says the number she saw; nothing is done with another', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    const files = await endedFiles(office, 7);
    await until(office, due, selin);
    expect(await Promise.all(files.map((file) => isThere(office, file)))).toEqual(files.map(() => true));
    expect((await office.client.start.overview()).clock).toMatchObject({ dueNow: 7, asksHead: true, overdue: 0 });
    expect((await office.client.start.overview()).clock.waits).toMatch(/7 Akten.*Leitung/);
    for (const expected of [null, 7]) expect(await codeOf(office.client.clock.run({ expected }))).toBe('CLOCK_ASKS_HEAD');
    await unlockAs(office, head);
    expect(await codeOf(office.client.clock.run({ expected: null }))).toBe('CLOCK_ASKS_HEAD');
    expect(await codeOf(office.client.clock.run({ expected: 6 }))).toBe('CLOCK_COUNT_CHANGED');
    expect(await Promise.all(files.map((file) => isThere(office, file)))).toEqual(files.map(() => true));
    expect(await office.client.clock.run({ expected: 7 })).toMatchObject({ state: 'running', total: 7 });
    expect(await finished(office)).toMatchObject({ state: 'done', done: 7, anonymised: 7, refused: 0, problem: null });
    expect(await Promise.all(files.map((file) => isThere(office, file)))).toEqual(files.map(() => false));
    expect(deskLog(office)).toEqual(expect.arrayContaining(['clock.run', 'clock.waits']));
    expect((await office.client.clock.overview({ limit: 10 })).lastRun).toMatchObject({ state: 'done', anonymised: 7 });
  });

  test('is loud also after weeks with the app closed', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    await endedFiles(office, 7);
    await until(office, day('2026-05-01'), head);
    await wakeOn(office, day('2026-08-01'), head);
    expect(await office.client.clock.overview({ limit: 10 })).toMatchObject({ overdue: 7, held: 7, dayTrusted: false });
    expect(await office.client.clock.trustDay({ day: day('2026-08-01') })).toMatchObject({ overdue: 7, dueNow: 7, asksHead: true });
  });
});

describe('rights', () => {
  test('the clerk opens no cases and so no clock; settings and days are the head’s', async () => {
    staffed = await staffedOffice();
    const { office, selin } = staffed;
    const clerk = newColleague(office, 'Frau Krüger', 'admin_office');
    const settings = { anonymiseAfterMonths: 1, counsellingToo: true, endAfterMonths: 9 };
    await unlockAs(office, clerk);
    expect(await codeOf(office.client.clock.overview({ limit: 10 }))).toBe('CASES_DOOR_CLOSED');
    expect(await codeOf(office.client.clock.run({ expected: null }))).toBe('CASES_DOOR_CLOSED');
    await unlockAs(office, selin);
    expect(await codeOf(office.client.clock.settings(settings))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(office.client.clock.anonymiseNow({ caseId: randomId() }))).toBe('ROLE_NOT_ALLOWED');
  });

  test('other months move the days of all files at once', async () => {
    staffed = await staffedOffice();
    const { office } = staffed;
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    const settings = { anonymiseAfterMonths: 1, counsellingToo: true, endAfterMonths: 9 };
    const { lines } = await office.client.clock.settings({ ...settings, anonymiseAfterMonths: 0 });
    expect(lines.map(({ caseId, day: on, state }) => [caseId, on, state])).toEqual([[file, day('2026-03-09'), 'ahead']]);
    expect(lines[0]?.hindrances).toEqual([]);
    const said = (await office.client.clock.ofFile({ caseId: file })).dates.find(({ kind }) => kind === 'anonymise');
    expect(said?.text).toContain('anonymisiert wird am 09.03.2026');
    expect((await office.client.clock.settings(settings)).lines.map(({ state }) => state)).toEqual([]);
    expect(deskLog(office).filter((action) => action === 'clock.settings')).toHaveLength(2);
  });

  test('a colleague reads that a protected file is there, and nothing of it', async () => {
    staffed = await staffedOffice();
    const { office, selin, jonas } = staffed;
    await unlockAs(office, selin);
    const [file] = await endedFiles(office, 1);
    if (file === undefined) throw new Error('no file');
    await office.client.cases.shield({ caseId: file, shielded: true });
    await until(office, day('2026-04-25'), jonas);
    const seen = await office.client.clock.overview({ limit: 10 });
    expect(seen.lines.map(({ name, number, hindrances }) => [name, number, hindrances])).toEqual([['Geschützte Akte', '', []]]);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${file}|Beendet|02\\.03\\.2026`));
    await itIs(office, due, jonas);
    expect(await isThere(office, file)).toBe(false);
  });
});
