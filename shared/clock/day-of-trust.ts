/** Whether the day of this PC is believed: what cannot be undone never happens because a battery was empty. */
import { daysBetween, type IsoDay } from '../domain/day.ts';
import { believedDays, type DayProblem } from './types.ts';

/**
 * `lastSeen`: the newest day anything in the store was written, on this PC's calendar (not cut out of a time in UTC); null: nothing was.
 *
 * Not before it, and not more than 31 days after it; otherwise the head looks at the calendar.
 */
export function dayProblem(today: IsoDay, lastSeen: IsoDay | null): DayProblem | null {
  if (lastSeen === null) return null;
  if (today < lastSeen) return 'before_last_seen';
  return daysBetween(lastSeen, today) > believedDays ? 'long_after_last_seen' : null;
}
