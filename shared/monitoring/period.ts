/** Reporting periods as text and back. */
import { fail, ok, type Result } from '../domain/result.ts';
import type { Period } from './types.ts';

/** The calendar year, the only period that can be counted today. */
export interface YearPeriod extends Period {
  readonly half: null;
}

const text = /^(20\d\d)(?:-H([12]))?$/;

/** `2026` or `2026-H1`; null for anything else. */
export function parsePeriod(period: string): Period | null {
  const match = text.exec(period);
  if (match === null) return null;
  const [, year, half] = match;
  return { year: Number(year), half: half === '1' ? 1 : half === '2' ? 2 : null };
}

export function formatPeriod({ year, half }: Period): string {
  return half === null ? String(year) : `${year}-H${half}`;
}

/**
 * The period as one that tables can be built for.
 *
 * Refuses half-years: a fact says how a person stands in the year as a whole (age and time since entry on 31 December, CM started or
 * ended at any time in it). A half-year table made from it would be half-true; half-years wait until facts are kept per half.
 */
export function yearlyPeriod({ year, half }: Period): Result<YearPeriod, { readonly type: 'HalfYearNotSupported' }> {
  return half === null ? ok({ year, half }) : fail({ type: 'HalfYearNotSupported' });
}
