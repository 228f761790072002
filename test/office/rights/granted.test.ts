/** What was granted is open work until it is done, also after she has her answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { amira, answerAll, codeOf, readyOffice, type TestOffice } from '../support/office.ts';

const day = (text: string) => IsoDay.parse(text);
const today = day('2026-03-02');
let office: TestOffice;
let caseId: RecordId;
beforeEach(async () => {
  office = await readyOffice();
  caseId = (await amira(office)).row.id;
});
afterEach(async () => {
  await office.remove();
});

const mine = { insight: null, secretCounselling: null } as const;
type Said = { readonly insight: string | null; readonly secretCounselling: boolean | null };
const enter = async (kind: string, by = 'young_person') => (await office.client.rights.enter({ caseId, kind, by, receivedOn: today, identity: 'known' })).entry;
const decide = (entry: EntryId, decision: string, said: Said = mine, ground: string | null = null) =>
  office.client.rights.decide({ caseId, entry, decision, ground, reason: '', day: office.clock.day, ...said });
const answered = (entry: EntryId, on = office.clock.day) => office.client.rights.answered({ caseId, entry, day: on });
async function granted(kind: string): Promise<EntryId> {
  const entry = await enter(kind);
  await decide(entry, 'granted');
  await answered(entry);
  return entry;
}

/** Every place where somebody looks for what is to be done. */
async function everywhere(): Promise<Readonly<Record<'worklist' | 'start' | 'overview' | 'file', readonly string[]>>> {
  const { client } = office;
  const open = (await client.rights.ofCase({ caseId })).restricted;
  return {
    worklist: (await client.worklist.list({ mine: false, kinds: ['granted'], until: today, limit: 20 })).rows.map(({ text }) => text),
    start: (await client.start.overview()).dues.filter(({ kind }) => kind === 'granted').map(({ text }) => text),
    overview: (await client.rights.overview()).filter(({ what }) => what === 'granted').map(({ text }) => text),
    file: open ? [] : (await client.clock.ofFile({ caseId })).dates.filter(({ kind }) => kind === 'granted').map(({ text }) => text),
  };
}
const nowhere = { worklist: [], start: [], overview: [], file: [] };

describe('a granted request', () => {
  it('to erase the file stands on every list from the same day on, answered or not, and goes with the file', async () => {
    await granted('erasure');
    const text = 'Löschung ist zugesagt: Akte jetzt löschen';
    expect(await everywhere()).toEqual({ worklist: [text], start: [text], overview: [`${text}.`], file: [`Seit dem 02.03.2026: ${text}.`] });
    expect((await office.client.rights.ofCase({ caseId })).requests).toMatchObject([{ open: false, owed: { act: 'erase', text } }]);
    await office.client.deletions.propose({ caseId, reason: 'wish' });
    expect((await office.client.worklist.list({ mine: false, kinds: [], until: day('2027-01-01'), limit: 20 })).rows).toEqual([]);
  });

  it.each([
    ['restriction', 'Einschränkung ist zugesagt: Verarbeitung jetzt einschränken'],
    ['objection', 'Widerspruch ist stattgegeben: Verarbeitung jetzt einschränken'],
  ])('of the kind %s is done when the file is closed, and stays done when it is opened again', async (kind, text) => {
    await granted(kind);
    expect((await everywhere()).worklist).toEqual([text]);
    expect((await office.client.clock.ofFile({ caseId })).hindrances).toMatchObject([{ code: 'access_request', text: `${text}.` }]);
    await office.client.rights.restrict({ caseId, ground: 'wish', askedBy: 'young_person' });
    expect(await everywhere()).toEqual(nowhere);
    await office.client.rights.lift({ caseId, ground: 'wish', toldOn: today });
    expect(await everywhere()).toEqual(nowhere);
  });

  it('to restrict is not done by a restriction that was lifted before she asked', async () => {
    await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
    await office.client.rights.lift({ caseId, ground: 'checked_correct', toldOn: today });
    office.clock.day = day('2026-03-05');
    const { entry } = await office.client.rights.enter({ caseId, kind: 'restriction', by: 'young_person', receivedOn: office.clock.day, identity: 'known' });
    const { requests } = await decide(entry, 'granted');
    expect(requests.at(-1)?.owed?.act).toBe('restrict');
  });

  it('that is a withdrawal takes effect with the decision, also while the file is closed, with its tasks', async () => {
    await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
    await granted('withdrawal');
    expect(await everywhere()).toEqual(nowhere);
    await office.client.rights.lift({ caseId, ground: 'checked_correct', toldOn: today });
    const view = await office.client.cases.open({ caseId });
    expect([view.consentGiven, view.answers['']?.['consent.data_processing_status']?.heads.map(({ value }) => value)]).toEqual([false, ['withdrawn']]);
    const { rows } = await office.client.worklist.list({ mine: false, kinds: ['task'], until: day('2026-06-01'), limit: 20 });
    expect(rows.map(({ text }) => text)).toContain('Akte beenden: spätestens einen Monat nach dem Widerruf');
  });

  it('may be taken back by her, refused ones and those in part ask for nothing more', async () => {
    const entry = await granted('erasure');
    expect((await decide(entry, 'taken_back')).requests).toMatchObject([{ owed: null }]);
    expect(await everywhere()).toEqual(nowhere);
    const other = await enter('erasure');
    await decide(other, 'partly', mine, 'legal_duty');
    expect(await everywhere()).toEqual(nowhere);
  });

  it('to erase is not granted to somebody who may not wish it', async () => {
    const entry = await enter('erasure', 'other');
    expect(await codeOf(decide(entry, 'granted'))).toBe('ANSWER_INVALID');
    expect((await decide(entry, 'refused', mine, 'legal_duty')).requests).toMatchObject([{ owed: null }]);
  });
});

describe('what parents were granted', () => {
  const agreed = { insight: 'capable_agrees', secretCounselling: false } as const;
  const born = async (on: string) => void (await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.date_of_birth', value: on }]));

  it('is decided once more where she came of age before the answer, by the rules for an adult', async () => {
    await born('2008-03-05');
    const entry = await enter('parents_request', 'legal_guardian');
    await decide(entry, 'granted', agreed);
    office.clock.day = day('2026-03-06');
    const [request] = (await office.client.rights.ofCase({ caseId })).requests;
    expect(request).toMatchObject({ owed: { act: 'decide' }, steps: ['Der junge Mensch ist volljährig: ablehnen, ohne etwas aus der Akte zu nennen.'] });
    const refused = await answered(entry).catch((problem: unknown) => problem);
    expect(refused).toMatchObject({ code: 'ANSWER_INVALID', data: { reason: expect.stringContaining('inzwischen volljährig') as string } });
    await decide(entry, 'refused', mine, 'of_age');
    expect((await answered(entry)).requests).toMatchObject([{ open: false, owed: null }]);
  });

  it('and answered the day before her birthday is answered, also where it is written down later', async () => {
    await born('2008-03-05');
    const entry = await enter('parents_request', 'legal_guardian');
    await decide(entry, 'granted', agreed);
    office.clock.day = day('2026-03-06');
    expect((await answered(entry, day('2026-03-04'))).requests).toMatchObject([{ open: false, owed: null }]);
  });

  it.each(['capable_agrees', 'not_capable'])('leads to the deletion of the file: %s', async (insight) => {
    await born('2012-03-05');
    const entry = await enter('erasure', 'legal_guardian');
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
    const { requests } = await decide(entry, 'granted', { insight, secretCounselling: false });
    expect(requests).toMatchObject([{ owed: { act: 'erase' } }]);
    expect(await office.client.deletions.propose({ caseId, reason: 'wish' })).toMatchObject({ done: true });
  });

  it('deletes nothing any more once she is of age, and says so on the lists', async () => {
    await born('2008-03-05');
    const entry = await enter('erasure', 'legal_guardian');
    await decide(entry, 'granted', agreed);
    await answered(entry);
    office.clock.day = day('2026-03-06');
    expect(await codeOf(office.client.deletions.propose({ caseId, reason: 'wish' }))).toBe('DELETION_NEEDS_REQUEST');
    expect((await office.client.rights.ofCase({ caseId })).requests).toMatchObject([{ owed: { act: 'decide' } }]);
  });
});
