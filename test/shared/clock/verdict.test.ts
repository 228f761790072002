import { describe, expect, it } from 'vitest';
import { decideEnd } from '../../../shared/cases/end-case.ts';
import { decideResume } from '../../../shared/cases/resume.ts';
import type { HindranceCode } from '../../../shared/clock/types.ts';
import { clockOf } from '../../../shared/clock/verdict.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day } from '../cases/test-file.ts';
import { appointment, contact, judged, office, type MadeEntry, type Said } from './made-file.ts';

const codes = (verdict: { readonly hindrances: readonly { readonly code: HindranceCode }[] }) => verdict.hindrances.map(({ code }) => code);
const texts = (verdict: { readonly dates: readonly { readonly kind: string; readonly text: string }[] }, kind: string) =>
  verdict.dates.filter((date) => date.kind === kind).map(({ text }) => text);

const running: Said = { 'case.support_form': 'counselling', 'case.first_interview_date': '2026-01-15' };
const ended: Said = { ...running, 'case.counselling_end': '2026-03-12', 'evaluation.end_reason': 'relocation' };

describe('a file nobody works on', () => {
  it('is ended from two weeks before nine months after the last activity on, and not before', () => {
    expect(judged({ said: running }, '2026-09-30')).toMatchObject({ act: 'end', state: 'ahead', day: '2026-10-01', limit: '2026-10-15', overdue: false });
    expect(judged({ said: running }, '2026-10-01')).toMatchObject({ act: 'end', state: 'due', overdue: false });
    expect(judged({ said: running }, '2026-10-15')).toMatchObject({ act: 'end', state: 'due', overdue: false });
    expect(judged({ said: running }, '2026-10-16')).toMatchObject({ act: 'end', state: 'due', overdue: true });
  });

  it('is asked about after six months, and says since when', () => {
    const verdict = judged({ said: running, entries: [contact('2026-05-31')] }, '2026-06-01');
    expect(texts(verdict, 'inactive')).toEqual([
      'Letzte Aktivität am 31.05.2026: Am 30.11.2026 sind es sechs Monate ohne Aktivität. Bitte nachfragen, wie es weitergehen soll.',
    ]);
    expect(verdict).toMatchObject({ day: '2027-02-14', limit: '2027-02-28', text: texts(verdict, 'inactive_end')[0] });
  });

  it('is ended earlier where the office says so, with the same limit', () => {
    const settings = { anonymiseAfterMonths: 2, counsellingToo: true, endAfterMonths: 4 };
    const verdict = judged({ said: running }, '2026-05-15', { settings });
    expect(verdict).toMatchObject({ act: 'end', state: 'due', day: '2026-05-15', limit: '2026-10-15' });
    expect(texts(verdict, 'inactive')).toEqual(['Letzte Aktivität am 15.01.2026: Ab dem 17.04.2026 bitte nachfragen, wie es weitergehen soll, denn am 15.05.2026 endet die Frist dieses JMD.']);
  });

  it('has a clock although nobody ever entered an activity', () => {
    expect(judged({ said: { 'case.inquiry_date': '2026-02-01', 'consent.data_processing_date': '2026-02-09' } }, '2026-03-01')).toMatchObject({ act: 'end', day: '2026-10-26', limit: '2026-11-09' });
    expect(judged({ said: { 'case.support_form': 'counselling' }, at: '2026-02-28T23:30:00Z' }, '2026-03-01')).toMatchObject({ act: 'end', day: '2026-11-17', limit: '2026-12-01' });
    expect(judged({}, '2026-03-01')).toMatchObject({ act: null, state: 'running', day: null });
  });

  it('that was written while the PC was years ahead says so, and counts from what it says itself', () => {
    const ahead = { said: { 'case.support_form': 'counselling' }, at: '2036-03-02T09:00:00Z' };
    const lost = judged(ahead, '2026-03-03');
    expect([lost.state, texts(lost, 'inactive')]).toEqual(['running', [expect.stringMatching(/seit dem 01\.01\.2026 oder später keine Frist.*Bitte den Tag der Anfrage/)]]);
    expect(judged({ ...ahead, said: { ...ahead.said, 'case.inquiry_date': '2026-03-02' } }, '2026-03-03')).toMatchObject({ act: 'end', day: '2026-11-18' });
    expect(judged({ ...ahead, entries: [{ group: 'task', said: { 'task.kind': 'other' }, at: '2026-03-04T09:00:00Z' }] }, '2026-03-05')).toMatchObject({ act: 'end', day: '2026-11-20' });
  });

  it('waits while something is agreed', () => {
    const verdict = judged({ said: running, entries: [appointment('2026-10-20')] }, '2026-10-16');
    expect(verdict).toMatchObject({ state: 'held', overdue: true });
    expect(verdict.hindrances).toMatchObject([{ code: 'appointment_ahead', until: '2026-10-21' }]);
    const unsaid = judged({ said: running, entries: [appointment('2026-10-20')] }, '2026-10-21');
    expect([unsaid.state, unsaid.hindrances]).toEqual([
      'held',
      [{ code: 'appointment_ahead', until: '2026-11-04', text: 'Zum Termin am 20.10.2026 hat niemand eingetragen, wie er war: Bitte eintragen. Bis dahin geschieht nichts, längstens bis zum 04.11.2026.' }],
    ]);
    expect(judged({ said: running, entries: [appointment('2026-10-20')] }, '2026-11-03').state).toBe('held');
    expect(judged({ said: running, entries: [appointment('2026-10-20')] }, '2026-11-04').state).toBe('due');
    expect(judged({ said: running, entries: [appointment('2026-10-20', 'no_show')] }, '2026-10-21').state).toBe('due');
    expect(judged({ said: running, entries: [appointment('2026-10-20', 'cancelled')] }, '2026-10-16').state).toBe('due');
    expect(codes(judged({ said: running, entries: [{ group: 'case_conference', said: { 'case_conference.date': '2026-10-22' } }] }, '2026-10-16'))).toEqual(['appointment_ahead']);
  });

  it('is ended by nine months although an end is planned for later', () => {
    expect(judged({ said: { ...running, 'case.counselling_end': '2027-06-01' } }, '2026-09-01')).toMatchObject({ act: 'end', day: '2026-10-01' });
    expect(judged({ said: { ...running, 'case.counselling_end': '2026-09-01' } }, '2026-08-01')).toMatchObject({ act: 'anonymise', state: 'ahead', day: '2026-11-01' });
  });
});

describe('what counts as activity', () => {
  const last = (...entries: readonly MadeEntry[]) => judged({ said: running, entries }, '2026-09-01').limit;

  it('is a contact that took place, an appointment that was kept, work on the plan', () => {
    expect(last(contact('2026-04-01'))).toBe('2027-01-01');
    expect(last(appointment('2026-04-02', 'kept'))).toBe('2027-01-02');
    expect(last({ group: 'goal', said: { 'goal.attained_on': '2026-04-03' } })).toBe('2027-01-03');
  });

  it('is not a contact or an appointment nobody came to, nor one of which nobody said how it was', () => {
    expect(last(contact('2026-04-01', { 'contact.no_show': true }), appointment('2026-04-02', 'no_show'), appointment('2026-04-03'))).toBe('2026-10-15');
  });

  it('is not administration', () => {
    expect(last({ group: 'task', said: { 'task.due': '2026-05-01', 'task.done_on': '2026-05-01' } }, { group: 'course_event', said: { 'course_event.day': '2026-05-01' } })).toBe('2026-10-15');
  });

  it('is what one of two answers says, and the later of two days', () => {
    expect(last(contact('2026-04-01', { 'contact.no_show': { heads: [true, false] } }))).toBe('2027-01-01');
    expect(last({ group: 'contact', said: { 'contact.date': { heads: ['2026-04-01', '2026-05-01'] } } })).toBe('2027-02-01');
  });
});

describe('an ended file', () => {
  it('is anonymised after two months, at the latest after three, and every byte is gone by then', () => {
    const verdict = judged({ said: ended }, '2026-05-12');
    expect(verdict).toMatchObject({ act: 'anonymise', state: 'due', day: '2026-05-12', limit: '2026-06-12', text: 'Beendet am 12.03.2026; anonymisiert wird am 12.05.2026, spätestens am 12.06.2026.' });
    expect(verdict.dates.map(({ kind, day, source }) => [kind, day, source])).toEqual([
      ['anonymise', '2026-05-12', 'Rahmenkonzept Nr. 1, 3.3'],
      ['backups_gone', '2026-06-09', 'Rahmenkonzept Nr. 1, 3.3; Sicherungen bleiben höchstens 28 Tage'],
    ]);
    expect(judged({ said: ended }, '2026-05-11').state).toBe('ahead');
  });

  it.each([
    ['2025-11-30', '2026-01-30', '2026-02-28'],
    ['2025-12-31', '2026-02-28', '2026-03-31'],
    ['2027-12-31', '2028-02-29', '2028-03-31'],
    ['2028-02-29', '2028-04-29', '2028-05-29'],
    ['2026-08-31', '2026-10-31', '2026-11-30'],
  ])('ended on %s goes on %s, on %s at the latest', (end, day, limit) => {
    expect(judged({ said: { ...running, 'case.counselling_end': end } }, '2028-06-01')).toMatchObject({ day, limit, overdue: true });
  });

  it('on the last day itself is in time', () => {
    expect(judged({ said: ended }, '2026-06-12').overdue).toBe(false);
    expect(judged({ said: ended }, '2026-06-13').overdue).toBe(true);
  });

  it('is taken up again: the date is gone', () => {
    const verdict = judged({ said: { ...ended, 'case.counselling_end': null } }, '2026-05-20');
    expect(verdict.act).toBe('end');
    expect(texts(verdict, 'anonymise')).toEqual([]);
  });

  it('with a contact or a kept appointment after the end is refused and says what to decide', () => {
    const omar = judged({ said: ended, entries: [contact('2026-03-27'), appointment('2026-03-20')] }, '2026-05-12');
    expect(omar.state).toBe('held');
    expect(omar.hindrances).toMatchObject([{ code: 'activity_after_end', until: null, text: expect.stringContaining('zuletzt am 27.03.2026') as string }]);
    expect(codes(judged({ said: ended, entries: [appointment('2026-03-20')] }, '2026-05-12'))).toEqual(['activity_after_end']);
    expect(codes(judged({ said: ended, entries: [{ group: 'goal', said: { 'goal.attained_on': '2026-04-01' } }] }, '2026-05-12'))).toEqual(['activity_after_end']);
    expect(codes(judged({ said: ended, entries: [contact('2026-03-27', { 'contact.no_show': { heads: [true, null] } })] }, '2026-05-12'))).toEqual(['activity_after_end']);
    expect(codes(judged({ said: ended, entries: [appointment('2026-05-30')] }, '2026-05-12'))).toEqual(['appointment_ahead']);
  });

  it('is named as a contradiction weeks before its day', () => {
    const ahead = judged({ said: ended, entries: [contact('2026-03-27')] }, '2026-04-14');
    expect([ahead.state, codes(ahead)]).toEqual(['ahead', ['activity_after_end']]);
  });

  it('is not held by what came to nothing, nor by what was before the end', () => {
    const entries = [contact('2026-03-12'), appointment('2026-03-01'), appointment('2026-03-20', 'no_show'), contact('2026-03-21', { 'contact.no_show': true })];
    expect(judged({ said: ended, entries }, '2026-05-12').state).toBe('due');
  });

  it('with two answers about its end waits for a decision, with the later day', () => {
    const two = judged({ said: { ...ended, 'case.counselling_end': { heads: ['2026-03-12', '2026-03-30'] } } }, '2026-07-01');
    expect(two).toMatchObject({ state: 'held', day: '2026-05-30', limit: '2026-06-30', overdue: true });
    expect(two.hindrances[0]).toMatchObject({ code: 'two_ends', text: expect.stringContaining('12.03.2026 und 30.03.2026') as string });
    const resumed = judged({ said: { ...ended, 'case.counselling_end': { heads: ['2026-03-12', null] } } }, '2026-07-01');
    expect(resumed.hindrances[0]).toMatchObject({ code: 'two_ends', text: expect.stringContaining('und nicht beendet') as string });
    const forms = judged({ said: { ...ended, 'case.support_form': { heads: ['counselling', 'case_management'] } } }, '2026-07-01');
    expect([forms.state, codes(forms)]).toEqual(['held', ['two_ends']]);
  });

  it('whose end was only just written down rests for a week, whatever its day is', () => {
    const wrongYear = { said: { ...running, 'case.counselling_end': '2025-03-12', 'case.first_interview_date': '2025-01-01' }, at: '2026-03-12T09:00:00Z' };
    expect(judged(wrongYear, '2026-03-12')).toMatchObject({ state: 'held', overdue: true, hindrances: [{ code: 'just_ended', until: '2026-03-19' }] });
    expect(judged(wrongYear, '2026-03-19').state).toBe('due');
    expect(judged({ said: ended, at: '2026-03-12T09:00:00Z' }, '2026-03-13').hindrances).toEqual([]);
  });

  it('for a long silence asks when somebody writes down later that she had come', () => {
    const silent = { ...ended, 'evaluation.end_reason': 'inactivity' };
    const later = '2026-03-13T09:00:00Z';
    const came = judged({ said: silent, entries: [{ ...contact('2026-03-11'), at: later }] }, '2026-05-12');
    expect(came).toMatchObject({ state: 'held', hindrances: [{ code: 'activity_after_end', until: null, text: expect.stringMatching(/11\.03\.2026.*wiederaufnehmen/) as string }] });
    expect(codes(judged({ said: silent, entries: [{ ...appointment('2026-03-11', 'kept'), at: later }] }, '2026-05-12'))).toEqual(['activity_after_end']);
    for (const [said, entry] of [
      [silent, contact('2026-03-11')],
      [silent, { ...contact('2026-03-11', { 'contact.no_show': true }), at: later }],
      [silent, { ...contact('2025-06-12'), at: later }],
      [{ ...silent, 'evaluation.end_reason': 'relocation' }, { ...contact('2026-03-11'), at: later }],
    ] as const) expect(judged({ said, entries: [entry] }, '2026-05-12').state).toBe('due');
  });

  it('of a Beratung is left to people where the clock is for Case Management alone', () => {
    const settings = { anonymiseAfterMonths: 2, counsellingToo: false, endAfterMonths: 9 };
    const beratung = judged({ said: ended }, '2026-05-12', { settings });
    expect(beratung).toMatchObject({ act: null, state: 'running' });
    expect(texts(beratung, 'counselling_over')).toEqual([
      'Beendet am 12.03.2026. In diesem JMD läuft die Frist nur für das Case Management: Bitte bis zum 12.05.2026 überlegen, ob die Akte der Beratung noch gebraucht wird.',
    ]);
    expect(judged({ said: { ...ended, 'case.cm_start': '2026-01-20' } }, '2026-05-12', { settings }).act).toBe('anonymise');
    expect(judged({ said: running }, '2026-12-24', { settings }).act).toBe(null);
  });
});

describe('a named ground', () => {
  const held = (said: Said, today = '2026-05-12', entries: readonly MadeEntry[] = []) => judged({ said: { ...ended, ...said }, entries }, today);

  it.each(['legal_claims', 'court_order', 'access_request', 'restriction', 'child_protection'] as const)('%s holds until somebody lifts it', (ground) => {
    const verdict = held({ 'case.retention_ground': ground, 'case.retention_override': '2026-08-31' });
    expect([verdict.state, codes(verdict)]).toEqual(['held', [ground]]);
    expect(texts(verdict, 'hold_review')).toHaveLength(1);
  });

  it('holds after its day too, and says that it is over', () => {
    const verdict = held({ 'case.retention_ground': 'legal_claims', 'case.retention_override': '2026-05-11' });
    expect(verdict.hindrances[0]?.text).toBe('Löschsperre (rechtliche Ansprüche) bis zum 11.05.2026: Frist abgelaufen, bitte entscheiden. Bis dahin bleibt die Akte.');
  });

  it('holds without a day, and a day holds without a ground', () => {
    expect(held({ 'case.retention_ground': 'court_order' }).hindrances).toMatchObject([{ code: 'court_order', until: null }]);
    expect(held({ 'case.retention_override': '2026-08-31' }).hindrances).toMatchObject([{ code: 'hold', until: '2026-09-01' }]);
    expect(held({ 'case.retention_override': { special: 'unknown' } }).hindrances).toMatchObject([{ code: 'hold', until: null }]);
  });

  it('is what goes beyond a day: a day alone holds until it, says so before, and never past it', () => {
    const alone = held({ 'case.retention_override': '2026-05-20' });
    expect(alone.hindrances[0]?.text).toBe('Löschsperre ohne Grund: Am 20.05.2026 endet sie von selbst. Soll die Akte länger bleiben, bitte den Grund nennen.');
    expect(texts(alone, 'hold_review')).toEqual(['Löschsperre ohne Grund bis zum 20.05.2026: Bitte den Grund nennen, sonst endet sie an diesem Tag von selbst.']);
    expect([held({ 'case.retention_override': '2026-05-20' }, '2026-05-20').state, held({ 'case.retention_override': '2026-05-20' }, '2026-05-21').state]).toEqual(['held', 'due']);
  });

  it('said by one of two answers holds; of two days the later is the one to look at', () => {
    expect(codes(held({ 'case.retention_ground': { heads: [null, 'court_order'] } }))).toEqual(['court_order']);
    expect(held({ 'case.retention_override': { heads: ['2026-08-31', '2026-12-31'] }, 'case.retention_ground': 'court_order' }).hindrances).toMatchObject([{ until: '2026-12-31' }]);
  });

  it('taken back holds no more', () => {
    expect(held({ 'case.retention_ground': null, 'case.retention_override': null }).state).toBe('due');
  });

  it('is an open request too, until it is answered', () => {
    const open: MadeEntry = { group: 'request', said: { 'request.kind': 'access_copy', 'request.received_on': '2026-01-31' } };
    const verdict = held({}, '2026-05-12', [open]);
    expect([verdict.state, codes(verdict)]).toEqual(['held', ['access_request']]);
    expect(texts(verdict, 'request')).toEqual(['Ein Antrag vom 31.01.2026 ist bis zum 28.02.2026 zu beantworten.']);
    expect(held({}, '2026-05-12', [{ ...open, said: { ...open.said, 'request.answered_on': '2026-02-03' } }]).state).toBe('due');
    expect(codes(held({}, '2026-05-12', [{ ...open, said: { ...open.said, 'request.answered_on': { heads: ['2026-02-03', null] } } }]))).toEqual(['access_request']);
  });

  it('is no request that was taken back, unless one of two answers says otherwise', () => {
    const asked = (decision: MadeEntry['said'][string]): MadeEntry => ({ group: 'request', said: { 'request.kind': 'access_copy', 'request.received_on': '2026-01-31', 'request.decision': decision } });
    expect(held({}, '2026-05-12', [asked('taken_back')])).toMatchObject({ state: 'due', hindrances: [] });
    expect(codes(held({}, '2026-05-12', [asked({ heads: ['taken_back', 'granted'] })]))).toEqual(['access_request']);
  });

  it('is a restriction, until it is lifted', () => {
    const restriction: MadeEntry = { group: 'restriction', said: { 'restriction.since': '2026-04-01' } };
    expect(codes(held({}, '2026-05-12', [restriction]))).toEqual(['restriction']);
    expect(held({}, '2026-05-12', [{ ...restriction, said: { ...restriction.said, 'restriction.lifted_on': '2026-05-01' } }]).state).toBe('due');
  });

  it('keeps a running file from being ended as well', () => {
    expect(judged({ said: { ...running, 'case.retention_ground': 'court_order' } }, '2026-11-01').state).toBe('held');
  });
});

describe('what the office knows', () => {
  it('lets the clock rest for thirty days after an import', () => {
    const on = (today: string) => judged({ said: ended }, today, { importedOn: '2026-05-01' as never });
    expect(on('2026-05-30').hindrances).toMatchObject([{ code: 'import_rest', until: '2026-05-31' }]);
    expect(on('2026-05-31').state).toBe('due');
  });

  it('waits for a PC that has not reported since the end', () => {
    const on = (reportedOn: string) => judged({ said: ended }, '2026-05-12', { otherDevices: [{ name: 'Laptop', reportedOn: reportedOn as never }] });
    expect(codes(on('2026-03-12'))).toEqual(['device_silent']);
    expect(on('2026-03-13').state).toBe('due');
  });

  it('waits before an end for a PC silent for the month before', () => {
    const on = (reportedOn: string) => judged({ said: running }, '2026-10-01', { otherDevices: [{ name: 'Laptop', reportedOn: reportedOn as never }] });
    expect(codes(on('2026-08-31'))).toEqual(['device_silent']);
    expect(on('2026-09-01').state).toBe('due');
  });

  it.each(['before_last_seen', 'long_after_last_seen'] as const)('does nothing on a day that is %s', (dayProblem) => {
    const verdict = judged({ said: ended }, '2026-05-12', { dayProblem });
    expect([verdict.state, codes(verdict)]).toEqual(['held', ['day_untrusted']]);
  });
});

describe('the acts of the window', () => {
  it('end a file by inactivity, and take it up again: each moves the clock', () => {
    const today = day('2026-10-20');
    const file = consentedFile(today);
    file.answer('case.support_form', 'counselling');
    file.answer('case.first_interview_date', '2026-01-15');
    const clock = (on: string) => clockOf(file, office(on));
    expect(clock('2026-10-20')).toMatchObject({ act: 'end', state: 'due', day: '2026-10-01' });

    const wish = { ...file, caseState: file.caseState, person: file.person, day: today, today };
    const keep = (decided: ReturnType<typeof decideEnd>): void => {
      if (!decided.ok) throw new Error(JSON.stringify(decided.error));
      for (const { record, body } of decided.value) file.append(record, body);
    };
    keep(decideEnd({ ...wish, reason: 'inactivity', entry: EntryId.parse('e'.repeat(32)) }));
    expect(clock('2026-10-20')).toMatchObject({ act: 'anonymise', state: 'ahead', day: '2026-12-20', limit: '2027-01-20' });

    const resumed = decideResume({ ...wish, caseState: file.caseState, reason: '', entry: EntryId.parse('f'.repeat(32)), endLine: EntryId.parse('f'.repeat(32)) });
    if (!resumed.ok) throw new Error(JSON.stringify(resumed.error));
    for (const { record, body } of resumed.value) file.append(record, body);
    // Not ended again the same night: who took it up again decided that it goes on.
    expect(clock('2026-10-20')).toMatchObject({ act: 'end', state: 'ahead', day: '2027-07-06', text: expect.stringContaining('Wiederaufgenommen am 20.10.2026, seither keine Aktivität') as string });
  });
});
