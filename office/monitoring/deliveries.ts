import type { Store } from '../../db/contract/store.ts';
import type { DeliveryView } from '../../shared/rpc/monitoring.views.ts';
import { opened } from '../base.ts';
import { deliveryView } from './delivery-view.ts';

/** The Versandprotokoll: newest first. */
export function deliveryViews(store: Store): readonly DeliveryView[] {
  const { rows, staff } = store.desk.read((tx) => ({ rows: tx.deliveries.list(), staff: tx.staff.list() }));
  return rows
    .toSorted((a, b) => (a.builtAt < b.builtAt ? 1 : a.builtAt > b.builtAt ? -1 : (b.sequence ?? Infinity) - (a.sequence ?? Infinity)))
    .map((row) => deliveryView(row, staff));
}

export const deliveries = opened.monitoring.deliveries.handler(({ context }) => deliveryViews(context.store));
