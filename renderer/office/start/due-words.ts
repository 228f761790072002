import type { IsoDay } from '../../../shared/domain/day.ts';

/** Days from today in words; negative is past. */
export function dueWords(days: number): string {
  if (days === 0) return 'heute';
  if (days === 1) return 'morgen';
  if (days === -1) return 'gestern';
  return days > 0 ? `in ${days} Tagen` : `vor ${-days} Tagen`;
}

/** `Dienstag, 3. Februar 2026` */
export function longDay(day: IsoDay): string {
  const format = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
