/** What was erased once and lies here again, because older files were put back and accepted (R59). */
import path from 'node:path';
import type { RecordId } from '../../shared/domain/ids.ts';
import { backupPaths } from '../backup/backup-file.ts';
import { datedBackups } from '../backup/list-backups.ts';
import { openFormer } from '../backup/restore-door.ts';
import { addTombstones } from '../backup/salvage-desk.ts';
import type { Sqlite } from '../open-database.ts';
import type { StoreInside } from '../open-store.ts';
import { tombstoneOf } from './tombstones.ts';

/**
 * Takes over the tombstones of the dated backups and opens the line of everything that is here again, so that it is erased anew. In a
 * transaction of the desk.
 */
export function reopenErasures({ databases, keyrings, keys }: StoreInside, backups: string): void {
  const { desk } = databases;
  for (const { name } of datedBackups(backups)) {
    const backup = openFormer(backupPaths(path.join(backups, name)).desk, keys.deskKey);
    if (backup === null) continue;
    try {
      addTombstones(backup, desk);
    } finally {
      backup.close();
    }
  }
  const reopen = desk.prepare<[RecordId, string]>('UPDATE erasures SET record = ?, done_at = NULL WHERE tombstone = ? AND record IS NULL');
  for (const record of recordsHere([databases.desk, databases.cases], [keyrings.desk.db, keyrings.cases?.db ?? null])) reopen.run(record, tombstoneOf(record));
}

function recordsHere(doors: readonly (Sqlite | null)[], rings: readonly (Sqlite | null)[]): ReadonlySet<RecordId> {
  const named = 'SELECT record FROM intents UNION SELECT record FROM attachments UNION SELECT record FROM audit WHERE record IS NOT NULL';
  const all = (db: Sqlite | null, sql: string): readonly RecordId[] => db?.prepare<[], RecordId>(sql).pluck().all() ?? [];
  return new Set([...doors.flatMap((db) => all(db, named)), ...rings.flatMap((db) => all(db, 'SELECT record FROM file_keys'))]);
}
