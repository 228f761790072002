/** Nothing is anonymised before its end has come, and nobody ends and anonymises a file alone within a week. */
import { afterEach, describe, expect, test } from 'vitest';
import { answerAll, codeOf, unlockAs } from '../support/office.ts';
import { day, endedFiles, isThere, itIs, runningFile, staffedOffice, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

describe('a file before its day', () => {
  test('whose end is planned for a day to come runs until then: before that day it is not anonymised, on it it may be', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const caseId = await runningFile(office, 'Geplant');
    const planned = await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.counselling_end', value: '2026-03-20' }]);
    expect(planned.row.status).not.toBe('closed');
    expect(await codeOf(office.client.clock.anonymiseNow({ caseId }))).toBe('CASE_NOT_ENDED');
    expect(await isThere(office, caseId)).toBe(true);
    await itIs(office, day('2026-03-19'), head);
    expect(await codeOf(office.client.clock.anonymiseNow({ caseId }))).toBe('CASE_NOT_ENDED');
    await itIs(office, day('2026-03-20'), head);
    expect(await office.client.clock.anonymiseNow({ caseId })).toMatchObject({ reason: 'retention' });
    expect(await isThere(office, caseId)).toBe(false);
  });

  test('is not ended and anonymised by one person within a week; by the second person it is', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    const [own] = await endedFiles(office, 1);
    await wakeOn(office, day('2026-03-02'), selin);
    const [other] = await endedFiles(office, 1);
    if (own === undefined || other === undefined) throw new Error('no file');
    await wakeOn(office, day('2026-03-02'), head);
    expect(await office.client.clock.anonymiseNow({ caseId: other })).toMatchObject({ reason: 'retention' });
    const refused = await office.client.clock.anonymiseNow({ caseId: own }).catch((problem: unknown) => problem);
    expect(refused).toMatchObject({ code: 'CLOCK_HELD', data: { reason: expect.stringContaining('Vor dem 09.03.2026 geschieht nichts') as string } });
    await itIs(office, day('2026-03-08'), head);
    expect([await codeOf(office.client.clock.anonymiseNow({ caseId: own })), await isThere(office, own)]).toEqual(['CLOCK_HELD', true]);
    await itIs(office, day('2026-03-09'), head);
    expect(await office.client.clock.anonymiseNow({ caseId: own })).toMatchObject({ reason: 'retention' });
  });

  test('of a Beratung whose office leaves the clock to the Case Management goes when the head decides so', async () => {
    staffed = await staffedOffice();
    const { office, head, selin } = staffed;
    await office.client.clock.settings({ anonymiseAfterMonths: 2, counsellingToo: false, endAfterMonths: 9 });
    await unlockAs(office, selin);
    const [caseId] = await endedFiles(office, 1);
    if (caseId === undefined) throw new Error('no file');
    await unlockAs(office, head);
    expect(await office.client.clock.anonymiseNow({ caseId })).toMatchObject({ reason: 'retention' });
  });
});
