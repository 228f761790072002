/** The days one looks at: one, or the week it lies in. */
import { addDays, type IsoDay } from '../../../shared/domain/day.ts';

export type Span = 'day' | 'week';

/** Monday of the week. */
export function weekStart(day: IsoDay): IsoDay {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

export function daysOf(span: Span, day: IsoDay): readonly IsoDay[] {
  return span === 'day' ? [day] : Array.from({ length: 7 }, (_, at) => addDays(weekStart(day), at));
}
