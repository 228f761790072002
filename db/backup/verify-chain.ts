/** The audit chain of a copy, without file keys: every link holds, whatever it is about. */
import { chainStart, hashOf, type AuditRow } from '../audit/entry.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Sqlite } from '../open-database.ts';

export function verifyChain(db: Sqlite, door: DoorName, device: string): boolean {
  const rows = db.prepare<[string], AuditRow>('SELECT * FROM audit WHERE device = ? ORDER BY sequence');
  let previous = chainStart;
  let sequence = 0;
  for (const row of rows.iterate(device)) {
    sequence += 1;
    if (row.sequence !== sequence || row.previous !== previous || row.hash !== hashOf(door, row)) return false;
    previous = row.hash;
  }
  return true;
}
