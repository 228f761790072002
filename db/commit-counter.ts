/** A database's own count of its commits, in the table `commits`; what the head outside the database is compared with (R32). */
import { hasTable } from './has-table.ts';
import type { Sqlite } from './open-database.ts';

export interface CommitCounter {
  read(): number;
  /** One more, in the transaction that is being written. Returns the new count. */
  add(): number;
  /** Never counts backwards: below what was counted once, an even older file would look like this one. */
  raiseTo(count: number): void;
}

export function commitCounter(db: Sqlite): CommitCounter {
  const select = db.prepare<[], number>('SELECT count FROM commits').pluck();
  const add = db.prepare<[], number>('UPDATE commits SET count = count + 1 RETURNING count').pluck();
  const raise = db.prepare<[number]>('UPDATE commits SET count = max(count, ?)');
  return {
    read: () => select.get() ?? 0,
    add: () => add.get() ?? 0,
    raiseTo: (count) => void raise.run(count),
  };
}

/** What a file counted, also one nobody may write; 0 in a schema that did not count yet. */
export function countOf(db: Sqlite): number {
  return hasTable(db, 'commits') ? (db.prepare<[], number>('SELECT count FROM commits').pluck().get() ?? 0) : 0;
}
