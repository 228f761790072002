import { ageOn } from '../../domain/day.ts';
import { dayAt } from '../case-dates.ts';
import { referenceDay } from '../reference-day.ts';
import { type Dimension, unknown } from './dimension.ts';

const bands = [
  { code: '12_14', label: '12 bis 14 Jahre', from: 12, to: 14 },
  { code: '15_18', label: '15 bis 18 Jahre', from: 15, to: 18 },
  { code: '19_26', label: '19 bis 26 Jahre', from: 19, to: 26 },
] as const;

/** Completed years of life on 31 December of the reporting year; bands as in the published figures (domain.md §2.6). */
export const ageGroup: Dimension = {
  id: 'age_group',
  label: 'Alter am 31.12.',
  codes: [...bands.map(({ code, label }) => ({ code, label })), { code: 'other', label: 'unter 12 oder über 26 Jahre' }, unknown],
  reads: ['case.date_of_birth'],
  code(answers, { year }) {
    const born = dayAt(answers, 'case.date_of_birth');
    if (born === null) return unknown.code;
    const age = ageOn(born, referenceDay(year));
    return bands.find(({ from, to }) => age >= from && age <= to)?.code ?? 'other';
  },
};
