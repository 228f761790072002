/**
 * [Note: months] How the clock counts. A period of months ends on the day with the same number, or on the last day of a month that has no such day
 * (§ 188 Abs. 2 and 3 BGB): ended on 30.11., three months are over on 28.02. That day itself still lies within the period, so the limit is the last
 * day on which acting is in time. Always counted from the event, never month by month: 31.12. → 28.02. → 31.03. Nothing is moved by weekends or
 * holidays (§ 193 BGB): all of these are upper limits, and a file is forgotten on a Sunday too.
 *
 * More months never lead to an earlier day, so a day counted with fewer months than its limit is never after it. And none comes less than two weeks
 * before its limit, however many months the office chose: it may be closed on the day, and for some days after.
 */
import { addDays, addMonths, type IsoDay } from '../domain/day.ts';
import { restAfterEntry, type ClockSettings } from './types.ts';

/** Months without activity after which somebody is reminded (domain.md §6, rule 5). */
export const hintAfterMonths = 6;
/** Days before the end in which somebody is reminded, where the office ends before that. */
export const hintAheadDays = 28;
/** „längstens neun Monate“ without activity. */
export const endLimitMonths = 9;
/** „spätestens drei Monate“ after the end. */
export const anonymiseLimitMonths = 3;
/** Days before its limit from which on Lotse acts at the latest. */
export const slackDays = 14;
/** Average length of a Case Management: to reflect on, never due. */
export const averageManagementMonths = 24;

export interface Period {
  readonly day: IsoDay;
  readonly limit: IsoDay;
}

/** `settings` out of its range never stretches the limit. Never on the day of the end itself: an end that was just written down rests a week, so no earlier day is named. */
export function anonymisePeriod(end: IsoDay, { anonymiseAfterMonths }: Pick<ClockSettings, 'anonymiseAfterMonths'>): Period {
  const { day, limit } = periodFrom(end, anonymiseAfterMonths, anonymiseLimitMonths);
  const first = addDays(end, restAfterEntry);
  return { day: day < first ? first : day, limit };
}

export function inactivityPeriod(last: IsoDay, { endAfterMonths }: Pick<ClockSettings, 'endAfterMonths'>): Period {
  return periodFrom(last, endAfterMonths, endLimitMonths);
}

function periodFrom(start: IsoDay, months: number, limitMonths: number): Period {
  const limit = addMonths(start, limitMonths);
  const day = addMonths(start, Math.max(months, 0));
  const latest = addDays(limit, -slackDays);
  return { day: day < latest ? day : latest, limit };
}
