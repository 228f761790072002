/** The one day of a reporting year on which age and time since entry are taken. */
import { IsoDay, IsoMonth } from '../domain/day.ts';

/**
 * 31 December of the reporting year, also while the year still runs: so a person stays in one age group over all deliveries of a
 * year. Source: domain.md §6 rule 8.
 */
export function referenceDay(year: number): IsoDay {
  return IsoDay.parse(`${year}-12-31`);
}

export function referenceMonth(year: number): IsoMonth {
  return IsoMonth.parse(`${year}-12`);
}
