/** A file that is due and cannot be read any more is said aloud, holds up nobody else, and can be forgotten by the head. */
import { afterEach, expect, test } from 'vitest';
import { insideOf } from '../../../db/open-store.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { codeOf, unlockAs } from '../support/office.ts';
import { day, endedFiles, finished, isThere, staffedOffice, until, type Staffed } from './ended-files.ts';

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
