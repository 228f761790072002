/** What two birth dates say together. Whoever came without papers was often given a 1 January. */
import { IsoDay } from '../../domain/day.ts';

export interface Birth {
  readonly day: IsoDay | null;
  /** Estimated, or only the year is known. */
  readonly rough: boolean;
}

export type BirthLikeness =
  /** The same day, and no day that was made up. */
  | 'equal'
  /** The same day, but a 1 January or an estimate. */
  | 'equal_rough'
  /** 03.06. and 06.03. */
  | 'swapped'
  /** Day and month the same, the year off by one. */
  | 'year_off'
  /** The same year or one beside it, and one of the two is a 1 January or an estimate. */
  | 'year_rough'
  | 'unknown'
  | 'other';

export function compareBirths(a: Birth, b: Birth): BirthLikeness {
  if (a.day === null || b.day === null) return 'unknown';
  const rough = isRough(a) || isRough(b);
  if (a.day === b.day) return rough ? 'equal_rough' : 'equal';
  const yearsApart = Math.abs(yearOf(a.day) - yearOf(b.day));
  if (rough) return yearsApart === 0 || (a.rough && yearsApart === 1) || (b.rough && yearsApart === 1) ? 'year_rough' : 'other';
  if (swappedDay(a.day) === b.day) return 'swapped';
  return yearsApart === 1 && a.day.slice(4) === b.day.slice(4) ? 'year_off' : 'other';
}

function isRough({ day, rough }: Birth): boolean {
  return rough || (day !== null && isMadeUp(day));
}

/** A 1 January says the year. */
export function isMadeUp(day: IsoDay): boolean {
  return day.endsWith('-01-01');
}

/** Day and month exchanged; null where that is the same or no day. */
export function swappedDay(day: IsoDay): IsoDay | null {
  const [year = '', month = '', date = ''] = day.split('-');
  return month === date ? null : (IsoDay.safeParse(`${year}-${date}-${month}`).data ?? null);
}

/** The same day in the years beside it. */
export function yearsBeside(day: IsoDay): readonly IsoDay[] {
  return [-1, 1].flatMap((years) => IsoDay.safeParse(`${String(yearOf(day) + years).padStart(4, '0')}${day.slice(4)}`).data ?? []);
}

function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}
