/** Calendar days and months as text, without clock and time zone. */
import { z } from 'zod';

const dayMs = 86_400_000;

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const dayPattern = /^(19|20|21)\d\d-\d\d-\d\d$/;

function isRealDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** A real calendar day, `2026-02-28`. Years 1900 to 2199: anything else is a typing error. */
export const IsoDay = z
  .string()
  .regex(dayPattern)
  .refine(isRealDay)
  .brand<'IsoDay'>();
export type IsoDay = z.infer<typeof IsoDay>;

/** The same as {@link IsoDay} says, for where it is asked a thousand times. */
export function isIsoDay(text: string): text is IsoDay {
  return dayPattern.test(text) && isRealDay(text);
}

/** A month, `2026-02`. */
export const IsoMonth = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .brand<'IsoMonth'>();
export type IsoMonth = z.infer<typeof IsoMonth>;

/** The day of a moment (RFC 3339) on the calendar of this PC, as `today` is; null for what is no moment. A night in UTC is another day here. */
export function dayHere(at: string): IsoDay | null {
  const moment = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return IsoDay.safeParse(`${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`).data ?? null;
}

export function yearOf(day: IsoDay | IsoMonth): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: IsoDay): IsoMonth {
  return IsoMonth.parse(day.slice(0, 7));
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return IsoDay.parse(new Date(utc(day) + days * dayMs).toISOString().slice(0, 10));
}

/** Same day of a later month; the last day of that month where it has no such day. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const start = new Date(utc(day));
  const wanted = start.getUTCDate();
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(wanted, lastDay));
  return IsoDay.parse(first.toISOString().slice(0, 10));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((utc(to) - utc(from)) / dayMs);
}

/** Completed years of life on `on`. Someone born on 29 February completes the year on 1 March (§ 188 BGB reading). */
export function ageOn(born: IsoDay, on: IsoDay): number {
  const years = yearOf(on) - yearOf(born);
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The day she completes this year of life; see {@link ageOn} for 29 February. */
export function birthday(born: IsoDay, age: number): IsoDay {
  const day = addMonths(born, age * 12);
  return ageOn(born, day) < age ? addDays(day, 1) : day;
}

/** Whole months from a month to another, never the difference of days. */
export function monthsBetween(from: IsoMonth, to: IsoMonth): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** `28.02.2026`, as German papers write it. */
export function germanDay(day: IsoDay): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** `02/2026`. */
export function germanMonth(month: IsoMonth): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}
