/** Deleting a file by staff: a second person or seven days; her own wish needs neither; a hold by law stops both. */
import { afterEach, describe, expect, test } from 'vitest';
import { openContext } from '../../../office/base.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import { ActId, RecordId, type EntryId } from '../../../shared/domain/ids.ts';
import { answerAll, codeOf, newColleague, unlockAs, officeKeys } from '../support/office.ts';
import { scanFolder } from '../../support/decrypting-scan.ts';
import { day, deskLog, isThere, itIs, runningFile, staffedOffice, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

const mistake = { reason: 'double' } as const;

async function newFile(): Promise<RecordId> {
  staffed = await staffedOffice();
  await unlockAs(staffed.office, staffed.selin);
  return runningFile(staffed.office, 'Doppelt');
}

/** What parents ask for is granted only once it is said what the young person says. */
const ofParents = { insight: 'not_capable', secretCounselling: false } as const;
const decide = (caseId: RecordId, entry: EntryId, decision: string, by = 'young_person') =>
  staffed.office.client.rights.decide({ caseId, entry, decision, ground: decision === 'refused' ? 'legal_duty' : null, reason: '', ...(by === 'legal_guardian' ? ofParents : { insight: null, secretCounselling: null }), day: staffed.office.clock.day });

/** She, and it is clear that it is she; granted by whoever is at the PC. */
async function asks(caseId: RecordId, more: Partial<Parameters<Staffed['office']['client']['rights']['enter']>[0]> = {}, grants = true): Promise<EntryId> {
  const { office } = staffed;
  const { entry } = await office.client.rights.enter({ caseId, kind: 'erasure', by: 'young_person', receivedOn: office.clock.day, identity: 'known', ...more });
  if (grants && more.identity !== 'not_shown') await decide(caseId, entry, 'granted', more.by);
  return entry;
}

async function hold(caseId: RecordId, ground: string): Promise<void> {
  await answerAll(staffed.office, await staffed.office.client.cases.open({ caseId }), [
    { field: 'case.retention_override', value: '2026-12-31' },
    { field: 'case.retention_ground', value: ground },
  ]);
}

describe('a file made by mistake', () => {
  test('goes when somebody else confirms it; the one who proposed it cannot', async () => {
    const caseId = await newFile();
    const { office, selin, jonas } = staffed;
    const proposed = await office.client.deletions.propose({ caseId, ...mistake });
    expect(proposed).toMatchObject({ proposedBy: 'Selin', aloneFrom: '2026-03-09', mayConfirm: false, done: false });
    expect(await codeOf(office.client.deletions.confirm({ deletion: proposed.deletion }))).toBe('DELETION_NEEDS_SECOND_PERSON');
    expect((await office.client.start.overview()).clock.deletions).toBe(1);
    await unlockAs(office, jonas);
    expect((await office.client.deletions.list()).map(({ name, reason, mayConfirm }) => [name, reason, mayConfirm])).toEqual([['Doppelt, Nilufar', 'double', true]]);
    expect(await office.client.deletions.confirm({ deletion: proposed.deletion })).toEqual([]);
    expect(await isThere(office, caseId)).toBe(false);
    await unlockAs(office, selin);
    expect((await office.client.clock.protocol({ limit: 10 })).map(({ reason }) => reason)).toEqual(['mistake']);
    expect(deskLog(office)).toEqual(expect.arrayContaining(['deletion.confirm']));
    const { desk, cases } = await officeKeys();
    const scan = scanFolder(office.dir, { deskKey: Buffer.from(desk, 'hex'), casesKey: Buffer.from(cases, 'hex') }, [caseId]);
    expect([scan.finds, scan.pages > 0]).toEqual([[], true]);
  });

  test('goes after seven days alone, not after six, and not on a day nobody believes', async () => {
    const caseId = await newFile();
    const { office, selin } = staffed;
    const { deletion } = await office.client.deletions.propose({ caseId, ...mistake });
    await itIs(office, day('2026-03-08'), selin);
    expect(await codeOf(office.client.deletions.confirm({ deletion }))).toBe('DELETION_NEEDS_SECOND_PERSON');
    await wakeOn(office, day('2027-03-09'), selin);
    expect(await codeOf(office.client.deletions.confirm({ deletion }))).toBe('DELETION_NEEDS_SECOND_PERSON');
    expect(await isThere(office, caseId)).toBe(true);
    await office.remove();

    const again = await newFile();
    const other = await staffed.office.client.deletions.propose({ caseId: again, ...mistake });
    await itIs(staffed.office, day('2026-03-09'), staffed.selin);
    expect(await staffed.office.client.deletions.confirm({ deletion: other.deletion })).toEqual([]);
    expect(await isThere(staffed.office, again)).toBe(false);
  });

  test('stays when the proposal is taken back, and when the clerk asks nothing happens at all', async () => {
    const caseId = await newFile();
    const { office, selin } = staffed;
    const { deletion } = await office.client.deletions.propose({ caseId, ...mistake });
    await unlockAs(office, newColleague(office, 'Frau Krüger', 'admin_office'));
    expect(await codeOf(office.client.deletions.confirm({ deletion }))).toBe('CASES_DOOR_CLOSED');
    await unlockAs(office, selin);
    expect(await office.client.deletions.cancel({ deletion })).toEqual([]);
    expect([await codeOf(office.client.deletions.confirm({ deletion })), await isThere(office, caseId)]).toEqual(['DELETION_NOT_FOUND', true]);
  });

  test('that is held for any ground is refused with the reason, also where the hold came after the proposal', async () => {
    const caseId = await newFile();
    const { office, jonas } = staffed;
    const { deletion } = await office.client.deletions.propose({ caseId, ...mistake });
    await hold(caseId, 'access_request');
    await unlockAs(office, jonas);
    const refused = await office.client.deletions.confirm({ deletion }).catch((problem: unknown) => problem);
    expect(refused).toMatchObject({ code: 'CLOCK_HELD', data: { reason: 'Löschsperre (offenes Auskunftsersuchen).' } });
    expect(await isThere(office, caseId)).toBe(true);
  });
});

describe('her own wish', () => {
  test('is done at once, by one person, and the Löschprotokoll says that it was hers; a proposal for the same file goes with it', async () => {
    const caseId = await newFile();
    const { office } = staffed;
    await office.client.deletions.propose({ caseId, ...mistake });
    await asks(caseId);
    expect(await office.client.deletions.propose({ caseId, reason: 'wish' })).toMatchObject({ done: true, mayConfirm: false });
    expect([await isThere(office, caseId), await office.client.deletions.list()]).toEqual([false, []]);
    expect((await office.client.clock.protocol({ limit: 10 })).map(({ reason, doneAt }) => [reason, doneAt !== null])).toEqual([['wish', true]]);
    expect(deskLog(office)).toContain('deletion.wish');
    expect(openContext(office.core.context).store.desk.read((tx) => JSON.stringify(tx.settings.read('deletions')))).not.toContain(caseId);
  });

  test('asked for again under the name of the same act answers as the first time; under another name there is no such file', async () => {
    const caseId = await newFile();
    const { client } = staffed.office;
    await asks(caseId);
    const act = ActId.parse(randomId());
    const first = await client.deletions.propose({ caseId, act, reason: 'wish' });
    expect(await client.deletions.propose({ caseId, act, reason: 'wish' })).toEqual(first);
    expect(await codeOf(client.deletions.propose({ caseId, reason: 'wish' }))).toBe('CASE_NOT_FOUND');
    expect(await codeOf(client.deletions.propose({ caseId: RecordId.parse(randomId()), act, reason: 'wish' }))).toBe('CASE_NOT_FOUND');
    expect((await client.clock.protocol({ limit: 10 })).length).toBe(1);
  });

  test.each([
    ['legal_claims', 'CLOCK_HELD'],
    ['court_order', 'CLOCK_HELD'],
    ['child_protection', 'CLOCK_HELD'],
    ['access_request', 'no error'],
  ])('with the hold %s: %s', async (ground, code) => {
    const caseId = await newFile();
    await hold(caseId, ground);
    await asks(caseId);
    expect(await codeOf(staffed.office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe(code);
    expect(await isThere(staffed.office, caseId)).toBe(code === 'CLOCK_HELD');
  });

  test.each<readonly [string, Parameters<typeof asks>[1] | null]>([
    ['nobody asked', null],
    ['it is not clear who asks', { identity: 'not_shown' }],
    ['something else was asked', { kind: 'access_copy' }],
  ])('is not believed where %s', async (_, request) => {
    const caseId = await newFile();
    if (request !== null) await asks(caseId, request);
    expect(await codeOf(staffed.office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
    expect(await isThere(staffed.office, caseId)).toBe(true);
  });

  test('is not believed once it was refused', async () => {
    const caseId = await newFile();
    const { office } = staffed;
    const entry = await asks(caseId);
    await decide(caseId, entry, 'refused');
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
  });

  test('is done where the processing is restricted too; a mistake is not', async () => {
    const caseId = await newFile();
    const { office } = staffed;
    await office.client.rights.restrict({ caseId, ground: 'unlawful', askedBy: 'young_person' });
    expect(await codeOf(office.client.deletions.propose({ caseId, ...mistake }))).toBe('CLOCK_HELD');
    await asks(caseId);
    expect(await office.client.deletions.propose({ caseId, reason: 'wish' })).toMatchObject({ done: true });
    expect(await isThere(office, caseId)).toBe(false);
  });
});

describe('her wish in the hands of somebody else', () => {
  test('counts once it was granted, and only who has to do with the file grants it and has the file deleted', async () => {
    const caseId = await newFile();
    const { office, selin, jonas } = staffed;
    await unlockAs(office, jonas);
    const entry = await asks(caseId, {}, false);
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
    expect(await codeOf(decide(caseId, entry, 'granted'))).toBe('RIGHTS_NOT_YOURS');
    await unlockAs(office, selin);
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
    await decide(caseId, entry, 'granted');
    await unlockAs(office, jonas);
    expect([await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' })), await isThere(office, caseId)]).toEqual(['RIGHTS_NOT_YOURS', true]);
    await unlockAs(office, selin);
    expect(await office.client.deletions.propose({ caseId, reason: 'wish' })).toMatchObject({ done: true });
  });
});

describe('a proposal at the desk', () => {
  test('is not made on a day nobody believes: the seven days would begin with a wrong one', async () => {
    const caseId = await newFile();
    const { office, head, selin } = staffed;
    await itIs(office, day('2026-03-02'), head);
    await wakeOn(office, day('2026-02-01'), selin);
    expect(await codeOf(office.client.deletions.propose({ caseId, ...mistake }))).toBe('CLOCK_DAY_UNTRUSTED');
    expect(await office.client.deletions.list()).toEqual([]);
  });

  test('has a reason from a list and takes no words: it would lie there in the clear, without any consent', async () => {
    const caseId = await newFile();
    const words = { caseId, ...mistake, note: 'Quittenbaumwortschatzkiste' };
    expect(await codeOf(staffed.office.client.deletions.propose(words))).not.toBe('no error');
    expect(await codeOf(staffed.office.client.deletions.propose({ caseId, reason: 'Quittenbaumwortschatzkiste' as never }))).not.toBe('no error');
    expect(await staffed.office.client.deletions.list()).toEqual([]);
  });

  test('for a shielded file is there for those who may open it, and for nobody else', async () => {
    const caseId = await newFile();
    const { office, head, selin, jonas } = staffed;
    await office.client.cases.shield({ caseId, shielded: true });
    const { deletion } = await office.client.deletions.propose({ caseId, ...mistake });
    await unlockAs(office, jonas);
    expect([await office.client.deletions.list(), (await office.client.start.overview()).clock.deletions]).toEqual([[], 0]);
    expect(await codeOf(office.client.deletions.cancel({ deletion }))).toBe('CASE_SHIELDED');
    expect(await codeOf(office.client.deletions.confirm({ deletion }))).toBe('CASE_SHIELDED');
    await unlockAs(office, selin);
    expect(await office.client.deletions.list()).toMatchObject([{ deletion, caseId }]);
    await unlockAs(office, head);
    expect(await office.client.deletions.list()).toMatchObject([{ deletion, caseId, mayConfirm: true }]);
  });
});

describe('who got something of a file', () => {
  const disclosed = async (caseId: RecordId, basis: string): Promise<EntryId> => {
    const answers = { 'disclosure.basis': basis, 'disclosure.recipient_name': 'Rettungsdienst', 'disclosure.date': staffed.office.clock.day };
    return (await staffed.office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Allergie' } })).entry;
  };

  test('must hear that it goes: nothing is deleted before somebody says so, or why not, and that stands in the log without a name', async () => {
    const caseId = await newFile();
    const { office } = staffed;
    await asks(caseId);
    await disclosed(caseId, 'emergency');
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_RECIPIENTS_UNHEARD');
    expect(await isThere(office, caseId)).toBe(true);
    expect((await office.client.deletions.propose({ caseId, reason: 'wish', recipients: 'told' })).done).toBe(true);
    expect(await isThere(office, caseId)).toBe(false);
    const lines = openContext(office.core.context).store.desk.read((tx) => tx.audit.read({ record: null, limit: 50 }));
    expect(lines.find(({ action }) => action === 'deletion.wish')?.details).toEqual({ recipients: 'told' });
    expect(JSON.stringify(lines)).not.toContain('Rettungsdienst');
  });

  test('need not be asked about where each is noted as told', async () => {
    const caseId = await newFile();
    const { office } = staffed;
    await asks(caseId);
    await disclosed(caseId, 'emergency');
    const { notices } = await office.client.rights.notifyRecipients({ caseId, about: 'erasure' });
    for (const { entry } of notices) await office.client.rights.noticeDone({ caseId, entry, day: office.clock.day, result: 'told' });
    expect((await office.client.deletions.propose({ caseId, reason: 'wish' })).done).toBe(true);
  });

  test('a consultation without a name is nobody who must hear', async () => {
    const caseId = await newFile();
    await asks(caseId);
    await disclosed(caseId, 'anonymous_consultation');
    expect((await staffed.office.client.deletions.propose({ caseId, reason: 'wish' })).done).toBe(true);
  });

  test('and who got something after it was proposed stops the confirmation', async () => {
    const caseId = await newFile();
    const { office, jonas } = staffed;
    const { deletion } = await office.client.deletions.propose({ caseId, ...mistake });
    await disclosed(caseId, 'emergency');
    await unlockAs(office, jonas);
    expect(await codeOf(office.client.deletions.confirm({ deletion }))).toBe('DELETION_RECIPIENTS_UNHEARD');
    expect(await isThere(office, caseId)).toBe(true);
  });
});
