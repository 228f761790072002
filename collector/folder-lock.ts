/**
 * One server per data folder: two PGlite in one folder would destroy it, and two tokens in one folder would mislead the operator.
 *
 * The lock is an SQLite transaction, because the operating system drops it when the process ends, however it ends; a file with a process
 * number would stay behind after a power cut.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CollectorError } from './errors.ts';

/** Throws `FOLDER_IN_USE`. The returned function lets go. */
export function lockFolder(folder: string): () => void {
  const file = new Database(join(folder, 'collector.lock'), { timeout: 0 });
  try {
    file.pragma('journal_mode = DELETE');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') throw new CollectorError('FOLDER_IN_USE');
    throw error;
  }
  return () => file.close();
}
