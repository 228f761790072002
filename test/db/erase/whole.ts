/** All that the store says of one record, to compare. */
import type { Store } from '../../../db/contract/store.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { casesOf } from '../folders.ts';

export function caseOf(store: Store, record: RecordId) {
  return casesOf(store).read((tx) => ({
    history: tx.histories.read(record),
    state: tx.histories.find(record),
    row: tx.projections.findRow(record),
    dues: tx.projections.dues({ caseworker: null, until: '2099-01-01' as never, limit: 10_000 }).rows.filter((due) => due.record === record),
    audit: tx.audit.read({ record, limit: 100 }),
  }));
}

export function cardOf(store: Store, record: RecordId) {
  return store.desk.read((tx) => ({
    history: tx.histories.read(record),
    state: tx.histories.find(record),
    audit: tx.audit.read({ record, limit: 100 }),
  }));
}
