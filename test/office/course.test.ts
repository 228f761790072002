/** The course of the support: Beratung, Case Management, the end, the Wiederaufnahme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ActId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { amira, answerAll, codeOf, readyOffice, unlockAgain, type TestOffice, type Wish } from './support/office.ts';

const day = (text: string) => IsoDay.parse(text);
let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => {
  await office.remove();
});

const said = (view: CaseView, field: string, entry = ''): unknown => view.answers[entry]?.[field]?.heads[0]?.value ?? null;
const events = (view: CaseView) =>
  view.entries.filter(({ group, retired }) => group === 'course_event' && !retired).map(({ id }) => [said(view, 'course_event.kind', id), said(view, 'course_event.day', id), said(view, 'course_event.reason', id)]);
const dates = (view: CaseView) => ['case.counselling_start', 'case.counselling_end', 'case.cm_start', 'case.cm_end'].map((field) => said(view, field));

const reasonOf = (act: Promise<unknown>) => act.then(() => 'no error', (problem: unknown) => (problem as { data?: { reason?: string } }).data?.reason);
const tooEarly = 'Der Tag liegt vor dem Beginn, der in der Akte steht. Bitte einen späteren Tag wählen oder zuerst den Beginn berichtigen.';

async function inCounselling(more: readonly Wish[] = []): Promise<CaseView> {
  const view = await amira(office);
  await office.client.cases.changeForm({ caseId: view.row.id, form: 'counselling', day: day('2026-01-12') });
  return answerAll(office, await office.client.cases.open({ caseId: view.row.id }), more);
}

describe('Beratung and Case Management', () => {
  it('change at any time, and the file keeps the dates of both and what came when', async () => {
    const { row } = await inCounselling();
    const cm = await office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-02-02') });
    expect(said(cm, 'case.support_form')).toBe('case_management');
    expect(dates(cm)).toEqual(['2026-01-12', '2026-02-02', '2026-02-02', null]);
    const back = await office.client.cases.changeForm({ caseId: row.id, form: 'counselling', day: day('2026-02-20') });
    expect(dates(back)).toEqual(['2026-01-12', null, '2026-02-02', '2026-02-20']);
    const again = await office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-03-01') });
    expect(dates(again)).toEqual(['2026-01-12', '2026-03-01', '2026-02-02', null]);
    expect(events(again)).toEqual([
      ['started', '2026-01-12', null],
      ['changed_to_cm', '2026-02-02', null],
      ['changed_to_counselling', '2026-02-20', null],
      ['changed_to_cm', '2026-03-01', null],
    ]);
  });

  it('are one act, however often the window sends it, and none where the file says so already', async () => {
    const { row } = await inCounselling();
    const wish = { caseId: row.id, act: ActId.parse(randomId()), form: 'case_management', day: day('2026-02-02') } as const;
    const first = await office.client.cases.changeForm(wish);
    expect(await office.client.cases.changeForm(wish)).toEqual(first);
    expect(await office.client.cases.changeForm({ ...wish, act: ActId.parse(randomId()) })).toEqual(first);
  });

  it('never lie in the future', async () => {
    const { row } = await inCounselling();
    expect(await codeOf(office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-03-03') }))).toBe('ANSWER_INVALID');
  });

  it('never end what has not begun', async () => {
    const { row } = await inCounselling();
    const change = (form: 'counselling' | 'case_management', on: string) => reasonOf(office.client.cases.changeForm({ caseId: row.id, form, day: day(on) }));
    expect(await change('case_management', '2026-01-11')).toBe(tooEarly);
    await change('case_management', '2026-02-02');
    expect(await change('counselling', '2026-02-01')).toBe(tooEarly);
    expect(dates(await office.client.cases.open({ caseId: row.id }))).toEqual(['2026-01-12', '2026-02-02', '2026-02-02', null]);
    expect(await change('counselling', '2026-02-20')).toBe('no error');
    // Its first beginning stays in the field: the course says when it went on.
    expect(await change('case_management', '2026-02-19')).toBe(tooEarly);
    expect(await change('case_management', '2026-02-20')).toBe('no error');
  });

  it('get a beginning nobody said, also for a day before it was said as what', async () => {
    const view = await answerAll(office, await amira(office), [{ field: 'case.support_form', value: 'counselling' }]);
    const said1 = await office.client.cases.changeForm({ caseId: view.row.id, form: 'counselling', day: day('2026-02-02') });
    expect(dates(said1)).toEqual(['2026-02-02', null, null, null]);
  });

  it('need the consent for Case Management, not for Beratung', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-02-02') }))).toBe('CONSENT_MISSING');
    expect(said(await office.client.cases.changeForm({ caseId: row.id, form: 'counselling', day: day('2026-02-02') }), 'case.support_form')).toBe('counselling');
  });
});

describe('the course says the same when the fields are answered', () => {
  const inFields = async (...wishes: readonly Wish[]): Promise<CaseView> => answerAll(office, await amira(office), wishes);
  const form = (value: string): Wish => ({ field: 'case.support_form', value });

  it('a form and its beginning, in whatever order', async () => {
    expect(events(await inFields(form('counselling'), { field: 'case.counselling_start', value: '2026-01-12' }))).toEqual([['started', '2026-01-12', null]]);
    expect(events(await inFields({ field: 'case.counselling_start', value: '2026-01-12' }, form('counselling')))).toEqual([['started', '2026-01-12', null]]);
  });

  it('the change to Case Management, on the day it began', async () => {
    const beratung = [form('counselling'), { field: 'case.counselling_start', value: '2026-01-12' }];
    const changed = [['started', '2026-01-12', null], ['changed_to_cm', '2026-02-02', null]];
    expect(events(await inFields(...beratung, { field: 'case.cm_start', value: '2026-02-02' }, form('case_management')))).toEqual(changed);
    expect(events(await inFields(...beratung, form('case_management'), { field: 'case.cm_start', value: '2026-02-02' }))).toEqual(changed);
  });

  it('a form that was chosen by mistake and put right at once is no turn', async () => {
    const view = await inFields(form('counselling'), { field: 'case.counselling_start', value: '2026-01-12' }, form('case_management'), form('counselling'));
    expect(events(view)).toEqual([['started', '2026-01-12', null]]);
  });

  it('an end, its reason that is said later, and the day put right', async () => {
    const begun = await inCounselling();
    const ended = await answerAll(office, begun, [{ field: 'case.counselling_end', value: '2026-02-20' }]);
    expect(events(ended)).toEqual([['started', '2026-01-12', null], ['ended', '2026-02-20', null]]);
    const right = await answerAll(office, ended, [{ field: 'evaluation.end_reason', value: 'relocation' }, { field: 'case.counselling_end', value: '2026-02-27' }]);
    expect(events(right)).toEqual([['started', '2026-01-12', null], ['ended', '2026-02-27', 'relocation']]);
    const open = await answerAll(office, right, [{ field: 'case.counselling_end', value: null }]);
    expect(events(open)).toEqual([['started', '2026-01-12', null]]);
    const resumed = await office.client.cases.end({ caseId: open.row.id, day: day('2026-03-01'), reason: 'goals_reached' });
    expect(events(resumed).at(-1)).toEqual(['ended', '2026-03-01', 'goals_reached']);
  });

  it('several answers in one act are one line', async () => {
    const view = await amira(office);
    const answers = [form('case_management'), { field: 'case.cm_start', value: '2026-02-02' }].map(({ field, value }) => ({ entry: null, field, value, base: [] }));
    expect(events(await office.client.cases.answerAll({ caseId: view.row.id, answers }))).toEqual([['started', '2026-02-02', null]]);
  });
});

describe('the end', () => {
  it('comes with all gaps there are', async () => {
    const before = await inCounselling();
    expect(before.gaps.length).toBeGreaterThan(5);
    const ended = await office.client.cases.end({ caseId: before.row.id, day: day('2026-03-02'), reason: 'relocation' });
    expect(ended.row.status).toBe('closed');
    expect(dates(ended)).toEqual(['2026-01-12', '2026-03-02', null, null]);
    expect(said(ended, 'evaluation.end_reason')).toBe('relocation');
    expect(events(ended).at(-1)).toEqual(['ended', '2026-03-02', 'relocation']);
    expect(said(ended, 'case.anonymise_due')).toBe('2026-05-02');
  });

  it('comes without any consent, too', async () => {
    const { row } = await office.client.cases.create();
    expect((await office.client.cases.end({ caseId: row.id, day: day('2026-03-02'), reason: 'consent_withdrawn' })).row.status).toBe('closed');
  });

  it('is one, and not changed into another form', async () => {
    const { row } = await inCounselling();
    await office.client.cases.end({ caseId: row.id, day: day('2026-03-02'), reason: 'relocation' });
    expect(await codeOf(office.client.cases.end({ caseId: row.id, day: day('2026-03-01'), reason: 'goals_reached' }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-03-02') }))).toBe('ANSWER_INVALID');
  });

  it('does not lie before the beginning, nor before the Wiederaufnahme', async () => {
    const { row } = await inCounselling();
    const end = (on: string) => reasonOf(office.client.cases.end({ caseId: row.id, day: day(on), reason: 'relocation' }));
    expect(await end('2026-01-11')).toBe(tooEarly);
    expect((await office.client.cases.open({ caseId: row.id })).row.status).toBe('open');
    expect(await end('2026-01-12')).toBe('no error');
    await office.client.cases.resume({ caseId: row.id, day: day('2026-02-20'), reason: '' });
    expect(await end('2026-02-19')).toBe(tooEarly);
    expect(await end('2026-02-20')).toBe('no error');
  });

  it('lies on any day where nobody said when it began', async () => {
    const { row } = await office.client.cases.create();
    expect((await office.client.cases.end({ caseId: row.id, day: day('2026-01-05'), reason: 'relocation' })).row.status).toBe('closed');
  });

  it('knows its reasons', async () => {
    const { row } = await inCounselling();
    expect(await codeOf(office.client.cases.end({ caseId: row.id, day: day('2026-03-02'), reason: 'no idea' }))).toBe('ANSWER_INVALID');
    expect((await office.client.cases.open({ caseId: row.id })).row.status).toBe('open');
  });
});

describe('the Wiederaufnahme', () => {
  it('takes end and reason back, and the course keeps them', async () => {
    const { row } = await inCounselling();
    await office.client.cases.end({ caseId: row.id, day: day('2026-02-20'), reason: 'relocation' });
    const resumed = await office.client.cases.resume({ caseId: row.id, day: day('2026-03-02'), reason: 'Die falsche Akte beendet' });
    expect(resumed.row.status).toBe('open');
    expect(dates(resumed)).toEqual(['2026-01-12', null, null, null]);
    expect(said(resumed, 'evaluation.end_reason')).toBeNull();
    expect(said(resumed, 'case.anonymise_due')).toBeNull();
    expect(events(resumed).slice(1)).toEqual([['ended', '2026-02-20', 'relocation'], ['resumed', '2026-03-02', null]]);
    const [last] = resumed.entries.filter(({ group }) => group === 'course_event').slice(-1);
    expect(said(resumed, 'course_event.note', last?.id)).toBe('Die falsche Akte beendet');
  });

  it('leaves no answer of the first end to stand for the second: they are gaps again', async () => {
    const { row } = await inCounselling();
    await office.client.cases.changeForm({ caseId: row.id, form: 'case_management', day: day('2026-02-02') });
    const ended = await office.client.cases.end({ caseId: row.id, day: day('2026-02-20'), reason: 'other' });
    const said1: readonly Wish[] = [
      { field: 'evaluation.end_reason_other', value: 'Umzug der Tante' },
      { field: 'evaluation.final_interview', value: 'yes' },
      { field: 'evaluation.final_interview_date', value: '2026-02-19' },
      { field: 'evaluation.overall_attainment', value: { special: 'unknown' } },
      { field: 'evaluation.destination', value: 'dual_training' },
      { field: 'evaluation.missing_offers_text', value: 'Ein Kurs am Abend' },
      { field: 'evaluation.feedback_rating', value: { special: 'not_asked' } },
      { field: 'evaluation.outlook', value: { special: 'not_asked' } },
      { field: 'evaluation.paper_file_destroyed_on', value: '2026-02-20' },
    ];
    const gaps = (view: CaseView) => view.gaps.map(({ field }) => field).filter((field) => field.startsWith('evaluation.')).sort();
    await answerAll(office, ended, said1);
    await office.client.cases.resume({ caseId: row.id, day: day('2026-02-25'), reason: '' });
    const again = await office.client.cases.end({ caseId: row.id, day: day('2026-03-01'), reason: 'relocation' });
    expect(said1.map(({ field }) => [field, said(again, field)])).toEqual(said1.map(({ field }) => [field, null]));
    expect(gaps(again)).toEqual(gaps(ended).filter((field) => field !== 'evaluation.end_reason_other'));
    expect(gaps(again)).toContain('evaluation.destination');
    const kept = await office.client.cases.history({ caseId: row.id, entry: null, field: 'evaluation.destination' });
    expect(JSON.stringify(kept)).toContain('dual_training');
    expect(events(again).map(([kind, , reason]) => [kind, reason])).toContainEqual(['ended', 'other']);
  });

  it('leaves the end in the course also where it was written down ahead of its day', async () => {
    const { day: before, now } = office.clock;
    const { row } = await inCounselling([{ field: 'case.counselling_end', value: '2026-03-20' }, { field: 'evaluation.end_reason', value: 'goals_reached' }]);
    Object.assign(office.clock, { day: day('2026-03-25'), now: new Date('2026-03-25T09:00:00Z') });
    await unlockAgain(office);
    const act = ActId.parse(randomId());
    for (let times = 0; times < 2; times += 1) {
      const resumed = await office.client.cases.resume({ caseId: row.id, act, day: day('2026-03-25'), reason: '' });
      expect(events(resumed)).toEqual([['started', '2026-01-12', null], ['ended', '2026-03-20', 'goals_reached'], ['resumed', '2026-03-25', null]]);
    }
    await office.client.cases.end({ caseId: row.id, day: day('2026-03-25'), reason: 'relocation' });
    const again = await office.client.cases.resume({ caseId: row.id, day: day('2026-03-25'), reason: '' });
    expect(events(again).map(([kind]) => kind)).toEqual(['started', 'ended', 'resumed', 'ended', 'resumed']);
    Object.assign(office.clock, { day: before, now });
    await unlockAgain(office);
  });

  it('does not come before the end it takes back', async () => {
    const { row } = await inCounselling();
    await office.client.cases.end({ caseId: row.id, day: day('2026-02-20'), reason: 'relocation' });
    const resume = (on: string) => reasonOf(office.client.cases.resume({ caseId: row.id, day: day(on), reason: '' }));
    expect(await resume('2026-02-19')).toBe('Der Tag liegt vor dem Ende der Begleitung. Bitte den Tag der Wiederaufnahme wählen.');
    expect(await resume('2026-03-03')).toBe('Der Tag liegt in der Zukunft.');
    expect((await office.client.cases.open({ caseId: row.id })).row.status).toBe('closed');
    expect(await resume('2026-02-20')).toBe('no error');
  });

  it('of a file that goes on is refused', async () => {
    const { row } = await inCounselling();
    expect(await codeOf(office.client.cases.resume({ caseId: row.id, day: day('2026-03-02'), reason: '' }))).toBe('CASE_NOT_ENDED');
  });

  it('without consent takes no words, and no more than the consent allows', async () => {
    const { row } = await inCounselling([{ field: 'consent.data_processing_status', value: 'withdrawn' }]);
    await office.client.cases.end({ caseId: row.id, day: day('2026-02-20'), reason: 'consent_withdrawn' });
    expect(await codeOf(office.client.cases.resume({ caseId: row.id, day: day('2026-03-02'), reason: 'Sie ist wieder da' }))).toBe('CONSENT_MISSING');
    const resumed = await office.client.cases.resume({ caseId: row.id, day: day('2026-03-02'), reason: '' });
    expect(resumed.row.status).toBe('open');
    expect(resumed.consentGiven).toBe(false);
  });
});
