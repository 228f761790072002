/** A moment as a day and a time of the clock of this PC, and back. */
import type { IsoDay } from '../../../shared/domain/day.ts';

const clock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

export function isClockTime(time: string): boolean {
  return clock.test(time.trim());
}

export function momentParts(at: string): { readonly day: IsoDay; readonly time: string } {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return {
    day: `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as IsoDay,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** RFC 3339 UTC. */
export function momentOf(day: IsoDay, time: string): string {
  return `${new Date(`${day}T${time.trim().padStart(5, '0')}:00`).toISOString().slice(0, 19)}Z`;
}
