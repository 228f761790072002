import { describe, expect, it } from 'vitest';
import { nextDates } from '../../../shared/cases/next-dates.ts';
import { turnsBetween } from '../../../shared/cases/turning-day.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

/** Ahmad, born 01.01.2009, agreed with his guardian in 2026. */
function ahmad(more: Readonly<Record<string, AnswerValue>> = {}): TestFile {
  const file = consentedFile(day('2027-06-01'));
  const answers = { 'case.date_of_birth': '2009-01-01', 'consent.data_processing_date': '2026-03-02', 'consent.granted_by': 'both', ...more };
  for (const [field, value] of Object.entries(answers)) file.answer(field, value);
  return file;
}
const due = (file: TestFile, on: string) => nextDates(file.catalogue, file.answers, day(on)).filter(({ kind }) => kind === 'of_age');

describe('the 18th birthday', () => {
  it('is put before the counsellor eight weeks ahead', () => {
    expect(due(ahmad(), '2026-11-05')).toEqual([]);
    expect(due(ahmad(), '2026-11-06')).toEqual([
      { day: '2027-01-01', kind: 'of_age', entry: null, text: 'Wird am 01.01.2027 18: eigene Einwilligung nötig, Rechte der Personensorgeberechtigten enden' },
    ]);
  });

  it('stays until her own consent is there, or the task is done', () => {
    expect(due(ahmad(), '2027-02-01')).toHaveLength(1);
    expect(due(ahmad({ 'consent.data_processing_date': '2027-01-04' }), '2027-02-01')).toEqual([]);
    expect(due(ahmad(), '2027-02-01')[0]?.text).toBe('Ist seit dem 01.01.2027 18: eigene Einwilligung nötig, Rechte der Personensorgeberechtigten enden');
    const file = ahmad();
    const task = file.add('task');
    file.answer('task.kind', 'own_consent_of_age', task);
    expect(due(file, '2027-02-01')).toHaveLength(1);
    file.answer('task.done_on', '2027-01-11', task);
    expect(due(file, '2027-02-01')).toEqual([]);
  });

  it('does not vanish on the day where nobody knows the day of the consent: with „Rest unbekannt“ it stays until a later one stands', () => {
    for (const givenBy of ['both', 'legal_guardian', 'young_person', null]) {
      const file = ahmad({ 'consent.granted_by': givenBy, 'consent.data_processing_date': { special: 'unknown' } });
      for (const on of ['2026-12-31', '2027-01-01', '2028-06-01']) expect(due(file, on)).toHaveLength(1);
      file.answer('consent.data_processing_date', '2027-01-04');
      expect(due(file, '2027-02-01')).toEqual([]);
    }
  });

  it('is nothing for who was grown up when the consent was written down, its day unknown; with guardians she was not', () => {
    const grown = (givenBy: AnswerValue) => due(ahmad({ 'case.date_of_birth': '2005-01-01', 'consent.granted_by': givenBy, 'consent.data_processing_date': { special: 'unknown' } }), '2026-12-01');
    expect([grown('young_person'), grown({ special: 'unknown' }), grown('legal_guardian').length]).toEqual([[], [], 1]);
  });

  it('says when the date is estimated, and asks for no second consent where she gave it alone', () => {
    expect(due(ahmad({ 'case.date_of_birth_precision': 'estimated' }), '2026-12-01')[0]?.text).toContain('Geburtstag geschätzt');
    expect(due(ahmad({ 'consent.granted_by': 'young_person' }), '2026-12-01')[0]?.text).toBe('Wird am 01.01.2027 18: Rechte der Personensorgeberechtigten enden');
  });

  it('is nothing for who came grown up, without consent, or after the end', () => {
    expect(due(ahmad({ 'case.date_of_birth': '2001-01-01' }), '2026-12-01')).toEqual([]);
    expect(due(ahmad({ 'consent.data_processing_status': 'withdrawn' }), '2026-12-01')).toEqual([]);
    expect(due(ahmad({ 'case.support_form': 'counselling', 'case.counselling_end': '2026-10-01' }), '2026-12-01')).toEqual([]);
  });

  it('of somebody born on 29 February is 1 March where the year has no such day', () => {
    expect(due(ahmad({ 'case.date_of_birth': '2008-02-29', 'consent.data_processing_date': '2024-03-01' }), '2026-02-01').map(({ day: on }) => on)).toEqual(['2026-03-01']);
  });

  it('turns up and goes on a day the projection knows of', () => {
    for (const born of ['2009-01-01', '2008-02-29', '2009-02-20', '2009-07-30', '2009-12-31']) {
      const file = ahmad({ 'case.date_of_birth': born, 'consent.data_processing_date': null });
      const { caseState, person } = file;
      for (let on = day('2026-01-02'); on < day('2027-12-30'); on = addDays(on, 1)) {
        const next = addDays(on, 1);
        if (!turnsBetween([caseState, person], on, next)) expect([next, due(file, next)]).toEqual([next, due(file, on)]);
      }
    }
  });
});
