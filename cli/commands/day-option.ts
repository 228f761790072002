import { IsoDay } from '../../shared/domain/day.ts';
import { optional, UsageError, type Values } from '../command.ts';

/** The day of an option, else `otherwise`; anything but a day is wrong use. */
export function dayOf(values: Values, name: string, otherwise: string): IsoDay {
  const day = IsoDay.safeParse(optional(values, name) ?? otherwise);
  if (!day.success) throw new UsageError(`--${name}: ein Tag wie 2026-02-28`);
  return day.data;
}
