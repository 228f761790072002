/**
 * A restricted file, and every procedure of the contract that is not told a file: lists, dates, search, calendar, statistics, papers. None tells what is in it. A new procedure
 * has to be put among those that read or those that act.
 */
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { officeContract } from '../../../shared/rpc/office.contract.ts';
import { itIs, lineOf, runningFile, staffedOffice, until, type Staffed } from '../clock/ended-files.ts';
import { answerAll, unlockAs } from '../support/office.ts';

const day = (text: string) => IsoDay.parse(text);
/** Two weeks before nine months without activity are over. */
const now = day('2026-11-20');
const appointment = day('2026-11-29');
let staffed: Staffed;
let caseId: RecordId;

beforeAll(async () => {
  staffed = await staffedOffice();
  const { office, selin, head } = staffed;
  await unlockAs(office, selin);
  caseId = await runningFile(office, 'Zugemacht');
  await office.client.appointments.plan({ record: caseId, day: appointment, time: '15:35', staff: selin.user });
  await answerAll(office, await office.client.cases.open({ caseId }), [
    { field: 'case.retention_override', value: '2027-01-13' },
    { field: 'case.retention_ground', value: 'court_order' },
    { field: 'education.career_goal', value: 'Kanarientischlerin' },
  ]);
  // Not on the day of the talk, which nobody is told.
  await itIs(office, day('2026-03-03'), selin);
  await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
  await until(office, now, head);
}, 120_000);
afterAll(async () => staffed.office.remove());

/** Last activity, appointment, Löschsperre with its ground, words. */
const content = /02\.03\.2026|29\.11\.(2026)?|2026-11-29|15:35|13\.01\.2027|2027-01-13|court_order|[Gg]erichtliche|Löschsperre|Kanarie/;

const everyCase = { mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 50 } as const;
const fewDays = { from: day('2026-11-01'), until: now };

/** What each reading procedure is asked. */
const readers: Readonly<Record<string, readonly unknown[]>> = {
  'session.status': [undefined],
  'access.accounts': [undefined],
  'safety.overview': [undefined],
  'safety.check': [undefined],
  'safety.backups': [undefined],
  'catalogue.current': [],
  'start.overview': [undefined],
  'search.everywhere': [{ text: 'Kanarientischlerin' }, { text: 'Nilufar' }, { text: 'Zugemacht' }],
  'cases.list': [everyCase],
  'tally.summary': [{ year: 2026 }],
  'preRegistrations.list': [undefined],
  'people.find': [{ text: 'Zugemacht' }],
  'people.alike': [{ firstName: 'Nilufar', lastName: 'Zugemacht', born: null, phone: '', besides: null }],
  'appointments.ofDay': [{ day: appointment, staff: null }],
  'absences.list': [undefined],
  'absences.sinceAway': [undefined],
  'absences.day': [],
  'worklist.list': [{ mine: false, kinds: [], until: day('2028-01-01'), limit: 100 }],
  'law.current': [undefined],
  'monitoring.connection': [undefined],
  'monitoring.deliveries': [undefined],
  'monitoring.preview': [],
  'monitoring.envelope': [],
  'monitoring.ownCount': [{ year: 2026 }],
  'files.look': [],
  'papers.settings': [undefined],
  'papers.blank': [{ form: 'consent', language: 'de' }],
  'rights.overview': [undefined],
  'rights.paper': [{ kind: 'processing_record' }],
  'incidents.list': [undefined],
  'incidents.sheet': [],
  'clock.overview': [{ limit: 100 }],
  'clock.progress': [undefined],
  'clock.protocol': [{ limit: 50 }],
  'deletions.list': [undefined],
  'audit.verify': [undefined],
  'audit.read': [{ ...fewDays, limit: 200 }],
};

/** They change something and answer with what was changed, or they end what this test is in. */
const acts: readonly string[] = [
  'session.initialise', 'session.confirmRecovery', 'session.renewRecovery', 'session.unlock', 'session.recover', 'session.lock', 'session.touch',
  'access.changePassword', 'access.add', 'access.resetPassword', 'access.remove', 'access.replaceRecovery', 'access.confirmReplacement',
  'safety.backupNow', 'safety.setTarget', 'safety.setLockAfter', 'safety.rebuild', 'safety.acceptOlder', 'safety.restore',
  'cases.create', 'tally.enter', 'tally.change', 'tally.retire', 'preRegistrations.create', 'people.notSame', 'absences.set', 'absences.end',
  'monitoring.connect', 'monitoring.checkConnection', 'monitoring.build', 'monitoring.approve', 'monitoring.send',
  'papers.saveSettings', 'papers.saveWording', 'incidents.save',
  'clock.run', 'clock.cancel', 'clock.trustDay', 'clock.exceptDevice', 'clock.settings', 'clock.freeze', 'deletions.confirm', 'deletions.cancel',
];
/** By the head and with a second person or for the officer, who is told why something is kept; never what is in a file. */
const forTheOfficer: readonly string[] = ['rights.officerExtract', 'audit.readNames'];

function notToldAFile(part: unknown, path: readonly string[] = []): readonly string[] {
  if (isContractProcedure(part)) {
    const schema: unknown = part['~orpc'].inputSchema;
    const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return ['caseId', 'caseIds', 'record', 'to'].some((key) => keys.includes(key)) ? [] : [path.join('.')];
  }
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([name, inner]) => notToldAFile(inner, [...path, name])) : [];
}

async function answer(name: string, input: unknown): Promise<string> {
  const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], staffed.office.client) as (input: unknown) => Promise<unknown>;
  const found = await procedure(input);
  const blobs = typeof found === 'object' && found !== null ? Object.values(found).filter((value): value is Blob => value instanceof Blob) : [];
  return [JSON.stringify(found) ?? '', ...(await Promise.all(blobs.map((blob) => blob.text())))].join('\n');
}

describe('while the processing of a file is restricted', () => {
  it('every procedure that is told no file reads, or acts, or is for the officer', () => {
    expect([...Object.keys(readers), ...acts, ...forTheOfficer].sort()).toEqual([...notToldAFile(officeContract)].sort());
  });

  const calls = Object.entries(readers).flatMap(([name, inputs]) => inputs.map((input) => [name, input] as const));
  it.each(calls)('%s tells a colleague nothing of its content', async (name, input) => {
    await unlockAs(staffed.office, staffed.jonas);
    // The head's alone are refused, which tells nothing either.
    const said = await answer(name, input).catch((problem: unknown) => String(problem));
    expect(said).not.toMatch(content);
  });

  it.each(calls)('%s tells the head nothing of its content', async (name, input) => {
    await unlockAs(staffed.office, staffed.head);
    expect(await answer(name, input)).not.toMatch(content);
  });

  it('the day of its responsible Fachkraft tells the head nothing of it', async () => {
    await unlockAs(staffed.office, staffed.head);
    expect(await answer('absences.day', { user: staffed.selin.user, day: appointment })).not.toMatch(/15:35|Zugemacht/);
  });

  it('the officer’s overview says why it is kept, and neither its appointments nor its words', async () => {
    await unlockAs(staffed.office, staffed.head);
    expect(await answer('rights.officerExtract', fewDays)).not.toMatch(/29\.11\.|2026-11-29|15:35|Kanarie|Nilufar/);
  });

  it('among the dates a colleague reads its number and its day; who has to do with it, its name and that it is restricted', async () => {
    const { office, jonas, selin } = staffed;
    await unlockAs(office, jonas);
    const said = await lineOf(office, caseId);
    expect(said).toMatchObject({ name: 'Eingeschränkte Akte', caseworker: null, hindrances: [], state: 'held' });
    expect(said?.number).not.toBe('');
    await unlockAs(office, selin);
    expect(await lineOf(office, caseId)).toMatchObject({ name: 'Zugemacht, Nilufar', hindrances: [{ code: 'restriction' }] });
  });
});
