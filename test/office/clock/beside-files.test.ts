/** What lies beside the files and deletes itself: not by a day nobody believes, and a note not while something holds its file. */
import { afterEach, describe, expect, test } from 'vitest';
import { answerAll, codeOf } from '../support/office.ts';
import { day, first, itIs, runningFile, staffedOffice, until, wakeOn, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

describe('on a day that jumped by years', () => {
  test('Vormerkungen and work notes stay, are shown, and say why; when the calendar is right again they have their days', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const { client } = office;
    await itIs(office, first, head);
    const caseId = await runningFile(office, 'Notiz');
    await client.workNotes.write({ caseId, text: 'morgen anrufen' });
    const { record } = await client.preRegistrations.create({ firstName: 'Lina', phone: '0170 111', appointment: { day: day('2026-03-20'), time: '10:00', staff: null } });
    await itIs(office, day('2029-03-02'), head);
    const [shown] = await client.preRegistrations.list();
    expect(shown?.deletes).toMatch(/vier Wochen sind um\. Dem Datum dieses PC glaubt Lotse nicht: Bis die Leitung den Tag/);
    await client.preRegistrations.change({ record, firstName: 'Lina', phone: '0170 112' });
    expect((await client.workNotes.list({ caseId })).map(({ deletes }) => deletes)).toEqual([expect.stringContaining('Bis die Leitung den Tag unter „Fristen“ bestätigt, wird nichts gelöscht.')]);
    expect(await client.clock.protocol({ limit: 10 })).toEqual([]);

    await wakeOn(office, day('2026-03-03'), head);
    await client.clock.trustDay({ day: day('2026-03-03') });
    await itIs(office, day('2026-03-03'), head);
    expect((await client.preRegistrations.list()).map(({ deletes }) => deletes)).toEqual(['Vorgemerkt am 02.03.2026; wird am 30.03.2026 gelöscht, wenn bis dahin keine Akte daraus wird.']);
    expect(await client.workNotes.list({ caseId })).toHaveLength(1);
    await until(office, day('2026-04-02'), head);
    expect([await client.preRegistrations.list(), await client.workNotes.list({ caseId }), (await client.clock.protocol({ limit: 10 })).length]).toEqual([[], [], 2]);
  });
});

describe('a work note beside a file', () => {
  test.each(['a court order', 'an open request', 'a restriction'])('that is held by %s stays beyond its time, and goes when nothing holds it', async (what) => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const { client } = office;
    const caseId = await runningFile(office, 'Gehalten');
    await client.workNotes.write({ caseId, text: 'Sie sagte, sie habe Angst.' });
    const [note] = await client.workNotes.list({ caseId });
    if (note === undefined) throw new Error('no note');
    const hold = async (value: string | null) => answerAll(office, await client.cases.open({ caseId }), [{ field: 'case.retention_ground', value }]);
    const request = { caseId, kind: 'access_copy', by: 'young_person', receivedOn: first, identity: 'known' };
    let entry = null;
    if (what === 'a court order') await hold('court_order');
    if (what === 'an open request') ({ entry } = await client.rights.enter(request));
    if (what === 'a restriction') await client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
    if (what !== 'a restriction') expect(await codeOf(client.workNotes.remove({ caseId, note: note.id }))).toBe('CLOCK_HELD');

    await until(office, day('2026-04-10'), head);
    expect(await client.clock.protocol({ limit: 10 })).toEqual([]);
    if (what === 'a court order') await hold(null);
    if (entry !== null) await client.rights.decide({ caseId, entry, decision: 'taken_back', ground: null, reason: '', insight: null, secretCounselling: null, day: office.clock.day });
    if (what === 'a restriction') await client.rights.lift({ caseId, ground: 'checked_correct', toldOn: office.clock.day });
    await itIs(office, day('2026-04-11'), head);
    expect([(await client.clock.protocol({ limit: 10 })).map(({ removed }) => removed), await client.workNotes.list({ caseId })]).toEqual([['persönliche Arbeitsnotiz'], []]);
  });

  test('stays with the end of a held file too, and is shown to its author with the reason', async () => {
    staffed = await staffedOffice();
    const { office, head } = staffed;
    const { client } = office;
    const caseId = await runningFile(office, 'Gericht');
    await client.workNotes.write({ caseId, text: 'Brief vom Gericht abheften' });
    await answerAll(office, await client.cases.open({ caseId }), [{ field: 'case.retention_ground', value: 'court_order' }]);
    await client.cases.end({ caseId, day: first, reason: 'relocation' });
    await itIs(office, day('2026-03-03'), head);
    expect((await client.workNotes.list({ caseId })).map(({ deletes }) => deletes)).toEqual([expect.stringContaining('hält die Akte')]);
  });
});
