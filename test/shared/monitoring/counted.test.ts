import { describe, expect, it } from 'vitest';
import { countedYears } from '../../../shared/monitoring/counted.ts';
import { supportForm } from '../../../shared/monitoring/dimensions/support-form.ts';
import { deriveFacts } from '../../../shared/monitoring/facts.ts';
import { formatPeriod, parsePeriod, yearlyPeriod } from '../../../shared/monitoring/period.ts';
import { day, fileWith, type Values } from './case-file.ts';

const today = day('2026-08-01');

describe('counted in a year is who had a contact in it or an agreed plan running', () => {
  it.each<[string, Values, readonly number[]]>([
    ['nothing written down', {}, []],
    ['a first talk', { 'case.first_interview_date': '2025-05-05' }, [2025]],
    ['a file that stayed open without a contact', { 'case.counselling_start': '2023-05-05' }, [2023]],
    [
      'Beratung that began and ended',
      { 'case.counselling_start': '2023-05-05', 'case.counselling_end': '2025-01-10' },
      [2023, 2025],
    ],
    [
      'an agreed plan that runs',
      {
        'case.first_interview_date': '2023-12-30',
        'integration_plan.status': 'agreed',
        'integration_plan.signed_on': '2024-01-15',
      },
      [2023, 2024, 2025, 2026],
    ],
    ['a draft', { 'integration_plan.status': 'draft', 'integration_plan.created_on': '2024-01-15' }, [2024]],
    [
      'an agreed plan until the CM ended',
      { 'integration_plan.signed_on': '2023-02-01', 'case.cm_end': '2025-02-01' },
      [2023, 2024, 2025],
    ],
    ['a CM without an agreed plan', { 'case.cm_start': '2023-02-01' }, [2023]],
    ['a date of next year', { 'case.first_interview_date': '2027-01-01' }, []],
    ['a date later this year', { 'case.first_interview_date': '2026-08-02' }, []],
    ['a plan agreed in the future', { 'integration_plan.status': 'agreed', 'integration_plan.signed_on': '2026-09-01' }, []],
    ['"unbekannt" instead of a date', { 'case.first_interview_date': { special: 'unknown' } }, []],
    ['a plan signed in a mistyped year', { 'integration_plan.status': 'agreed', 'integration_plan.signed_on': '1926-02-01' }, []],
    [
      'a mistyped year beside a date that can be true',
      {
        'case.first_interview_date': '2026-01-05',
        'integration_plan.status': 'agreed',
        'integration_plan.signed_on': '1926-02-01',
        'integration_plan.created_on': '2025-11-20',
      },
      [2025, 2026],
    ],
    ['contacts in years no support is as old as', { 'case.first_interview_date': '1999-12-31', 'case.counselling_start': '2010-12-31' }, []],
    ['the first year that can count', { 'case.first_interview_date': '2011-01-01' }, [2011]],
    [
      'papers and planned dates only',
      { 'integration_plan.next_review': '2025-01-01', 'consent.data_processing_date': '2025-01-01' },
      [],
    ],
  ])('%s', (_, values, years) => {
    expect(countedYears(fileWith(values), today)).toEqual(years);
  });

  it('a goal reached is a contact', () => {
    const file = fileWith({ 'case.first_interview_date': '2023-05-05' }, [{ 'goal.attained_on': '2025-01-01' }, {}]);
    expect(countedYears(file, today)).toEqual([2023, 2025]);
  });
});

describe('contacts', () => {
  const with_ = (contact: Values): readonly number[] => countedYears(fileWith({}, [contact], 'contact'), today);

  it.each<[string, Values, readonly number[]]>([
    ['a talk with her', { 'contact.recipient': 'young_person' }, [2024]],
    ['a letter of which nobody said to whom', { 'contact.form': 'correspondence' }, [2024]],
    ['a talk with her parents', { 'contact.recipient': 'parents_guardians' }, [2024]],
    ['a talk with the school about her', { 'contact.recipient': 'relatives_third_parties' }, []],
    ['an appointment nobody came to', { 'contact.recipient': 'young_person', 'contact.no_show': true }, []],
    ['a day that has not come', { 'contact.recipient': 'young_person', 'contact.date': '2026-08-02' }, []],
    ['the ninth contact of a year', { 'contact.recipient': 'young_person', 'contact.date': '2026-07-31' }, [2026]],
  ])('%s', (_name, contact, years) => {
    expect(with_({ 'contact.date': '2024-05-06', ...contact })).toEqual(years);
  });
});

describe('a support that was taken up again', () => {
  const agreed = { 'case.support_form': 'case_management', 'case.cm_start': '2021-03-01', 'integration_plan.status': 'agreed', 'integration_plan.signed_on': '2021-03-01' };
  const course = [
    { 'course_event.kind': 'started', 'course_event.day': '2021-03-01' },
    { 'course_event.kind': 'resumed', 'course_event.day': '2025-02-01' },
    { 'course_event.kind': 'ended', 'course_event.day': '2022-11-30' },
  ];

  it('is counted in the years it ran, not in those between', () => {
    const file = fileWith(agreed, course, 'course_event');
    expect(countedYears(file, today)).toEqual([2021, 2022, 2025, 2026]);
    expect([2021, 2022, 2023, 2024, 2025].map((year) => supportForm.code(file, { year, today }))).toEqual([
      'case_management',
      'case_management',
      'counselling',
      'counselling',
      'case_management',
    ]);
  });

  it('is counted while an agreed plan runs, also where nobody confirmed it as CM and it counts as Beratung', () => {
    const file = fileWith({ ...agreed, 'case.cm_start': null, 'case.support_form': 'counselling', 'integration_plan.signed_on': '2024-12-20' });
    expect(countedYears(file, today)).toEqual([2024, 2025, 2026]);
    expect([2024, 2026].map((year) => supportForm.code(file, { year, today }))).toEqual(['counselling', 'counselling']);
  });

  it('goes on in Case Management though the Beratung before it ended some days after the plan was agreed', () => {
    const file = fileWith({ ...agreed, 'integration_plan.signed_on': '2024-12-20', 'case.cm_start': '2025-01-08', 'case.counselling_end': '2025-01-08' });
    expect(countedYears(file, today)).toEqual([2024, 2025, 2026]);
  });
});

describe('facts', () => {
  const file = fileWith({
    'case.first_interview_date': '2025-11-05',
    'case.gender': 'w',
    'case.date_of_birth': '2007-06-01',
    'case.counselling_end': '2026-02-01',
  });

  it('are one row per counted year with its own age', () => {
    const keys = { '2025': { named: 1, sums: 2 }, '2026': { named: 3, sums: 4 }, '2024': { named: 5, sums: 6 } };
    const { facts, missingKeys } = deriveFacts(file, keys, today);
    expect(missingKeys).toEqual([]);
    expect(Object.keys(facts)).toEqual(['2025', '2026']);
    expect(facts['2025']).toEqual({
      codes: {
        support_form: 'counselling',
        gender: 'w',
        age_group: '15_18',
        time_since_entry: 'unknown',
        cm_flow: 'none',
        destination: 'not_ended',
      },
      keyNamed: 1,
      keySums: 2,
    });
    expect(facts['2026']?.codes['age_group']).toBe('19_26');
  });

  it('ask for count keys that were never drawn', () => {
    expect(deriveFacts(file, { '2025': { named: 1, sums: 2 } }, today)).toMatchObject({ missingKeys: [2026] });
  });
});

describe('periods', () => {
  it.each([
    ['2026', { year: 2026, half: null }],
    ['2026-H1', { year: 2026, half: 1 }],
    ['2026-H2', { year: 2026, half: 2 }],
  ] as const)('%s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
    expect(formatPeriod(period)).toBe(text);
  });

  it.each(['2026-H3', '26', '2026-Q1', '1999', ''])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('are counted by the year; a half-year is refused', () => {
    expect(yearlyPeriod({ year: 2026, half: null })).toEqual({ ok: true, value: { year: 2026, half: null } });
    expect(yearlyPeriod({ year: 2026, half: 1 })).toEqual({ ok: false, error: { type: 'HalfYearNotSupported' } });
  });
});
