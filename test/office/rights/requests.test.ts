/** Requests with their month, the parents' request, and whom to tell. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAs, type TestOffice } from '../support/office.ts';

const day = (text: string) => IsoDay.parse(text);
const today = day('2026-03-02');
let office: TestOffice;
beforeEach(async () => {
  office = await readyOffice();
});
afterEach(async () => {
  await office.remove();
});

const enter = (caseId: RecordId, kind: string, by = 'young_person', receivedOn = today) => office.client.rights.enter({ caseId, kind, by, receivedOn, identity: 'known' });
const decide = (caseId: RecordId, entry: EntryId, decision: string, more: Partial<Parameters<TestOffice['client']['rights']['decide']>[0]> = {}) =>
  office.client.rights.decide({ caseId, entry, decision, ground: null, reason: '', insight: null, secretCounselling: null, day: today, ...more });
/** Fifteen years old. */
async function young(): Promise<RecordId> {
  const view = await answerAll(office, await amira(office), [{ field: 'case.date_of_birth', value: '2010-06-01' }]);
  return view.row.id;
}

describe('a request', () => {
  it('is due in a month, before any consent too, and stands on the list of dates', async () => {
    const { row } = await office.client.cases.create();
    const { view } = await enter(row.id, 'access_copy', 'young_person', day('2026-01-31'));
    expect(view.requests).toMatchObject([{ due: '2026-02-28', overdue: true, text: 'Zu beantworten bis 28.02.2026 (seit 2 Tagen überfällig).' }]);
    const { rows } = await office.client.worklist.list({ mine: false, kinds: ['request'], until: today, limit: 10 });
    expect(rows).toMatchObject([{ caseId: row.id, day: '2026-02-28', text: 'Auskunft und Kopie der eigenen Daten', overdue: true }]);
  });

  it('may take three months where that is said in the first', async () => {
    const caseId = await young();
    const { entry } = await enter(caseId, 'access_copy');
    const wish = { caseId, entry, ground: 'complex', toldOn: today };
    expect(await codeOf(office.client.rights.extend({ ...wish, due: day('2026-06-03') }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.rights.extend({ ...wish, due: day('2026-03-20') }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.rights.extend({ ...wish, due: day('2026-06-02'), toldOn: day('2026-03-01') }))).toBe('ANSWER_INVALID');
    expect((await office.client.rights.extend({ ...wish, due: day('2026-06-02') })).requests[0]?.due).toBe('2026-06-02');
  });

  it('is done once however often it is asked for', async () => {
    const caseId = await young();
    const act = 'c'.repeat(32) as never;
    const wish = { caseId, act, kind: 'erasure', by: 'young_person', receivedOn: today, identity: 'known' };
    const first = await office.client.rights.enter(wish);
    expect((await office.client.rights.enter(wish)).entry).toBe(first.entry);
    expect((await office.client.rights.ofCase({ caseId })).requests).toHaveLength(1);
  });

  it('is refused with a reason, and answered after it is decided', async () => {
    const caseId = await young();
    const { entry } = await enter(caseId, 'erasure');
    expect(await codeOf(office.client.rights.answered({ caseId, entry, day: today }))).toBe('ANSWER_INVALID');
    expect(await codeOf(decide(caseId, entry, 'refused'))).toBe('ANSWER_INVALID');
    await decide(caseId, entry, 'refused', { ground: 'legal_duty', reason: 'Das Gericht hat angeordnet, sie aufzuheben.' });
    expect(await codeOf(office.client.rights.answered({ caseId, entry, day: day('2026-03-01') }))).toBe('ANSWER_INVALID');
    const view = await office.client.rights.answered({ caseId, entry, day: today });
    expect(view.requests).toMatchObject([{ open: false, decisionLabel: 'abgelehnt', reason: 'Das Gericht hat angeordnet, sie aufzuheben.', text: 'Beantwortet am 02.03.2026.' }]);
    expect(await office.client.rights.overview()).toEqual([]);
  });

  it('that was taken back is on no list of dates any more and holds nothing', async () => {
    const caseId = await young();
    const { entry } = await enter(caseId, 'access_copy');
    const requests = async () => (await office.client.worklist.list({ mine: false, kinds: ['request'], until: day('2026-12-31'), limit: 10 })).rows.length;
    expect(await requests()).toBe(1);
    await decide(caseId, entry, 'taken_back');
    expect([await requests(), (await office.client.rights.overview()).length, (await office.client.clock.ofFile({ caseId })).hindrances]).toEqual([0, 0, []]);
  });

  it('is not granted to somebody of whom it is not clear who asks', async () => {
    const caseId = await young();
    const { entry } = await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'other', receivedOn: today, identity: 'not_shown' });
    expect(await codeOf(decide(caseId, entry, 'granted'))).toBe('ANSWER_INVALID');
  });
});

describe('a request of parents', () => {
  it('is no gap in the file: what is asked of the young person belongs to the decision, before it, after it, and for an adult never', async () => {
    const gaps = async (caseId: RecordId) => (await office.client.cases.open({ caseId })).gaps.filter(({ field }) => field.startsWith('request.'));
    const child = await young();
    const { entry } = await enter(child, 'parents_request', 'legal_guardian');
    expect(await gaps(child)).toEqual([]);
    await decide(child, entry, 'refused', { ground: 'secret_of_youth', insight: 'capable_refuses', secretCounselling: true });
    expect(await gaps(child)).toEqual([]);
    const adult = (await amira(office)).row.id;
    await decide(adult, (await enter(adult, 'parents_request', 'legal_guardian')).entry, 'refused', { ground: 'of_age' });
    expect(await gaps(adult)).toEqual([]);
  });

  it('asks what the young person says before anything is decided', async () => {
    const caseId = await young();
    const { entry, view } = await enter(caseId, 'parents_request', 'legal_guardian');
    expect(view.requests[0]?.steps).toHaveLength(3);
    expect(await codeOf(decide(caseId, entry, 'granted'))).toBe('ANSWER_INVALID');
    expect((await decide(caseId, entry, 'partly', { ground: 'others_rights', insight: 'capable_agrees', secretCounselling: false })).requests[0]?.decisionLabel).toBe('teilweise erfüllt');
  });

  it.each([
    { insight: 'capable_agrees', secretCounselling: true },
    { insight: 'capable_refuses', secretCounselling: false },
    { insight: 'not_asked_danger', secretCounselling: false },
  ])('grants nothing with $insight, secret counselling $secretCounselling', async (said) => {
    const caseId = await young();
    const { entry } = await enter(caseId, 'parents_request', 'legal_guardian');
    expect(await codeOf(decide(caseId, entry, 'granted', said))).toBe('RIGHTS_PARENTS_SHIELD');
    expect(await codeOf(decide(caseId, entry, 'partly', { ...said, ground: 'others_rights' }))).toBe('RIGHTS_PARENTS_SHIELD');
    expect((await decide(caseId, entry, 'refused', { ...said, ground: 'secret_of_youth' })).requests[0]?.decisionLabel).toBe('abgelehnt');
  });

  it('grants nothing where the file says that the parents are to know nothing', async () => {
    const caseId = await young();
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'consent.parents_may_be_informed', value: 'no' }]);
    const { entry } = await enter(caseId, 'parents_request', 'legal_guardian');
    expect(await codeOf(decide(caseId, entry, 'granted', { insight: 'not_capable', secretCounselling: false }))).toBe('RIGHTS_PARENTS_SHIELD');
  });

  it.each(['access_copy', 'portability', 'erasure'])('goes the same way when it is called %s', async (kind) => {
    const caseId = await young();
    const { entry, view } = await enter(caseId, kind, 'legal_guardian');
    expect(view.requests[0]).toMatchObject({ byParents: true, asksInsight: true });
    expect(view.requests[0]?.steps).toHaveLength(3);
    expect(await codeOf(decide(caseId, entry, 'granted'))).toBe('ANSWER_INVALID');
    expect(await codeOf(decide(caseId, entry, 'granted', { insight: 'capable_refuses', secretCounselling: false }))).toBe('RIGHTS_PARENTS_SHIELD');
    expect((await decide(caseId, entry, 'taken_back')).requests[0]?.open).toBe(false);
  });

  it('is refused for an adult', async () => {
    const caseId = (await amira(office)).row.id;
    const { entry } = await enter(caseId, 'parents_request', 'legal_guardian');
    expect(await codeOf(decide(caseId, entry, 'granted', { insight: 'capable_agrees', secretCounselling: false }))).toBe('ANSWER_INVALID');
    expect((await decide(caseId, entry, 'refused', { ground: 'of_age' })).requests[0]?.groundLabel).toBe('Der junge Mensch ist volljährig');
  });
});

describe('who got something of the file earlier', () => {
  async function told(): Promise<RecordId> {
    const caseId = await young();
    for (const name of ['Jugendamt', 'Rettungsdienst']) {
      const answers = { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': name, 'disclosure.date': today };
      await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Anschrift' } });
    }
    const nameless = { 'disclosure.basis': 'anonymous_consultation', 'disclosure.recipient_name': 'Fachberatung' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers: nameless, texts: {} });
    return caseId;
  }

  it('is a list to be worked off after a rectification, whoever knows no name not among them', async () => {
    const caseId = await told();
    const { entry } = await enter(caseId, 'rectification');
    const { notices } = await decide(caseId, entry, 'granted');
    expect(notices).toMatchObject([
      { about: 'rectification', recipient: 'Jugendamt', given: 'Anschrift', due: '2026-03-09', doneOn: null },
      { recipient: 'Rettungsdienst' },
    ]);
    const { rows } = await office.client.worklist.list({ mine: false, kinds: ['task'], until: day('2026-03-09'), limit: 10 });
    expect(rows.map(({ text }) => text)).toEqual(['Berichtigung mitteilen', 'Berichtigung mitteilen']);
    const [first] = notices;
    if (first === undefined) throw new Error('no notice');
    const after = await office.client.rights.noticeDone({ caseId, entry: first.entry, day: today, result: 'told' });
    expect(after.notices.map(({ resultLabel }) => resultLabel)).toEqual(['mitgeteilt', null]);
  });

  it('is shown before an erasure, and on the list once each', async () => {
    const caseId = await told();
    const { view } = await enter(caseId, 'erasure');
    expect(view.recipients.map(({ recipient }) => recipient)).toEqual(['Jugendamt', 'Rettungsdienst']);
    expect((await office.client.rights.notifyRecipients({ caseId, about: 'erasure' })).notices).toHaveLength(2);
    expect((await office.client.rights.notifyRecipients({ caseId, about: 'erasure' })).notices).toHaveLength(2);
  });

  it('hears of a withdrawal, which is written in the same act', async () => {
    const caseId = await told();
    await office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
    const { notices } = await office.client.rights.ofCase({ caseId });
    expect(notices.map(({ about, recipient }) => [about, recipient])).toEqual([
      ['withdrawal', 'Jugendamt'],
      ['withdrawal', 'Rettungsdienst'],
    ]);
  });
});

describe('that the Jugendamt was told of a danger', () => {
  const ofAll = async () => (await office.client.worklist.list({ mine: false, kinds: ['task'], until: day('2027-01-01'), limit: 50 })).rows.map(({ kind, text }) => [kind, text]);
  const rectification = [['task', 'Berichtigung mitteilen']];

  it('is to be inferred from no notice: who may not read the one reads not the other, neither in the file nor among the dates', async () => {
    const caseId = await young();
    const answers = { 'disclosure.basis': 'child_protection_law', 'disclosure.date': today, 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Meldung' } });
    const { notices } = await office.client.rights.notifyRecipients({ caseId, about: 'rectification' });
    expect(notices).toMatchObject([{ recipient: 'Jugendamt Pelikanstadt' }]);
    expect(await ofAll()).toEqual(rectification);
    expect((await office.client.start.overview()).dues.map(({ text }) => text)).toContain('Berichtigung mitteilen');
    await unlockAs(office, newColleague(office, 'Selin'));
    expect(await office.client.rights.ofCase({ caseId })).toMatchObject({ notices: [], recipients: [] });
    expect(await ofAll()).toEqual([]);
    const entry = notices[0]?.entry as EntryId;
    expect(await codeOf(office.client.rights.noticeDone({ caseId, entry, day: today, result: 'informed' }))).toBe('ENTRY_UNKNOWN');
  });

  it('stays so while the processing is restricted', async () => {
    const caseId = await young();
    const answers = { 'disclosure.basis': 'child_protection_law', 'disclosure.date': today, 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Meldung' } });
    await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
    expect((await office.client.rights.ofCase({ caseId })).notices).toMatchObject([{ recipient: 'Jugendamt Pelikanstadt' }]);
    expect((await ofAll()).length).toBe(1);
    await unlockAs(office, newColleague(office, 'Selin'));
    expect((await office.client.rights.ofCase({ caseId })).notices).toEqual([]);
    expect(await ofAll()).toEqual([]);
  });

  it('is on the list of the deputy, too, and off it once it is done', async () => {
    const caseId = await young();
    const answers = { 'disclosure.basis': 'child_protection_law', 'disclosure.date': today, 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Meldung' } });
    const { notices } = await office.client.rights.notifyRecipients({ caseId, about: 'rectification' });
    const selin = newColleague(office, 'Selin');
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'case.deputy_staff_id', value: selin.user }]);
    await unlockAs(office, selin);
    expect(await ofAll()).toEqual(rectification);
    await office.client.rights.noticeDone({ caseId, entry: notices[0]?.entry as EntryId, day: today, result: 'told' });
    expect(await ofAll()).toEqual([]);
  });

  it('and a colleague who has them told has the Jugendamt told all the same, and decides no request', async () => {
    const caseId = await young();
    const answers = { 'disclosure.basis': 'child_protection_law', 'disclosure.date': today, 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Meldung' } });
    const { entry } = await enter(caseId, 'rectification');
    const session = await office.client.session.status();
    if (session.phase !== 'open') throw new Error('not open');
    await unlockAs(office, newColleague(office, 'Selin'));
    expect([await codeOf(decide(caseId, entry, 'granted')), await codeOf(decide(caseId, entry, 'taken_back'))]).toEqual(['RIGHTS_NOT_YOURS', 'RIGHTS_NOT_YOURS']);
    expect((await office.client.rights.notifyRecipients({ caseId, about: 'rectification' })).notices).toEqual([]);
    // Once, whoever says it again.
    expect((await office.client.rights.notifyRecipients({ caseId, about: 'rectification' })).notices).toEqual([]);
    await unlockAs(office, { user: session.user.id, role: 'head' });
    expect((await office.client.rights.ofCase({ caseId })).notices).toMatchObject([{ recipient: 'Jugendamt Pelikanstadt', about: 'rectification' }]);
  });

  it.each(['withdraw', 'answer', 'answerAll'] as const)('and a colleague who records a withdrawal (%s) has the Jugendamt told all the same, and sees nothing of it', async (way) => {
    const caseId = await young();
    const answers = { 'disclosure.basis': 'child_protection_law', 'disclosure.date': today, 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' };
    await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Meldung' } });
    const session = await office.client.session.status();
    if (session.phase !== 'open') throw new Error('not open');
    await unlockAs(office, newColleague(office, 'Selin'));
    const { cases, rights } = office.client;
    const field = 'consent.data_processing_status';
    const said = { entry: null, field, value: 'withdrawn', base: [...((await cases.open({ caseId })).answers['']?.[field]?.base ?? [])] };
    const view = await (way === 'withdraw' ? cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today }) : way === 'answer' ? cases.answer({ caseId, ...said }) : cases.answerAll({ caseId, answers: [said] }));
    expect(JSON.stringify(view)).not.toContain('Pelikanstadt');
    expect(view.entries.filter(({ group }) => group === 'notice')).toEqual([]);
    expect((await rights.ofCase({ caseId })).notices).toEqual([]);
    await unlockAs(office, { user: session.user.id, role: 'head' });
    expect((await rights.ofCase({ caseId })).notices).toMatchObject([{ recipient: 'Jugendamt Pelikanstadt', about: 'withdrawal' }]);
  });
});
