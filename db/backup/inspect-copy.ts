/** Looks into one copied database: pages, rows, the last link of the chain, the counter. */
import { chainStart } from '../audit/entry.ts';
import { countOf } from '../commit-counter.ts';
import type { DoorName } from '../contract/actor.ts';
import { hasTable } from '../has-table.ts';
import type { Sqlite } from '../open-database.ts';
import type { DatabaseCopy } from './backup-file.ts';
import { trueTables } from './derived-tables.ts';

export type Contents = Omit<DatabaseCopy, 'bytes' | 'sha256'>;

/** `device`: this PC, whose chain is looked at. */
export function contentsOf(db: Sqlite, door: DoorName, device: string): Contents {
  const number = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const tables = trueTables[door].filter((table) => hasTable(db, table));
  const head = db
    .prepare<[string], { sequence: number; hash: string }>(
      'SELECT sequence, hash FROM audit WHERE device = ? ORDER BY sequence DESC LIMIT 1',
    )
    .get(device);
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    commits: countOf(db),
    counts: Object.fromEntries(tables.map((table) => [table, number(`SELECT count(*) FROM ${table}`)])),
    head: head ?? { sequence: 0, hash: chainStart },
  };
}

/** Whether every page holds what its neighbours say. */
export function pagesHold(db: Sqlite, pragma: 'quick_check' | 'integrity_check' = 'integrity_check'): boolean {
  return db.pragma(pragma, { simple: true }) === 'ok';
}
