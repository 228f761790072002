import { describe, expect, it } from 'vitest';
import { automaticAnswers } from '../../../shared/cases/automatic-answers.ts';
import { ageOf, caseName, caseStatus, firstName, lastActivity, spokenName } from '../../../shared/cases/case-status.ts';
import { nextDates } from '../../../shared/cases/next-dates.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { AttachmentId } from '../../../shared/domain/ids.ts';
import { consentedFile, day } from './test-file.ts';

const today = day('2026-02-03');

function fileWith(answers: Readonly<Record<string, AnswerValue>>) {
  const file = consentedFile(today);
  for (const [field, value] of Object.entries(answers)) file.answer(field, value);
  return file;
}

describe('the status of a case', () => {
  it.each([
    ['a new file is open', {}, 'open'],
    ['a talk six months ago is still open', { 'case.first_interview_date': '2025-08-03' }, 'open'],
    ['a day longer without activity is dormant', { 'case.first_interview_date': '2025-08-02' }, 'dormant'],
    ['an ended Beratung is over', { 'case.support_form': 'counselling', 'case.counselling_end': '2026-02-03' }, 'closed'],
    ['an end tomorrow is not there yet', { 'case.support_form': 'counselling', 'case.counselling_end': '2026-02-04' }, 'open'],
    [
      'a CM goes on though the Beratung before it ended',
      { 'case.support_form': 'case_management', 'case.counselling_end': '2025-12-01' },
      'open',
    ],
    ['a Beratung goes on after the CM ended', { 'case.support_form': 'counselling', 'case.cm_end': '2025-12-01' }, 'open'],
    ['an end without a form of support is an end', { 'case.cm_end': '2025-12-01' }, 'closed'],
    ['a hand-over is called so', { 'case.cm_end': '2025-12-01', 'evaluation.end_reason': 'transfer_other_jmd' }, 'transferred'],
  ] as const)('%s', (_name, answers, status) => {
    const file = fileWith(answers);
    expect(caseStatus(file.catalogue, file.answers, today)).toBe(status);
  });

  it('takes activity from marked dates only, in entries too, and never from the future', () => {
    const file = fileWith({ 'case.first_interview_date': '2025-03-01', 'consent.data_processing_date': '2026-01-10' });
    expect(lastActivity(file.catalogue, file.answers, today)).toBe('2025-03-01');
    const conference = file.add('case_conference');
    file.answer('case_conference.date', '2026-03-01', conference);
    expect(lastActivity(file.catalogue, file.answers, today)).toBe('2025-03-01');
    file.answer('case_conference.date', '2025-11-20', conference);
    expect(lastActivity(file.catalogue, file.answers, today)).toBe('2025-11-20');
    file.retire(conference);
    expect(lastActivity(file.catalogue, file.answers, today)).toBe('2025-03-01');
  });
});

describe('what the automatic fields show', () => {
  it('is computed from the file', () => {
    const file = fileWith({ 'case.support_form': 'counselling', 'case.counselling_end': '2025-12-31' });
    file.append('case', {
      type: 'keepDocument',
      document: {
        attachment: AttachmentId.parse('a'.repeat(32)),
        purpose: 'plan',
        version: 2,
        day: day('2025-11-05'),
        language: 'de',
        sha256: '0'.repeat(64),
        bytes: 10,
      },
    });
    expect(automaticAnswers(file.catalogue, file.caseState, file.answers, today)).toEqual({
      'case.status': 'closed',
      'case.last_activity_date': '2025-12-31',
      'case.anonymise_due': '2026-02-28',
      'integration_plan.version': 2,
      'integration_plan.printed_on': '2025-11-05',
    });
  });

  it('names only fields the catalogue calls automatic', () => {
    const file = fileWith({});
    for (const id of Object.keys(automaticAnswers(file.catalogue, file.caseState, file.answers, today))) {
      expect(file.catalogue.field(id)?.type).toBe('automatic');
    }
  });
});

describe('the name', () => {
  it.each([
    ['Haydari', 'Amira', null, 'Haydari, Amira', 'Amira Haydari', 'Amira'],
    ['Haydari', 'Amira Maryam', 'Maryam', 'Haydari, Amira Maryam', 'Maryam Haydari', 'Maryam'],
    [null, 'Ahmad', null, 'Ahmad', 'Ahmad', 'Ahmad'],
    ['Nguyen', null, null, 'Nguyen', 'Nguyen', ''],
    [null, null, 'Sami', 'Sami', 'Sami', 'Sami'],
    [null, null, null, '', '', ''],
    [{ special: 'unknown' }, 'Leyla', null, 'Leyla', 'Leyla', 'Leyla'],
  ] as const)('%j %j %j is listed as "%s" and spoken "%s"', (last, first, called, listed, spoken, short) => {
    const { answers } = fileWith({ 'person.last_name': last, 'person.first_name': first, 'person.call_name': called });
    expect(caseName(answers)).toBe(listed);
    expect(spokenName(answers)).toBe(spoken);
    expect(firstName(answers)).toBe(short);
  });
});

describe('the age', () => {
  it.each([
    ['2008-02-03', 18],
    ['2008-02-04', 17],
    [null, null],
    [{ special: 'unknown' }, null],
  ] as const)('born %j: %j', (born, age) => {
    expect(ageOf(fileWith({ 'case.date_of_birth': born }).answers, today)).toBe(age);
  });
});

describe('next dates', () => {
  it('are reviews, open goals and open steps, earliest first, in their own words', () => {
    const file = fileWith({ 'integration_plan.next_review': '2026-05-04', 'person.residence_valid_until': '2026-09-30' });
    const goal = file.add('goal');
    file.write('goal.description', 'Ich will den B1-Kurs schaffen.', goal);
    file.answer('goal.target_date', '2026-07-01', goal);
    const [late, done] = [file.add('action_step', goal), file.add('action_step', goal)];
    file.answer('action_step.task', 'Beim Kursträger anmelden', late);
    file.answer('action_step.due_date', '2026-01-20', late);
    file.answer('action_step.task', 'Ausweis mitbringen', done);
    file.answer('action_step.due_date', '2026-01-10', done);
    file.answer('action_step.status', 'done', done);

    expect(nextDates(file.catalogue, file.answers, today)).toEqual([
      { day: '2026-01-20', kind: 'step', entry: late, text: 'Beim Kursträger anmelden' },
      { day: '2026-05-04', kind: 'review', entry: null, text: 'Nächste Überprüfung' },
      { day: '2026-07-01', kind: 'goal', entry: goal, text: 'Ich will den B1-Kurs schaffen.' },
      { day: '2026-09-30', kind: 'residence', entry: null, text: 'Aufenthaltsstatus gültig bis' },
    ]);
  });

  it('end with the support', () => {
    const file = fileWith({ 'integration_plan.next_review': '2026-05-04', 'case.counselling_end': '2026-02-01' });
    expect(nextDates(file.catalogue, file.answers, today)).toEqual([]);
  });

  it('leave out what a reached goal wanted', () => {
    const file = fileWith({});
    const goal = file.add('goal');
    file.answer('goal.target_date', '2026-07-01', goal);
    file.answer('goal.attainment', 'reached', goal);
    expect(nextDates(file.catalogue, file.answers, today)).toEqual([]);
  });
});
