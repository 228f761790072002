/** Whoever works on a file as a deputy leaves a line that says so, by whichever procedure of the contract. */
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { casesContext, openContext } from '../../office/base.ts';
import { officeContract } from '../../shared/rpc/office.contract.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { fileOf, smallPdf } from '../support/sample-files.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const day = '2026-03-02' as never;
let office: TestOffice;
let selin: Colleague;
let jonas: Colleague;
let caseId: RecordId;
let record: RecordId;
let other: RecordId;

/** The names of all procedures that are told a file, in the contract itself. */
function toldAFile(part: unknown, path: readonly string[] = []): readonly string[] {
  if (isContractProcedure(part)) {
    const schema: unknown = part['~orpc'].inputSchema;
    const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return ['caseId', 'caseIds', 'record'].some((key) => keys.includes(key)) ? [path.join('.')] : [];
  }
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([name, inner]) => toldAFile(inner, [...path, name])) : [];
}

const lines = (id: RecordId) => casesContext(openContext(office.core.context)).cases.read((tx) => tx.audit.read({ record: id, limit: 500 }));
const at = { entry: null, field: 'case.gender', base: [] };
const talk = { 'contact.date': day, 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' } as const;

async function goal(): Promise<EntryId> {
  return (await office.client.cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: { 'goal.description': 'Deutsch lernen' } })).entry;
}
const printed = async () => goal().then(() => office.client.plan.print({ caseId })).then(({ attachment }) => attachment);
const attached = async () => (await office.client.attachments.add({ caseId, file: fileOf(smallPdf()), title: 'Zeugnis', answers: {} })).entry;
const planned = async () => (await office.client.appointments.plan({ record, day, time: '16:00', staff: selin.user })).entry;
const note = async () => (await office.client.workNotes.write({ caseId, text: 'kurz' }))[0]?.id ?? caseId;

const asked = async () => (await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: day, identity: 'known' })).entry;
const decided = (entry: EntryId) => office.client.rights.decide({ caseId, entry, decision: 'granted', ground: null, reason: '', insight: null, secretCounselling: null, day });

/** Each call as it works; what it needs is made before it is looked at. */
const calls: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  'cases.open': async () => () => office.client.cases.open({ caseId }),
  'cases.answer': async () => () => office.client.cases.answer({ caseId, ...at, value: 'w' }),
  'cases.answerAll': async () => () => office.client.cases.answerAll({ caseId, answers: [{ ...at, value: 'd' }] }),
  'cases.enter': async () => goal,
  'cases.editText': async () => () => office.client.cases.editText({ caseId, entry: null, field: 'integration_plan.jmd_contribution', text: 'Begleitung', base: [] }),
  'cases.addEntry': async () => () => office.client.cases.addEntry({ caseId, group: 'goal', parent: null }),
  'cases.retireEntry': async () => goal().then((entry) => () => office.client.cases.retireEntry({ caseId, entry, retired: true })),
  'cases.moveEntry': async () => goal().then((entry) => () => office.client.cases.moveEntry({ caseId, entry, before: null })),
  // Nothing is open in a section that is none: the file is shown all the same.
  'cases.fillGaps': async () => () => office.client.cases.fillGaps({ caseId, section: 'zzz' }),
  'cases.history': async () => () => office.client.cases.history({ caseId, entry: null, field: 'case.gender' }),
  'cases.export': async () => () => office.client.cases.export({ caseId }),
  'cases.withdraw': async () => {
    const wish = { caseId, what: 'health_data', entry: null, day } as const;
    await office.client.cases.withdraw(wish);
    return () => office.client.cases.withdraw(wish);
  },
  'cases.changeForm': async () => () => office.client.cases.changeForm({ caseId, form: 'counselling', day }),
  'cases.end': async () => () => office.client.cases.end({ caseId, day, reason: 'relocation' }),
  'cases.resume': async () => () => office.client.cases.resume({ caseId, day, reason: 'kam wieder' }),
  'contacts.presets': async () => () => office.client.contacts.presets({ caseId }),
  'contacts.log': async () => () => office.client.contacts.log({ caseIds: [caseId], answers: talk, note: '' }),
  'attachments.add': async () => attached,
  'attachments.open': async () => attached().then((entry) => () => office.client.attachments.open({ caseId, entry })),
  'attachments.move': async () => attached().then((entry) => () => office.client.attachments.move({ caseId, entry, to: other })),
  'attachments.remove': async () => attached().then((entry) => () => office.client.attachments.remove({ caseId, entry })),
  'workNotes.list': async () => () => office.client.workNotes.list({ caseId }),
  'workNotes.write': async () => note,
  'workNotes.change': async () => note().then((id) => () => office.client.workNotes.change({ caseId, note: id, text: 'anders' })),
  'workNotes.remove': async () => note().then((id) => () => office.client.workNotes.remove({ caseId, note: id })),
  'papers.fill': async () => () => office.client.papers.fill({ caseId, form: 'consent', entry: null }),
  'papers.handedOver': async () => () => office.client.papers.handedOver({ caseId, form: 'consent' }),
  'plan.preview': async () => goal().then(() => () => office.client.plan.preview({ caseId })),
  'plan.print': async () => goal().then(() => () => office.client.plan.print({ caseId, language: 'de' })),
  'plan.kept': async () => {
    const { documents } = await office.client.cases.open({ caseId });
    return () => office.client.plan.kept({ caseId, attachment: documents[0]?.attachment ?? 'a'.repeat(32) });
  },
  'plan.languages': async () => () => office.client.plan.languages({ caseId }),
  'plan.changes': async () => printed().then((from) => () => office.client.plan.changes({ caseId, from, to: null })),
  'plan.show': async () => goal().then(() => () => office.client.plan.show({ caseId, language: 'de' })),
  'plan.handedOver': async () => printed().then((attachment) => () => office.client.plan.handedOver({ caseId, attachment, outcome: 'handed_over' })),
  'appointments.plan': async () => planned,
  'appointments.change': async () => planned().then((entry) => () => office.client.appointments.change({ record, entry, day, time: '17:00', staff: selin.user, status: 'planned' })),
  'appointments.slip': async () => planned().then((entry) => () => office.client.appointments.slip({ record, entry })),
  'appointments.ofPerson': async () => () => office.client.appointments.ofPerson({ record }),
  'clock.ofFile': async () => () => office.client.clock.ofFile({ caseId }),
  'rights.ofCase': async () => () => office.client.rights.ofCase({ caseId }),
  'rights.enter': async () => asked,
  'rights.extend': async () => asked().then((entry) => () => office.client.rights.extend({ caseId, entry, ground: 'complex', due: '2026-05-02', toldOn: day })),
  'rights.decide': async () => asked().then((entry) => () => decided(entry)),
  'rights.answered': async () => {
    const entry = await asked();
    await decided(entry);
    return () => office.client.rights.answered({ caseId, entry, day });
  },
  'rights.notifyRecipients': async () => () => office.client.rights.notifyRecipients({ caseId, about: 'rectification' }),
  'rights.noticeDone': async () => {
    const answers = { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': 'Rettungsdienst', 'disclosure.date': day };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Name' } });
    const { notices } = await office.client.rights.notifyRecipients({ caseId, about: 'rectification' });
    return () => office.client.rights.noticeDone({ caseId, entry: notices[0]?.entry ?? caseId, day, result: 'told' });
  },
  'rights.whoLooked': async () => () => office.client.rights.whoLooked({ caseId, names: null }),
  'rights.copyPreview': async () => () => office.client.rights.copyPreview({ caseId }),
  'rights.copy': async () => () => office.client.rights.copy({ caseId, decisions: [], textsRead: true, protection: null, names: null }),
  'rights.copiedFile': async () => {
    await attached();
    const { files } = await office.client.rights.copyPreview({ caseId });
    return () => office.client.rights.copiedFile({ caseId, attachment: files[0]?.attachment ?? 'a'.repeat(32) });
  },
  'tally.moveToCase': async () => {
    const [row] = await office.client.tally.enter({ rows: [{}] });
    if (row === undefined) throw new Error('no row');
    return () => office.client.tally.moveToCase({ session: row.session, entry: row.entry, caseId });
  },
};
/** Not for a deputy, for a Vormerkung that has no file yet, or what closes the file to everybody (rights/restriction.test.ts). */
const others = ['rights.restrict', 'rights.lift', 'cases.shield', 'clock.anonymiseNow', 'deletions.propose', 'preRegistrations.change', 'preRegistrations.remove', 'preRegistrations.toCase'];

beforeAll(async () => {
  office = await readyOffice();
  selin = newColleague(office, 'Selin');
  jonas = newColleague(office, 'Jonas');
  await unlockAs(office, selin);
  caseId = (await answerAll(office, await amira(office), [{ field: 'case.deputy_staff_id', value: jonas.user }])).row.id;
  other = (await answerAll(office, await amira(office), [{ field: 'case.deputy_staff_id', value: jonas.user }])).row.id;
  record = caseId;
  await unlockAs(office, jonas);
});
afterAll(async () => office.remove());

it('the list below is the whole contract', () => {
  expect([...Object.keys(calls), ...others].sort()).toEqual([...toldAFile(officeContract)].sort());
});

it.each(Object.entries(calls))('%s', async (name, prepare) => {
  const call = await prepare();
  const before = lines(caseId).length;
  expect([name, await codeOf(call())]).toEqual([name, 'no error']);
  const now = lines(caseId);
  expect(now.length).toBeGreaterThan(before);
  expect(now[0]?.details?.['right']).toBe('deputy');
});

it('one act leaves one line', async () => {
  const before = lines(caseId).length;
  await office.client.cases.open({ caseId });
  expect(lines(caseId).length).toBe(before + 1);
});

it('what is refused showed nothing and leaves none', async () => {
  const before = lines(caseId).length;
  expect(await codeOf(office.client.cases.history({ caseId, entry: null, field: 'no.field' }))).not.toBe('no error');
  expect(lines(caseId).length).toBe(before);
});
