import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { ageGroup } from '../../../shared/monitoring/dimensions/age-group.ts';
import { dimensions } from '../../../shared/monitoring/dimensions/all.ts';
import { cmFlow } from '../../../shared/monitoring/dimensions/cm-flow.ts';
import { destination } from '../../../shared/monitoring/dimensions/destination.ts';
import { gender } from '../../../shared/monitoring/dimensions/gender.ts';
import { supportForm } from '../../../shared/monitoring/dimensions/support-form.ts';
import { timeSinceEntry } from '../../../shared/monitoring/dimensions/time-since-entry.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import { day, fileWith, type Values } from './case-file.ts';

const today = day('2026-08-01');
const in2026 = { year: 2026, today };

describe('every dimension', () => {
  it('gives one of its own codes for an empty file', () => {
    for (const dimension of dimensions) {
      expect(dimension.codes.map(({ code }) => code)).toContain(dimension.code(fileWith({}), in2026));
    }
  });

  it('has each code once, with a label', () => {
    for (const { codes } of dimensions) {
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
      expect(codes.every(({ label }) => label.length > 3)).toBe(true);
    }
  });
});

describe('dimensions and catalogue', () => {
  it('read fields that are there', () => {
    for (const field of dimensions.flatMap(({ reads }) => reads)) expect(currentCatalogue.field(field)?.id).toBe(field);
  });

  it.each([
    [gender, 'gender', ['unknown']],
    [destination, 'destination', ['not_ended', 'unknown']],
    [supportForm, 'support_form', []],
  ] as const)('have the codes of the list (%#)', (dimension, list, own) => {
    const codes = [...currentCatalogue.codes(list).map(({ code }) => code), ...own];
    expect(new Set(dimension.codes.map(({ code }) => code))).toEqual(new Set(codes));
  });

  it('belong to one edition', () => {
    expect(defaultPlan.catalogue).toBe(currentCatalogue.edition);
  });
});

describe('gender', () => {
  it.each([
    ['w', 'w'],
    ['m', 'm'],
    ['d', 'd'],
    ['x', 'x'],
    [{ special: 'not_stated' }, 'x'],
    [{ special: 'unknown' }, 'unknown'],
    [{ special: 'not_asked' }, 'unknown'],
    [{ special: 'not_recorded' }, 'unknown'],
    [null, 'unknown'],
    ['something else', 'unknown'],
  ] as const)('%j counts as %s', (value, code) => {
    expect(gender.code(fileWith({ 'case.gender': value }), in2026)).toBe(code);
  });
});

describe('age on 31 December of the year', () => {
  it.each([
    ['2014-12-31', '12_14'],
    ['2015-01-01', 'other'],
    ['2012-01-01', '12_14'],
    ['2011-12-31', '15_18'],
    ['2008-01-01', '15_18'],
    ['2007-12-31', '19_26'],
    ['2000-01-01', '19_26'],
    ['1999-12-31', 'other'],
    ['2026-05-05', 'other'],
    [{ special: 'unknown' }, 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ] as const)('born %j is %s in 2026', (born, code) => {
    expect(ageGroup.code(fileWith({ 'case.date_of_birth': born }), in2026)).toBe(code);
  });
});

describe('time since entry on 31 December of the year', () => {
  it.each([
    ['2026-12', 'under_2'],
    ['2025-01', 'under_2'],
    ['2024-12', '2_to_5'],
    ['2021-12', '2_to_5'],
    ['2021-11', 'over_5'],
    ['2027-01', 'unknown'],
    [{ special: 'unknown' }, 'unknown'],
    [null, 'unknown'],
  ] as const)('entered %j is %s in 2026', (entered, code) => {
    expect(timeSinceEntry.code(fileWith({ 'person.entry_year_month': entered }), in2026)).toBe(code);
  });

  it.each<[string, Values, string]>([
    ['born in Germany', { 'person.country_of_birth': '000' }, 'born_here'],
    [
      'born abroad, month unknown',
      { 'person.country_of_birth': '475', 'case.migration_background': 'parent_migration' },
      'unknown',
    ],
    ['parents came, birth country open', { 'case.migration_background': 'parent_migration' }, 'born_here'],
    ['came herself, month open', { 'case.migration_background': 'own_migration' }, 'unknown'],
    ['born here, lived abroad, came back', { 'person.country_of_birth': '000', 'person.entry_year_month': '2025-06' }, 'under_2'],
  ])('%s: %s', (_, values, code) => {
    expect(timeSinceEntry.code(fileWith(values), in2026)).toBe(code);
  });
});

const agreed = { 'integration_plan.status': 'agreed', 'integration_plan.signed_on': '2025-03-01' };

describe('support form and course of the Case Management', () => {
  it.each<[string, Values, number, string, string]>([
    [
      'Beratung only',
      { 'case.support_form': 'counselling', 'case.counselling_start': '2026-01-01' },
      2026,
      'counselling',
      'none',
    ],
    ['CM ticked, nothing agreed', { 'case.support_form': 'case_management' }, 2026, 'counselling', 'none'],
    [
      'a draft of a plan with its proposed start',
      { 'case.support_form': 'counselling', 'integration_plan.status': 'draft', 'case.cm_start': '2026-02-01' },
      2026,
      'counselling',
      'none',
    ],
    [
      'a recorded start of the CM',
      { 'case.support_form': 'case_management', 'case.cm_start': '2026-02-01' },
      2026,
      'case_management',
      'new',
    ],
    ['an agreed plan nobody confirmed as CM: the file says Beratung', { ...agreed, 'case.support_form': 'counselling' }, 2026, 'counselling', 'none'],
    ['the same in the year it was agreed', { ...agreed, 'case.support_form': 'counselling' }, 2025, 'counselling', 'none'],
    ['an agreed plan whose start was recorded', { ...agreed, 'case.support_form': 'counselling', 'case.cm_start': '2025-03-01' }, 2026, 'case_management', 'running'],
    ['an agreed plan that was confirmed', { ...agreed, 'case.support_form': 'case_management' }, 2026, 'case_management', 'running'],
    [
      'a CM that ended and went back to Beratung, while it ran',
      { ...agreed, 'case.support_form': 'counselling', 'case.cm_start': '2025-03-01', 'case.cm_end': '2025-11-01' },
      2025,
      'case_management',
      'new_and_ended',
    ],
    [
      'the same in the Beratung after it',
      { ...agreed, 'case.support_form': 'counselling', 'case.cm_start': '2025-03-01', 'case.cm_end': '2025-11-01' },
      2026,
      'counselling',
      'none',
    ],
    ['an agreed plan', agreed, 2026, 'case_management', 'running'],
    ['an agreed plan, in the year it was agreed', agreed, 2025, 'case_management', 'new'],
    ['an agreed plan, the year before', agreed, 2024, 'counselling', 'none'],
    [
      'an agreed plan whose day nobody wrote down',
      { 'integration_plan.status': 'under_review', 'integration_plan.created_on': '2026-01-05' },
      2026,
      'case_management',
      'new',
    ],
    [
      'a plan declined, though a day stands there',
      { ...agreed, 'integration_plan.status': 'declined' },
      2026,
      'counselling',
      'none',
    ],
    [
      'a plan agreed by word of mouth, signed by the Fachkraft',
      { 'integration_plan.status': 'agreed', 'integration_plan.staff_signed_on': '2026-01-05' },
      2026,
      'case_management',
      'new',
    ],
    ['CM ended this year', { ...agreed, 'case.cm_end': '2026-05-01' }, 2026, 'case_management', 'ended'],
    ['CM ended in its first year', { ...agreed, 'case.cm_end': '2025-11-01' }, 2025, 'case_management', 'new_and_ended'],
    ['CM ended, Beratung went on', { ...agreed, 'case.cm_end': '2025-11-01' }, 2026, 'counselling', 'none'],
    [
      'change from Beratung to CM within the year',
      { 'case.counselling_start': '2026-01-01', 'case.counselling_end': '2026-03-01', 'case.cm_start': '2026-03-01' },
      2026,
      'case_management',
      'new',
    ],
    [
      'the whole support ended, CM with it',
      { ...agreed, 'case.counselling_start': '2025-01-01', 'case.counselling_end': '2026-03-01' },
      2026,
      'case_management',
      'ended',
    ],
    ['an end in the future has not happened', { ...agreed, 'case.cm_end': '2026-12-01' }, 2026, 'case_management', 'running'],
    ['a start in the future has not happened', { 'case.cm_start': '2026-12-01' }, 2026, 'counselling', 'none'],
    ['an end before the start is no end', { ...agreed, 'case.cm_end': '2024-01-01' }, 2026, 'case_management', 'running'],
    [
      'completed on a day nobody wrote down',
      { 'integration_plan.status': 'completed', 'integration_plan.signed_on': '2025-03-01' },
      2026,
      'counselling',
      'none',
    ],
  ])('%s (%#)', (_, values, year, form, flow) => {
    const file = fileWith(values);
    expect([supportForm.code(file, { year, today }), cmFlow.code(file, { year, today })]).toEqual([form, flow]);
  });
});

describe('destination', () => {
  const ended = { ...agreed, 'case.cm_end': '2026-05-01' };
  it.each<[string, Values, string]>([
    ['a running CM', { ...agreed, 'evaluation.destination': 'dual_training' }, 'not_ended'],
    ['an ended CM', { ...ended, 'evaluation.destination': 'dual_training' }, 'dual_training'],
    ['an ended CM without an answer', ended, 'unknown'],
    ['an ended CM, unknown', { ...ended, 'evaluation.destination': { special: 'unknown' } }, 'unknown'],
    ['Beratung only', { 'evaluation.destination': 'dual_training' }, 'not_ended'],
    ['a value that is none', { ...ended, 'evaluation.destination': 'not_ended' }, 'unknown'],
  ])('of %s', (_, values, code) => {
    expect(destination.code(fileWith(values), in2026)).toBe(code);
  });
});
