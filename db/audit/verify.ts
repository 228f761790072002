/** Whether a chain still says what it said: changed, removed, reordered and cut-off entries all show. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Head } from './chain-head.ts';
import { chainStart, hashOf, openDetails, type AuditRow } from './entry.ts';

/**
 * Sequence of the first entry that does not hold; null when all do.
 *
 * Of an entry about an erased record, emptied by forget-rows.ts, only the link is left, and that is all there is to look at. An entry
 * that is gone is named by the number it had. `keyOf` answers undefined when a file key is destroyed: then the details are
 * not looked at. With entries but no readable head, nobody vouches for the end: the number after the last is named.
 */
export function firstBroken(
  door: DoorName,
  rows: readonly AuditRow[],
  keyOf: (record: RecordId | null) => Uint8Array | undefined,
  head: Head | null,
): number | null {
  let previous = chainStart;
  for (const [index, row] of rows.entries()) {
    const sequence = index + 1;
    if (row.sequence !== sequence || row.previous !== previous || row.hash !== hashOf(door, row)) return sequence;
    if (head?.sequence === sequence && head.hash !== row.hash) return sequence;
    const key = isForgotten(row) ? undefined : keyOf(row.record);
    if (key !== undefined && openDetails(door, row, key) === null) return sequence;
    previous = row.hash;
  }
  const cutOff = head === null ? rows.length > 0 : head.sequence > rows.length;
  return cutOff ? rows.length + 1 : null;
}

function isForgotten(row: AuditRow): boolean {
  return row.record === null && row.sealed.length === 0;
}
