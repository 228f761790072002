/** Gives a database file only the pages it needs, and nothing of what was in them before. */
import { guarded, StoreError } from '../errors.ts';
import type { Sqlite } from '../open-database.ts';

/** Outside any transaction. Throws FOLDER_IN_USE while another connection, such as that of a backup, still reads. */
export function rewriteFile(db: Sqlite): void {
  guarded(() => {
    db.exec('VACUUM');
    emptyWal(db);
  });
}

/** Everything into the file, and the WAL cut to nothing: its frames hold what pages said earlier. */
export function emptyWal(db: Sqlite): void {
  guarded(() => {
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (result?.busy !== 0) throw new StoreError('FOLDER_IN_USE');
  });
}
