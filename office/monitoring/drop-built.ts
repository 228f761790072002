import type { DeskTx } from '../../db/contract/store.ts';

/** Tables that were built and not approved yet are built anew; what was approved is on its way and stays. */
export function dropBuilt(tx: Pick<DeskTx, 'deliveries'>): void {
  for (const { id, state } of tx.deliveries.list()) if (state === 'built') tx.deliveries.removeBuilt(id);
}
