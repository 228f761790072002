/** The backup that is there before a new schema is written (R34): whoever updates can go back. */
import type { Sqlite } from '../open-database.ts';
import { writeBackup } from './write-backup.ts';

export interface DoorsBeforeMigration {
  readonly dir: string;
  readonly desk: { readonly db: Sqlite; readonly key: Uint8Array };
  /** null behind a slot that opens the desk only. */
  readonly cases: { readonly db: Sqlite; readonly key: Uint8Array } | null;
  readonly at: string;
}

/**
 * Copies what the open connections show, in their present schema, opens the copies again and counts; returns the backup's name. Nobody
 * else works yet, so nothing has to wait for it. The caller closes nothing and migrates only when this has returned.
 *
 * Throws BACKUP_FAILED, DISK_FULL, DATABASE_DAMAGED …: then the old schema stays and nothing was changed.
 */
export function backupBeforeMigration({ dir, desk, cases, at }: DoorsBeforeMigration): string {
  return writeBackup(
    { dir, deskKey: desk.key, casesKey: cases?.key ?? null, kind: 'migration', at },
    { desk: desk.db, ...(cases === null ? {} : { cases: cases.db }) },
  );
}
