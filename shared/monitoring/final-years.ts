/** Which reporting years are final: what was delivered is all that will ever be said of them (DESIGN §6, frozen). */
import { yearOf, type IsoDay } from '../domain/day.ts';
import { correctionsUntil } from './approval-window.ts';
import { parsePeriod } from './period.ts';
import type { MonitoringPlan } from './types.ts';

/** What a year is judged by; of every delivery there was. */
export interface DeliveredPeriod {
  readonly period: string;
  readonly state: 'built' | 'approved' | 'confirmed' | 'refused';
}

/**
 * Ascending: the years whose last delivery has its receipt and whose day for corrections is over. A year of which nothing was ever delivered, or
 * of which something still waits in the outbox, is not.
 */
export function finalYears(deliveries: readonly DeliveredPeriod[], plan: Pick<MonitoringPlan, 'corrections'>, today: IsoDay): readonly number[] {
  const byYear = Map.groupBy(deliveries, ({ period }) => parsePeriod(period)?.year ?? null);
  const years: number[] = [];
  for (const [year, rows] of byYear) {
    if (year === null || year >= yearOf(today) || today <= correctionsUntil(plan, year)) continue;
    if (rows.some(({ state }) => state === 'confirmed') && rows.every(({ state }) => state !== 'approved')) years.push(year);
  }
  return years.sort((a, b) => a - b);
}
