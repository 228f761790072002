/** Verarbeitung eingeschränkt: the content is closed to all by every procedure there is, and what somebody needs to answer her stays. */
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { casesContext, openContext } from '../../../office/base.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { officeContract } from '../../../shared/rpc/office.contract.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAs, unlockAgain, type TestOffice } from '../support/office.ts';

const today = IsoDay.parse('2026-03-02');
let office: TestOffice;
let caseId: RecordId;
let other: RecordId;
let disclosure: EntryId;

/** The names of all procedures that are told a file, in the contract itself, and the keys they are told it by. */
function toldAFile(part: unknown, path: readonly string[] = []): readonly string[] {
  if (isContractProcedure(part)) {
    const schema: unknown = part['~orpc'].inputSchema;
    const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return ['caseId', 'caseIds', 'record', 'to'].some((key) => keys.includes(key)) ? [path.join('.')] : [];
  }
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([name, inner]) => toldAFile(inner, [...path, name])) : [];
}

/** What works with a restricted file: her rights, which show no content, and that it is erased on her wish. */
const stillOpen = [
  'rights.ofCase',
  'rights.enter',
  'rights.extend',
  'rights.decide',
  'rights.answered',
  'rights.restrict',
  'rights.lift',
  'rights.notifyRecipients',
  'rights.noticeDone',
  'rights.whoLooked',
  'deletions.propose',
];

/** Whatever a procedure wants besides: that the file is closed is said before its input is looked at. */
async function call(name: string): Promise<string> {
  const parts = name.split('.');
  const procedure = parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], office.client) as (input: unknown) => Promise<unknown>;
  return codeOf(procedure({ caseId, record: caseId, caseIds: [caseId] }));
}

const appended = () => casesContext(openContext(office.core.context)).cases.read((tx) => tx.histories.read(caseId).length);

beforeAll(async () => {
  office = await readyOffice();
  const view = await answerAll(office, await amira(office), [
    { field: 'person.phone', value: '0176 4445556' },
    { field: 'education.career_goal', value: 'Kanarientischlerin' },
  ]);
  caseId = view.row.id;
  other = (await amira(office)).row.id;
  await office.client.appointments.plan({ record: caseId, day: today, time: '15:00', staff: null });
  const answers = { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': 'Rettungsdienst', 'disclosure.date': today };
  disclosure = (await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Kanarienallergie' } })).entry;
  await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
}, 60_000);
afterAll(async () => {
  await office.remove();
});

describe('while the processing is restricted', () => {
  const closed = toldAFile(officeContract).filter((name) => !stillOpen.includes(name));

  it('every procedure that is told a file is either closed or one of her rights', () => {
    expect(closed.length).toBeGreaterThan(35);
    expect(stillOpen.filter((name) => !toldAFile(officeContract).includes(name))).toEqual([]);
  });

  it.each(closed)('%s is refused', async (name) => {
    const before = appended();
    expect(await call(name)).toBe('CASE_RESTRICTED');
    expect(appended()).toBe(before);
  });

  it('nobody types a restriction into the form, or takes it out of it', async () => {
    const answers = { 'restriction.since': today };
    expect(await codeOf(office.client.cases.enter({ caseId: other, group: 'restriction', parent: null, answers, texts: {} }))).toBe('ANSWER_INVALID');
  });

  it('list, search, dates and calendar tell nothing of its content, and that it is restricted', async () => {
    const { client } = office;
    const { rows } = await client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 50 });
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ status: 'restricted', born: null, supportForm: null, gaps: 0 });
    const texts = ['Kanarientischlerin', 'Kanarienallergie', '4445556'];
    for (const text of texts) expect([text, await client.search.everywhere({ text })]).toEqual([text, []]);
    expect((await client.people.find({ text: 'Haddad' })).map(({ record }) => record)).toEqual([other]);
    expect(await client.appointments.ofDay({ day: today, staff: null })).toEqual([]);
    const shown = JSON.stringify([rows, await client.start.overview(), await client.worklist.list({ mine: false, kinds: [], until: IsoDay.parse('2027-01-01'), limit: 100 })]);
    expect(shown).not.toMatch(/Kanarie|4445556/);
  });

  it('who works at the desk alone neither finds nor books her', async () => {
    const clerk = newColleague(office, 'Ruth', 'admin_office');
    await unlockAs(office, clerk);
    expect(openContext(office.core.context).store.cases).toBeNull();
    expect((await office.client.people.find({ text: 'Haddad' })).map(({ record }) => record)).toEqual([other]);
    expect(await codeOf(office.client.appointments.plan({ record: caseId, day: today, time: null, staff: null }))).toBe('CASE_RESTRICTED');
    await unlockAgain(office);
  });

  it('requests, reasons, recipients and who looked stay, without content', async () => {
    const { view } = await office.client.rights.enter({ caseId, kind: 'erasure', by: 'young_person', receivedOn: today, identity: 'known' });
    expect(view).toMatchObject({ restricted: true, recipients: [], restrictions: [{ groundLabel: 'Richtigkeit bestritten, wird geprüft', askedByLabel: 'der junge Mensch selbst', liftedOn: null }] });
    expect(view.notices).toMatchObject([{ about: 'restriction', recipient: 'Rettungsdienst', given: '', doneOn: null }]);
    expect(view.requests[0]?.text).toBe('Zu beantworten bis 02.04.2026 (noch 31 Tage).');
    expect(JSON.stringify(view)).not.toContain('Kanarie');
    const { lines } = await office.client.rights.whoLooked({ caseId, names: null });
    expect(lines.map(({ what }) => what)).toContain('bearbeitet');
    expect((await office.client.rights.overview()).map(({ what }) => what).sort()).toEqual(['request', 'restriction']);
  });

  it('a colleague does not lift it; who is responsible does, with a reason, and the file is as it was', async () => {
    await unlockAs(office, newColleague(office, 'Jonas'));
    expect(await codeOf(office.client.rights.lift({ caseId, ground: 'checked_correct', toldOn: today }))).toBe('ROLE_NOT_ALLOWED');
    await unlockAgain(office);
    expect(await codeOf(office.client.rights.lift({ caseId, ground: 'no such', toldOn: today }))).toBe('ANSWER_INVALID');
    const view = await office.client.rights.lift({ caseId, ground: 'checked_correct', toldOn: today });
    expect(view.restricted).toBe(false);
    expect(view.recipients).toMatchObject([{ disclosure, given: 'Kanarienallergie' }]);
    expect((await office.client.cases.open({ caseId })).row.status).toBe('open');
    expect((await office.client.people.find({ text: '4445556' })).map(({ record }) => record)).toEqual([caseId]);
    expect((await office.client.search.everywhere({ text: '4445556' })).map((row) => row.caseId)).toEqual([caseId]);
  });
});
