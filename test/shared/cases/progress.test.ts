import { describe, expect, it } from 'vitest';
import { caseProgress } from '../../../shared/cases/progress.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, openFile, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const progress = (file: TestFile) => caseProgress(file.catalogue, file.answers, today);
const gaps = (file: TestFile, entry: EntryId | null = null) =>
  progress(file)
    .gaps.filter((gap) => gap.entry === entry)
    .map((gap) => gap.field);

describe('gaps', () => {
  it('before consent are only what may be answered', () => {
    expect(gaps(openFile(today))).toEqual([
      'case.caseworker_id',
      'case.support_form',
      'case.first_interview_date',
      'consent.data_processing_status',
      'case.gender',
      'case.access_path',
      'case.initial_concern',
      'consent.disclosure_to_third_parties',
      'consent.cooperation_with_third_parties',
    ]);
  });

  it('with consent are names, birth date and citizenship too', () => {
    expect(gaps(consentedFile(today))).toEqual(
      expect.arrayContaining(['person.last_name', 'person.first_name', 'case.date_of_birth', 'person.citizenship_1']),
    );
  });

  it('CM needs a screening, a start, the agreement, a German level and a plan; Beratung does not', () => {
    const inManagement = [
      'case.screening_result',
      'case.cm_admission_check',
      'consent.case_management_agreed',
      'case.cm_start',
      'person.german_level_start',
      'integration_plan.status',
      'integration_plan.created_on',
    ];
    const file = consentedFile(today);
    for (const field of inManagement) expect(gaps(file)).not.toContain(field);
    file.answer('case.support_form', 'case_management');
    expect(gaps(file)).toEqual(expect.arrayContaining(inManagement));
    expect(gaps(file)).not.toContain('case.counselling_start');
    file.answer('case.support_form', 'counselling');
    for (const field of inManagement) expect(gaps(file)).not.toContain(field);
    expect(gaps(file)).toContain('case.counselling_start');
  });

  it('close with "unbekannt" as with any answer, and open again when the answer is taken back', () => {
    const file = consentedFile(today);
    file.answer('case.gender', { special: 'unknown' });
    expect(gaps(file)).not.toContain('case.gender');
    file.answer('case.gender', null);
    expect(gaps(file)).toContain('case.gender');
  });

  it('do not ask a person with one name for another', () => {
    const file = consentedFile(today);
    expect(gaps(file)).toContain('person.last_name');
    file.answer('person.single_name', true);
    expect(gaps(file)).not.toContain('person.last_name');
    expect(gaps(file)).toContain('person.first_name');
  });

  it('never ask for the parents of a minor', () => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', '2010-05-01');
    expect(gaps(file).filter((field) => field.startsWith('guardian') || field === 'person.guardian_situation')).toEqual([]);
    expect(gaps(file)).toContain('consent.granted_by');
  });

  it('do not ask who consented for a grown-up', () => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', '2004-05-01');
    expect(gaps(file)).not.toContain('consent.granted_by');
  });

  it('ask for the entry of whoever migrated herself, and hide it for whoever was born here', () => {
    const file = consentedFile(today);
    file.answer('case.migration_background', 'own_migration');
    expect(gaps(file)).toContain('person.entry_year_month');
    file.answer('person.country_of_birth', '000');
    expect(gaps(file)).not.toContain('person.entry_year_month');
    expect(progress(file).shown['']).not.toContain('person.entry_year_month');
  });

  it('belong to each entry, and an empty group has none', () => {
    const file = consentedFile(today);
    expect(progress(file).gaps.filter((gap) => gap.section === '4')).toEqual([]);
    const goal = file.add('goal');
    expect(gaps(file, goal)).toEqual(['goal.description', 'goal.area', 'goal.target_date']);
    const step = file.add('action_step', goal);
    expect(gaps(file, step)).toEqual([
      'action_step.task',
      'action_step.responsible',
      'action_step.due_date',
      'action_step.status',
    ]);
    file.write('goal.description', 'Ich will Elektrikerin werden.', goal);
    expect(gaps(file, goal)).toEqual(['goal.area', 'goal.target_date']);
    file.retire(goal);
    expect(progress(file).gaps.filter((gap) => gap.section === '4')).toEqual([]);
  });

  it('ask how a goal stands when the plan is reviewed', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    expect(gaps(file, goal)).not.toContain('goal.attainment');
    file.answer('integration_plan.status', 'under_review');
    expect(gaps(file, goal)).toContain('goal.attainment');
    file.answer('goal.attainment', 'reached', goal);
    expect(gaps(file, goal)).toContain('goal.attained_on');
  });

  it('at the end ask for the day and the reason, each when the other is there', () => {
    const file = consentedFile(today);
    file.answer('case.support_form', 'counselling');
    file.answer('evaluation.end_reason', 'relocation');
    expect(gaps(file)).toContain('case.counselling_end');
    file.answer('evaluation.end_reason', null);
    file.answer('case.counselling_end', '2026-02-01');
    expect(gaps(file)).toContain('evaluation.end_reason');
    expect(gaps(file)).not.toContain('evaluation.destination');
    file.answer('case.cm_end', '2026-02-01');
    expect(gaps(file)).toContain('evaluation.destination');
  });
});

describe('what is on the form', () => {
  it.each([
    [null, true],
    [{ special: 'unknown' } as const, true],
    ['423', true],
    ['000', false],
  ])('with the birth country %j the entry to Germany is asked: %s', (country, asked) => {
    const file = consentedFile(today);
    if (country !== null) file.answer('person.country_of_birth', country);
    expect(progress(file).shown['']?.includes('person.entry_year_month')).toBe(asked);
  });
});

describe('completeness of a section', () => {
  it('counts what is on the form and what is answered', () => {
    const file = consentedFile(today);
    const before = progress(file).sections.find((section) => section.section === '2.1');
    file.answer('person.last_name', 'Haydari');
    const after = progress(file).sections.find((section) => section.section === '2.1');
    expect(after?.shown).toBe(before?.shown);
    expect(after?.answered).toBe((before?.answered ?? 0) + 1);
    expect(after?.gaps).toBe((before?.gaps ?? 0) - 1);
  });

  it('shows conditional fields when their condition holds', () => {
    const file = consentedFile(today);
    expect(progress(file).shown['']).not.toContain('case.access_path_other');
    file.answer('case.access_path', 'other');
    expect(progress(file).shown['']).toContain('case.access_path_other');
    const goal = file.add('goal');
    expect(progress(file).shown[goal]).toContain('goal.area');
  });
});

describe('"der Rest ist unbekannt"', () => {
  it('closes every gap of a file in one go, also those that an answer opens', () => {
    const file = consentedFile(today);
    file.answer('case.caseworker_id', '5'.repeat(32));
    file.answer('case.support_form', 'case_management');
    file.answer('case.cm_end', '2026-02-01');
    const goal = file.add('goal');
    file.fill();
    expect(progress(file).gaps).toEqual([]);
    expect(file.answers.value('goal.description', goal)).toEqual({ special: 'unknown' });
    expect(file.answers.value('evaluation.destination')).toEqual({ special: 'unknown' });
  });

  it('keeps to one section', () => {
    const file = consentedFile(today);
    const before = gaps(file).filter((field) => !field.startsWith('person.'));
    file.fill('2.1');
    expect(gaps(file)).toEqual(before);
  });

  it('leaves what has no "unbekannt" and what needs consent', () => {
    const file = openFile(today);
    file.fill();
    expect(gaps(file)).toEqual(['case.caseworker_id', 'consent.data_processing_status']);
    expect(file.answers.value('person.last_name')).toBeNull();
  });

  it('touches no answer that is there', () => {
    const file = consentedFile(today);
    file.answer('case.gender', 'w');
    expect(file.fill().map(({ body }) => (body.type === 'answer' ? body.field : ''))).not.toContain('case.gender');
  });
});

describe('remarks', () => {
  const remarks = (file: TestFile) => progress(file).remarks.map((remark) => remark.text);

  it.each([
    ['2014-02-04', ['Beim Erstgespräch nicht zwischen 12 und 26 Jahre alt.']],
    ['2014-02-03', []],
    ['1999-02-04', []],
    ['1999-02-03', ['Beim Erstgespräch nicht zwischen 12 und 26 Jahre alt.']],
  ])('born on %s, first talk on 03.02.2026: %j', (born, expected) => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', born);
    file.answer('case.first_interview_date', '2026-02-03');
    expect(remarks(file)).toEqual(expected);
  });

  it('are silent while one day is missing or unknown', () => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', '1980-01-01');
    expect(remarks(file)).toEqual([]);
    file.answer('case.first_interview_date', { special: 'unknown' });
    expect(remarks(file)).toEqual([]);
  });

  it.each([
    ['counselling', 'case.counselling_start', 'case.counselling_end', 'Die Beratung endet vor ihrem Beginn.'],
    ['case_management', 'case.cm_start', 'case.cm_end', 'Das CM endet vor seinem Beginn.'],
    ['counselling', 'case.first_interview_date', 'case.counselling_end', 'Die Beratung endet vor dem Erstgespräch.'],
    ['case_management', 'case.first_interview_date', 'case.cm_end', 'Das CM endet vor dem Erstgespräch.'],
  ])('of a %s that ends before its %s is written: said at the end, and nothing is refused', (form, begins, ends, text) => {
    const file = consentedFile(today);
    file.answer('case.support_form', form);
    file.answer(begins, '2026-02-03');
    file.answer(ends, '2026-02-02');
    expect(progress(file).remarks.filter(({ field }) => field === ends)).toEqual([{ field: ends, entry: null, text }]);
    file.answer(ends, '2026-02-03');
    expect(remarks(file)).toEqual([]);
  });

  it('are not about what is not on the form: a consent given again is later than the withdrawal before it', () => {
    const file = consentedFile(today);
    file.answer('consent.withdrawn_date', '2026-02-02');
    file.answer('consent.data_processing_date', '2026-02-03');
    expect(remarks(file)).toEqual([]);
    file.answer('consent.data_processing_status', 'withdrawn');
    expect(remarks(file)).toEqual(['Der Widerruf liegt vor der Einwilligung.']);
  });

  it('stand at the entry they are about', () => {
    const file = consentedFile(today);
    const step = file.add('action_step', file.add('goal'));
    file.answer('action_step.start_date', '2026-03-02', step);
    file.answer('action_step.due_date', '2026-03-01', step);
    expect(progress(file).remarks).toEqual([
      { field: 'action_step.due_date', entry: step, text: 'Der Arbeitsschritt endet vor seinem Beginn.' },
    ]);
  });
});
