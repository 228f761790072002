/** The run itself: two who start it, one who stops it, what comes in between, a full disk, a power cut. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../db/errors.ts';
import { casesContext, openContext } from '../../../office/base.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { codeOf, newFolder, officeIn, officeKeys, unlockAs, unlockAgain, type TestOffice } from '../support/office.ts';
import { day, deskLog, endedFiles, finished, isThere, itIs, lineOf, runningFile, staffedOffice, until, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
const copies: TestOffice[] = [];
afterEach(async () => {
  for (const copy of copies.splice(0)) await copy.remove();
  await staffed.office.remove();
});

const due = day('2026-05-02');
const gone = async (office: TestOffice, files: readonly RecordId[]): Promise<number> => (await Promise.all(files.map((file) => isThere(office, file)))).filter((there) => !there).length;

/** Files of which all are due today, and nothing was done yet. */
async function dueFiles(count: number): Promise<readonly RecordId[]> {
  staffed = await staffedOffice();
  const files = await endedFiles(staffed.office, count);
  await until(staffed.office, day('2026-05-01'), staffed.head);
  await wakeOn(staffed.office, due, staffed.head);
  return files;
}

describe('a run', () => {
  test('that two people start is one run', async () => {
    const files = await dueFiles(8);
    const { office } = staffed;
    const started = await Promise.all([office.client.clock.run({ expected: 8 }), office.client.clock.run({ expected: 8 })]);
    expect(started.map(({ total }) => total)).toEqual([8, 8]);
    expect(await finished(office)).toMatchObject({ state: 'done', total: 8, done: 8, anonymised: 8 });
    expect([await gone(office, files), (await office.client.clock.protocol({ limit: 100 })).length]).toEqual([8, 8]);
    expect(deskLog(office).filter((action) => action === 'clock.run')).toHaveLength(1);
  });

  test('asked for again under the same name, because the answer was lost, answers with what it did', async () => {
    await dueFiles(6);
    const act = 'ab'.repeat(16) as never;
    await staffed.office.client.clock.run({ act, expected: 6 });
    await finished(staffed.office);
    expect(await staffed.office.client.clock.run({ act, expected: 6 })).toMatchObject({ state: 'done', anonymised: 6 });
  });

  test('that is stopped leaves the rest due as before, and the next one does it', async () => {
    const files = await dueFiles(8);
    const { office } = staffed;
    await office.client.clock.run({ expected: 8 });
    await office.client.clock.cancel();
    const stopped = await finished(office);
    expect(stopped).toMatchObject({ state: 'cancelled', total: 8 });
    expect(await gone(office, files)).toBe(stopped?.anonymised);
    const left = 8 - (stopped?.anonymised ?? 0);
    expect((await office.client.clock.overview({ limit: 10 })).dueNow).toBe(left);
    await office.client.clock.run({ expected: left });
    expect(await finished(office)).toMatchObject({ state: 'done', anonymised: left });
    expect(await gone(office, files)).toBe(8);
  });

  test('does not take the file in which somebody wrote since the preview', async () => {
    const files = await dueFiles(3);
    const { office } = staffed;
    const [spared] = files;
    if (spared === undefined) throw new Error('no file');
    const context = openContext(office.core.context);
    // The row still says due: only the history knows of the contact.
    const { cases } = casesContext(context);
    const row = cases.read((tx) => tx.projections.clockDays(due)).find(({ record }) => record === spared);
    await office.client.contacts.log({ caseIds: [spared], answers: { 'contact.date': day('2026-04-30'), 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' }, note: '' });
    const read = cases.read.bind(cases);
    Object.assign(cases, {
      read: ((look) => read((tx) => look({ ...tx, projections: { ...tx.projections, clockDays: (to) => tx.projections.clockDays(to).map((now) => (now.record === spared && row !== undefined ? row : now)) } }))) satisfies typeof cases.read,
    });
    expect(await office.client.clock.run({ expected: 3 })).toMatchObject({ total: 3 });
    expect(await finished(office)).toMatchObject({ state: 'done', done: 3, anonymised: 2, refused: 1 });
    Object.assign(cases, { read });
    expect([await isThere(office, spared), (await lineOf(office, spared))?.hindrances.map(({ code }) => code)]).toEqual([true, ['activity_after_end']]);
  });

  test('ends what was quiet, two weeks before the nine months are over, in the name of whoever opened the office; the work note beside it goes', async () => {
    staffed = await staffedOffice();
    const { office, selin } = staffed;
    await unlockAs(office, selin);
    const file = await runningFile(office, 'Still');
    await until(office, day('2026-11-16'), selin);
    await office.client.workNotes.write({ caseId: file, text: 'morgen anrufen' });
    await itIs(office, day('2026-11-17'), selin);
    expect((await office.client.cases.open({ caseId: file })).row.status).not.toBe('closed');
    await itIs(office, day('2026-11-18'), selin);
    const view = await office.client.cases.open({ caseId: file });
    const event = view.entries.filter(({ group }) => group === 'course_event').at(-1)?.id ?? '';
    const said = (field: string) => view.answers[event]?.[field]?.heads.map(({ value, authorName }) => [value, authorName]);
    expect(view.row.status).toBe('closed');
    expect([said('course_event.reason'), said('course_event.note'), said('course_event.day')]).toEqual([[['inactivity', 'Selin']], [['durch die Frist', 'Selin']], [['2026-11-18', 'Selin']]]);
    expect(await office.client.workNotes.list({ caseId: file })).toEqual([]);
  });

  test('stopped by a full disk says so, loses nothing, and goes on when there is room', async () => {
    const files = await dueFiles(6);
    const { office } = staffed;
    const { cases } = casesContext(openContext(office.core.context));
    const write = cases.write.bind(cases);
    Object.assign(cases, { write: () => { throw new StoreError('DISK_FULL'); } });
    await office.client.clock.run({ expected: 6 });
    expect(await finished(office)).toMatchObject({ state: 'stopped', problem: 'DISK_FULL', anonymised: 0 });
    Object.assign(cases, { write });
    await itIs(office, due, staffed.head);
    expect(await gone(office, files)).toBe(6);
    const protocol = await office.client.clock.protocol({ limit: 100 });
    expect([protocol.length, protocol.every(({ doneAt }) => doneAt !== null)]).toEqual([6, true]);
  });
});

describe('one file earlier than due', () => {
  test('is the head’s act, for an ended file with nothing against it; the line of the Löschprotokoll comes back', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    const [file] = await endedFiles(office, 1);
    const running = await runningFile(office, 'Läuft');
    if (file === undefined) throw new Error('no file');
    await itIs(office, day('2026-03-20'), head);
    expect(await codeOf(office.client.clock.anonymiseNow({ caseId: running }))).toBe('CASE_NOT_ENDED');
    await office.client.appointments.plan({ record: file, day: day('2026-03-25'), time: '14:00', staff: selin.user });
    const refused = await office.client.clock.anonymiseNow({ caseId: file }).catch((problem: unknown) => problem);
    expect(refused).toMatchObject({ code: 'CLOCK_HELD', data: { reason: expect.stringContaining('25.03.2026') as string } });
    const [appointment] = await office.client.appointments.ofPerson({ record: file });
    if (appointment === undefined) throw new Error('no appointment');
    await office.client.appointments.change({ record: file, entry: appointment.entry, day: day('2026-03-25'), time: '14:00', staff: selin.user, status: 'cancelled' });
    expect(await office.client.clock.anonymiseNow({ caseId: file })).toMatchObject({ number: 1, reason: 'retention' });
    expect([await isThere(office, file), await isThere(office, running)]).toEqual([false, true]);
  });
});

describe('killed', { timeout: 240_000 }, () => {
  test('after any commit of the run: the next start goes on, every file is gone once and whole, and the log holds', async () => {
    const files = await dueFiles(4);
    const quiet = await runningFile(staffed.office, 'Läuft');
    await staffed.office.core.lock();
    const keys = await officeKeys();
    for (let last = 1, ended = false; !ended; last = Math.ceil(last * 1.7)) {
      const dir = await newFolder();
      await cp(staffed.office.dir, dir, { recursive: true });
      fs.rmSync(`${dir}/lock`, { force: true });
      const run = spawnSync(process.execPath, [join(import.meta.dirname, 'kill-run.ts'), dir, JSON.stringify(keys), due, '4', String(last)], { encoding: 'utf8' });
      expect([run.stderr, run.signal ?? run.status]).toEqual(['', run.signal === null ? 0 : 'SIGKILL']);
      ended = run.signal === null;
      fs.rmSync(`${dir}/lock`, { force: true });
      const copy = officeIn(dir, {}, { now: new Date(`${due}T10:00:00Z`), day: due });
      copies.push(copy);
      await unlockAgain(copy);
      const { dueNow } = await copy.client.clock.overview({ limit: 10 });
      expect([last, await gone(copy, files)]).toEqual([last, 4 - dueNow]);
      await copy.client.clock.run({ expected: dueNow });
      expect(await finished(copy)).toMatchObject({ state: 'done', anonymised: dueNow });
      const protocol = await copy.client.clock.protocol({ limit: 100 });
      expect([last, await gone(copy, files), protocol.length, protocol.every(({ doneAt }) => doneAt !== null)]).toEqual([last, 4, 4, true]);
      expect(await isThere(copy, quiet)).toBe(true);
      expect((await copy.client.monitoring.ownCount({ year: 2026 })).persons).toBe(5);
      expect((await copy.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
      expect(copy.log).toEqual([]);
    }
  });
});
