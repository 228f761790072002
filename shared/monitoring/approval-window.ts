/** When a real JMD may approve a Monitoring-Meldung; the office checks it and the window explains it. */
import { IsoDay, yearOf } from '../domain/day.ts';
import { parsePeriod } from './period.ts';
import type { MonitoringPlan } from './types.ts';

export interface ApprovalQuestion {
  readonly plan: Pick<MonitoringPlan, 'corrections'>;
  /** `2026` or `2026-H1` */
  readonly period: string;
  readonly today: IsoDay;
  /** Whether a delivery of this period was approved before and not refused. */
  readonly approvedBefore: boolean;
}

/** Last day on which a correction of this year may leave. Throws when the plan names no day of the calendar. */
export function correctionsUntil({ corrections }: Pick<MonitoringPlan, 'corrections'>, year: number): IsoDay {
  return IsoDay.parse(`${year + 1}-${corrections.untilMonthDay}`);
}

/** null: now. A year is delivered once when it is over, at any time; again only until the day the plan names. */
export function closedBecause({ plan, period, today, approvedBefore }: ApprovalQuestion): 'YEAR_NOT_OVER' | 'CORRECTIONS_CLOSED' | null {
  const parsed = parsePeriod(period);
  if (parsed === null) throw new RangeError('not a period');
  if (parsed.year >= yearOf(today)) return 'YEAR_NOT_OVER';
  return approvedBefore && today > correctionsUntil(plan, parsed.year) ? 'CORRECTIONS_CLOSED' : null;
}
