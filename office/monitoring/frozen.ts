/** What is said of a reporting year whose rows are gone: what was delivered, and nothing else. */
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { Store } from '../../db/contract/store.ts';

export function isFrozen({ cases }: Pick<Store, 'cases'>, year: number): boolean {
  return cases?.read((tx) => tx.frozenYears()).has(year) ?? false;
}

/** The last delivery of the year that has its receipt; undefined where a restore lost the protocol. */
export function lastDelivered({ desk }: Pick<Store, 'desk'>, period: string): DeliveryRow | undefined {
  const confirmed = desk.read((tx) => tx.deliveries.list()).filter((row) => row.period === period && row.state === 'confirmed');
  return confirmed.toSorted((a, b) => ((a.confirmedAt ?? '') < (b.confirmedAt ?? '') ? -1 : 1)).at(-1);
}
