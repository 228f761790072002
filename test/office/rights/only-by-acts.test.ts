/** A request is written by its acts alone: no typing, taking away or filling in changes what holds a file or has it deleted. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { amira, codeOf, readyOffice, type TestOffice } from '../support/office.ts';

const today = IsoDay.parse('2026-03-02');
let office: TestOffice;
let caseId: RecordId;
let entry: EntryId;
beforeEach(async () => {
  office = await readyOffice();
  caseId = (await amira(office)).row.id;
  ({ entry } = await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'legal_guardian', receivedOn: today, identity: 'not_shown' }));
});
afterEach(async () => office.remove());

const decide = (decision: string, more: Partial<Parameters<TestOffice['client']['rights']['decide']>[0]> = {}) =>
  office.client.rights.decide({ caseId, entry, decision, ground: null, reason: '', insight: null, secretCounselling: null, day: today, ...more });

describe('a request', () => {
  it.each<[string, AnswerValue]>([
    ['request.answered_on', today],
    ['request.decision', 'granted'],
    ['request.by', 'young_person'],
    ['request.identity', 'known'],
    ['request.kind', 'erasure'],
    ['request.due', '2030-01-01'],
    ['request.received_on', '2026-01-01'],
    ['request.secret_counselling', false],
  ])('keeps %s whatever is typed', async (field, value) => {
    const before = await office.client.rights.ofCase({ caseId });
    const base = [...((await office.client.cases.open({ caseId })).answers[entry]?.[field]?.base ?? [])];
    const refused = await office.client.cases.answer({ caseId, entry, field, value, base }).catch((problem: unknown) => problem);
    expect(refused).toMatchObject({ code: 'ANSWER_INVALID', data: { reason: expect.stringContaining('unter „Rechte“') as string } });
    expect(await codeOf(office.client.cases.answerAll({ caseId, answers: [{ entry, field, value, base }] }))).toBe('ANSWER_INVALID');
    expect((await office.client.rights.ofCase({ caseId })).requests).toEqual(before.requests);
  });

  it('is not taken away, not entered and not added by hand, nor filled with „unbekannt“', async () => {
    expect(await codeOf(office.client.cases.retireEntry({ caseId, entry, retired: true }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.cases.addEntry({ caseId, group: 'request', parent: null }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.cases.enter({ caseId, group: 'request', parent: null, answers: { 'request.kind': 'erasure' }, texts: {} }))).toBe('ANSWER_INVALID');
    const view = await office.client.cases.fillGaps({ caseId, section: null });
    expect(Object.entries(view.answers[entry] ?? {}).filter(([, { heads }]) => heads.some(({ value }) => typeof value === 'object'))).toEqual([]);
    expect((await office.client.clock.ofFile({ caseId })).hindrances.map(({ code }) => code)).toEqual(['access_request']);
  });

  it('that was entered by mistake is decided as taken back, and holds nothing any more', async () => {
    await decide('taken_back');
    expect((await office.client.clock.ofFile({ caseId })).hindrances).toEqual([]);
  });

  it('of somebody who was unclear is granted once it is clear who asks; the words beside it are written like any text', async () => {
    ({ entry } = await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: today, identity: 'not_shown' }));
    expect(await codeOf(decide('granted'))).toBe('ANSWER_INVALID');
    const { requests } = await decide('granted', { identity: 'document' });
    expect(requests.find((one) => one.entry === entry)?.decisionLabel).toBe('erfüllt');
    expect(await codeOf(office.client.cases.editText({ caseId, entry, field: 'request.reason', text: 'Ausweis gesehen', base: [] }))).toBe('no error');
  });
});
