/** A file that is due and cannot be read any more is said aloud, holds up nobody else, and can be forgotten by the head. */
import { afterEach, expect, test } from 'vitest';
import { insideOf } from '../../../db/open-store.ts';
import { openContext } from '../../../office/base.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import { EntryId, type RecordId } from '../../../shared/domain/ids.ts';
import { answerAll, codeOf, unlockAs } from '../support/office.ts';
import { day, endedFiles, finished, isThere, lineOf, runningFile, staffedOffice, until, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

function spoil(record: RecordId): void {
  const { open } = staffed.office.core.context.session;
  if (open === null) throw new Error('locked');
  const { cases } = insideOf(open.store).databases;
  cases?.prepare('UPDATE intents SET sealed = zeroblob(length(sealed)) WHERE position = (SELECT max(position) FROM intents WHERE record = ?)').run(record);
  cases?.prepare('DELETE FROM record_states WHERE record = ?').run(record);
}

test('the run does the others and names it, the start page counts it, and the head has it forgotten whole once its day has come', async () => {
  staffed = await staffedOffice();
  const { office, head, selin } = staffed;
  const files = await endedFiles(office, 3);
  const [spoilt] = files;
  if (spoilt === undefined) throw new Error('no file');
  await until(office, day('2026-04-27'), head);
  spoil(spoilt);
  expect(await codeOf(office.client.clock.anonymiseNow({ caseId: spoilt }))).toBe('CLOCK_HELD');
  await until(office, day('2026-05-10'), head);
  expect(await finished(office)).toMatchObject({ state: 'done', refused: 1, damaged: 1 });
  for (const file of files.slice(1)) expect(await isThere(office, file)).toBe(false);
  expect((await office.client.start.overview()).clock.damaged).toBe(1);
  await unlockAs(office, selin);
  expect(await codeOf(office.client.clock.anonymiseNow({ caseId: spoilt }))).toBe('ROLE_NOT_ALLOWED');
  await unlockAs(office, head);
  const line = await office.client.clock.anonymiseNow({ caseId: spoilt });
  expect([line.reason, line.doneAt !== null]).toEqual(['retention', true]);
  expect((await office.client.start.overview()).clock).toMatchObject({ damaged: 0, dueNow: 0 });
  expect((await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total).toBe(0);
});

test('the preview names it first, with the day from which on the head may have it forgotten, to everybody who reads the list', async () => {
  staffed = await staffedOffice();
  const { office, head, selin } = staffed;
  const [other, spoilt] = await endedFiles(office, 2);
  if (spoilt === undefined || other === undefined) throw new Error('no file');
  await until(office, day('2026-04-27'), head);
  spoil(spoilt);
  await wakeOn(office, day('2026-04-28'), selin);
  await office.client.clock.run({ expected: null });
  await finished(office);
  const { lines } = await office.client.clock.overview({ limit: 1 });
  expect(lines.map(({ caseId, damaged }) => [caseId, damaged])).toEqual([[spoilt, { from: '2026-05-02', now: false }]]);
  expect((await lineOf(office, other))?.damaged).toBeNull();
  await wakeOn(office, day('2026-05-02'), head);
  await office.client.clock.run({ expected: null });
  await finished(office);
  expect((await lineOf(office, spoilt))?.damaged).toEqual({ from: '2026-05-02', now: true });
});

test('an appointment that was made after the damage holds it, although its row knows nothing of that', async () => {
  staffed = await staffedOffice();
  const { office, head, selin } = staffed;
  const [spoilt] = await endedFiles(office, 1);
  if (spoilt === undefined) throw new Error('no file');
  await until(office, day('2026-04-27'), head);
  spoil(spoilt);
  const { desk } = openContext(office.core.context).store;
  const entry = EntryId.parse(randomId());
  desk.write((tx) => {
    const said = { 'appointment.date': '2026-05-20', 'appointment.staff': selin.user, 'appointment.status': 'planned' };
    const answers = Object.entries(said).map(([field, value]) => ({ type: 'answer' as const, entry, field, value, base: [] }));
    tx.histories.append(spoilt, 'person', [{ type: 'addEntry', entry, group: 'appointment', parent: null, rank: 'n' }, ...answers], openContext(office.core.context).actor);
  });
  await until(office, day('2026-05-10'), head);
  await finished(office);
  const refused = await office.client.clock.anonymiseNow({ caseId: spoilt }).catch((problem: unknown) => problem);
  expect(refused).toMatchObject({ code: 'CLOCK_HELD', data: { reason: expect.stringContaining('20.05.2026') as string } });
  expect((await lineOf(office, spoilt))?.damaged).toEqual({ from: '2026-05-02', now: false });
});

test('one that was never ended goes when nine months without activity and three more are over, not before', async () => {
  staffed = await staffedOffice();
  const { office, head } = staffed;
  const spoilt = await runningFile(office, 'Still');
  await until(office, day('2026-11-01'), head);
  spoil(spoilt);
  await until(office, day('2026-12-10'), head);
  expect((await lineOf(office, spoilt))?.damaged).toEqual({ from: '2027-03-02', now: false });
  expect(await codeOf(office.client.clock.anonymiseNow({ caseId: spoilt }))).toBe('CLOCK_HELD');
  await until(office, day('2027-03-02'), head);
  expect((await office.client.clock.anonymiseNow({ caseId: spoilt })).reason).toBe('retention');
  expect((await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total).toBe(0);
});

test('of a running file goes at her wish, which the head says, because no request can be written into it; a hold its row knows keeps it', async () => {
  staffed = await staffedOffice();
  const { office, head, selin } = staffed;
  const [file, kept] = [await runningFile(office, 'Unlesbar'), await runningFile(office, 'Gehalten')];
  await answerAll(office, await office.client.cases.open({ caseId: kept }), [
    { field: 'case.retention_override', value: '2026-12-31' },
    { field: 'case.retention_ground', value: 'court_order' },
  ]);
  for (const record of [file, kept]) spoil(record);
  await unlockAs(office, selin);
  expect(await codeOf(office.client.deletions.propose({ caseId: file, reason: 'wish' }))).toBe('ROLE_NOT_ALLOWED');
  await unlockAs(office, head);
  expect(await codeOf(office.client.deletions.propose({ caseId: kept, reason: 'wish' }))).toBe('CLOCK_HELD');
  expect(await office.client.deletions.propose({ caseId: file, reason: 'wish' })).toMatchObject({ done: true });
  expect((await office.client.clock.protocol({ limit: 5 })).map(({ reason, doneAt }) => [reason, doneAt !== null])).toEqual([['wish', true]]);
  const { rows } = await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 });
  expect(rows.map(({ id }) => id)).toEqual([kept]);
});
