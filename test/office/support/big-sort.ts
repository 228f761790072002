/** Sorts far more than fits into the page cache, and says what the database had to put into files for that. */
import Database from 'better-sqlite3';
import fs from 'node:fs';
import type { Sqlite } from '../../../db/open-database.ts';

const rows = 30_000;

export interface BigSort {
  /** Rows that were sorted. */
  readonly sorted: number;
  /** Files beside the data folder that this process held while it sorted, gone from their folders or not; null where nobody can see that. */
  readonly files: readonly string[] | null;
  /** The same in a database that may use files: what shows that the look finds them. */
  readonly filesAllowed: number | null;
}

/** Writes `rows` rows with `word` in them past every procedure; for a core that is thrown away. */
export function bigSort(cases: Sqlite, dir: string, word: string): BigSort {
  // A tenth of a megabyte instead of 64.
  cases.pragma('cache_size = 25');
  cases
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO case_rows (id, number, number_sort, name, name_sort, status, consent, gaps, changed_at)
        SELECT 'sort' || i, i, i, ? || hex(randomblob(100)), lower(?) || hex(randomblob(8)), 'active', 'given', 0, '' FROM n`,
    )
    .run(rows, word, word);
  let files: readonly string[] | null = null;
  let sorted = 0;
  for (const _ of cases.prepare('SELECT id, name FROM case_rows ORDER BY substr(name, -40), name').iterate()) {
    if (sorted === 0) files = openFiles(dir);
    sorted += 1;
  }
  // A VACUUM and an index over everything are the other sorts there are.
  cases.exec('CREATE INDEX by_name_for_once ON case_rows (name); VACUUM; DROP INDEX by_name_for_once');
  return { sorted, files, filesAllowed: filesWhenAllowed(dir) };
}

function filesWhenAllowed(dir: string): number | null {
  const db = new Database(':memory:');
  try {
    db.pragma('temp_store = 1');
    db.pragma('cache_size = 25');
    const many = db.prepare('WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT hex(randomblob(100)) AS x FROM n ORDER BY x');
    for (const _ of many.iterate(rows)) return openFiles(dir)?.length ?? null;
    return 0;
  } finally {
    db.close();
  }
}

/** Regular files this process has open, removed ones among them, but none of the data folder and of what node itself reads. */
function openFiles(dir: string): readonly string[] | null {
  const folder = '/proc/self/fd';
  if (!fs.existsSync(folder)) return null;
  return fs.readdirSync(folder).flatMap((number) => {
    try {
      const target = fs.readlinkSync(`${folder}/${number}`);
      return /^\/(?!dev\/(?!shm\/)|proc\/|memfd:)/.test(target) && !target.startsWith(`${dir}/`) && fs.fstatSync(Number(number)).isFile() ? [target] : [];
    } catch {
      // Closed since the folder was read.
      return [];
    }
  });
}
