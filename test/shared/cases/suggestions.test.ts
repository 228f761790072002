import { describe, expect, it } from 'vitest';
import { caseSuggestions } from '../../../shared/cases/suggestions.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { consentedFile, day, openFile } from './test-file.ts';

const today = day('2026-02-03');

function suggested(values: Readonly<Record<string, AnswerValue>>): readonly (readonly [string, AnswerValue])[] {
  const file = consentedFile(today);
  for (const [field, value] of Object.entries(values)) file.answer(field, value);
  return caseSuggestions(file.catalogue, file.answers, today).map(({ field, value }) => [field, value]);
}

const here = { 'person.country_of_birth': '000' };

describe('Migrationshintergrund by § 6 MighEV', () => {
  it.each<[string, Readonly<Record<string, AnswerValue>>, string | null]>([
    ['born abroad', { 'person.country_of_birth': '475', 'person.citizenship_1': '000' }, 'own_migration'],
    ['born here without German citizenship', { ...here, 'person.citizenship_1': '163' }, 'foreign_born_here'],
    ['born here without any citizenship', { ...here, 'person.citizenship_1': '997' }, 'foreign_born_here'],
    ['born here, German, the mother born abroad', { ...here, 'person.citizenship_1': '000', 'person.mother_country_of_birth': '163', 'person.father_country_of_birth': '000' }, 'parent_migration'],
    ['born here, German beside another citizenship, the father born abroad', { ...here, 'person.citizenship_1': '163', 'person.citizenship_2': '000', 'person.father_country_of_birth': '163' }, 'parent_migration'],
    ['born here, German, both parents born here', { ...here, 'person.citizenship_1': '000', 'person.mother_country_of_birth': '000', 'person.father_country_of_birth': '000' }, 'none'],
    ['born here, German, one parent unknown', { ...here, 'person.citizenship_1': '000', 'person.mother_country_of_birth': '000' }, null],
    ['born here, citizenship not yet asked', here, null],
    ['birth country unknown', { 'person.country_of_birth': { special: 'unknown' }, 'person.citizenship_1': '163' }, null],
    ['birth country unclear', { 'person.country_of_birth': '998', 'person.citizenship_1': '163' }, null],
    ['nothing asked', {}, null],
    ['answered already', { 'person.country_of_birth': '475', 'case.migration_background': 'none' }, null],
    ['answered with "keine Angabe"', { 'person.country_of_birth': '475', 'case.migration_background': { special: 'not_stated' } }, null],
  ])('%s', (_name, values, value) => {
    expect(suggested(values)).toEqual(value === null ? [] : [['case.migration_background', value]]);
  });

  it('says its reason and its answer in words', () => {
    const file = consentedFile(today);
    file.answer('person.country_of_birth', '475');
    expect(caseSuggestions(file.catalogue, file.answers, today)).toEqual([
      { field: 'case.migration_background', entry: null, value: 'own_migration', display: 'selbst zugewandert', reason: 'Geburtsland ist Syrien (§ 6 MighEV).' },
    ]);
  });
});

describe('the beginning of the Case Management', () => {
  const agreed = { 'integration_plan.status': 'agreed', 'integration_plan.signed_on': '2026-01-26' };

  it('is the day the plan was agreed', () => {
    expect(suggested({ 'case.support_form': 'counselling', 'case.counselling_start': '2026-01-12', ...agreed })).toEqual([
      ['case.support_form', 'case_management'],
      ['case.cm_start', '2026-01-26'],
    ]);
  });

  it.each<[string, Readonly<Record<string, AnswerValue>>]>([
    ['a draft', { 'integration_plan.status': 'draft', 'integration_plan.created_on': '2026-01-20' }],
    ['a refused plan', { 'integration_plan.status': 'declined', 'integration_plan.created_on': '2026-01-20' }],
    ['a plan whose Case Management has ended', { 'case.support_form': 'counselling', 'case.counselling_start': '2026-01-12', 'case.cm_start': '2026-01-26', 'case.cm_end': '2026-02-01', ...agreed }],
    ['who was asked and is not in', { 'case.support_form': 'counselling', 'case.counselling_start': '2026-01-12', 'consent.case_management_agreed': false, ...agreed }],
    ['a file that has ended', { 'case.support_form': 'counselling', 'case.counselling_start': '2025-06-01', 'case.counselling_end': '2026-02-01', ...agreed }],
    ['a file that says all that', { 'case.support_form': 'case_management', 'case.cm_start': '2026-01-26', ...agreed }],
  ])('is not suggested for %s', (_name, values) => {
    expect(suggested(values)).toEqual([]);
  });

  it('ends the Beratung before it, which began with the first talk', () => {
    expect(suggested({ 'case.support_form': 'counselling', 'case.first_interview_date': '2026-01-12' })).toEqual([['case.counselling_start', '2026-01-12']]);
    expect(suggested({ 'case.support_form': 'case_management', 'case.counselling_start': '2026-01-12', 'case.cm_start': '2026-01-26' })).toEqual([['case.counselling_end', '2026-01-26']]);
  });
});

it('without consent nothing is suggested, and never whether she was here before', () => {
  const file = openFile(today);
  file.answer('case.support_form', 'counselling');
  file.answer('case.first_interview_date', '2026-01-12');
  expect(caseSuggestions(file.catalogue, file.answers, today)).toEqual([]);
  expect(suggested({ 'case.support_form': 'counselling', 'case.first_interview_date': '2026-01-12' }).map(([field]) => field)).not.toContain('case.previous_case_management');
});
