/** Words of the Versandprotokoll. */
import type { DeliveryView } from '../../../shared/rpc/monitoring.views.ts';

export const stateWords: Readonly<Record<DeliveryView['state'], string>> = {
  built: 'Vorschau',
  approved: 'freigegeben – wartet auf Versand',
  confirmed: 'Eingang bestätigt',
  refused: 'abgelehnt',
};

/** What our JMD took back itself was refused by nobody. */
export function stateText({ state, lastError }: Pick<DeliveryView, 'state' | 'lastError'>): string {
  return lastError === 'DELIVERY_WITHDRAWN' && state === 'refused' ? 'zurückgezogen' : stateWords[state];
}

/** `2025`, or `2025-H1` as "1. Halbjahr 2025". */
export function periodWords(period: string): string {
  const [, year, half] = /^(\d{4})(?:-H?([12]))?$/.exec(period) ?? [];
  if (year === undefined) return period;
  return half === undefined ? year : `${half}. Halbjahr ${year}`;
}

/** `03.02.2026, 14:05` in local time. */
export function momentWords(iso: string | null): string {
  if (iso === null) return '–';
  const format = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return format.format(new Date(iso));
}

/** Years a Meldung can be made for: this year and the five before, newest first; a Meldung is usually about last year. */
export function reportingYears(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  return [0, 1, 2, 3, 4, 5].map((back) => year - back);
}

/** The year somebody most likely means: until June the one that has ended, then the one that is running. */
export function usualYear(today: string): number {
  return Number(today.slice(0, 4)) - (today.slice(5, 7) <= '06' ? 1 : 0);
}
