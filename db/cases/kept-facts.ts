/**
 * Coded rows that belong to nobody any more, and the years that are frozen.
 *
 * [Note: kept facts] A row whose file was forgotten is the only witness of a count: no history makes it again. It stands in
 * `monitoring_case_years` without a link, and once more in the keyring of the cases, which lives in the data folder and in the two newest
 * key copies only. So a restore finds it also where the cases' database is lost, and no dated backup ever holds one: there it could be compared with the backup
 * of the day before, which names the record that was forgotten meanwhile. Written in the same transaction as the rows; the keyring commits just
 * before the door ([Note: key first]), and what is interrupted in between is replaced as a whole the next time.
 */
import type { Sqlite } from '../open-database.ts';

export interface KeptFactRow {
  readonly row_id: Buffer;
  readonly year: number;
  readonly codes: string;
  readonly key_named: number;
  readonly key_sums: number;
}

const columns = 'row_id, year, codes, key_named, key_sums';

/** Rows of `monitoring_case_years` that no case is linked to. */
export function unlinkedFacts(cases: Sqlite): readonly KeptFactRow[] {
  return cases.prepare<[], KeptFactRow>(`SELECT ${columns} FROM monitoring_case_years WHERE row_id NOT IN (SELECT row_id FROM fact_links) ORDER BY row_id`).all();
}

export function keptFacts(ring: Sqlite): readonly KeptFactRow[] {
  return ring.prepare<[], KeptFactRow>(`SELECT ${columns} FROM kept_facts ORDER BY row_id`).all();
}

/** Inside a transaction of the keyring. */
export function replaceKeptFacts(ring: Sqlite, rows: readonly KeptFactRow[]): void {
  ring.exec('DELETE FROM kept_facts');
  const add = ring.prepare(`INSERT INTO kept_facts (${columns}) VALUES (@row_id, @year, @codes, @key_named, @key_sums)`);
  for (const row of rows) add.run(row);
}

/** Inside a transaction of the cases. */
export function addUnlinkedFacts(cases: Sqlite, rows: readonly KeptFactRow[]): void {
  const add = cases.prepare(`INSERT INTO monitoring_case_years (${columns}) VALUES (@row_id, @year, @codes, @key_named, @key_sums)`);
  for (const row of rows) add.run(row);
}

/** Inside a transaction of the keyring. */
export function addFrozenYear(ring: Sqlite, year: number): void {
  ring.prepare('INSERT INTO frozen_years (year) VALUES (?) ON CONFLICT DO NOTHING').run(year);
}

export function readFrozenYears(ring: Sqlite): ReadonlySet<number> {
  return new Set(ring.prepare<[], number>('SELECT year FROM frozen_years').pluck().all());
}

/** Asked with every save of a case. */
export type IsFrozen = (year: number) => boolean;

export function isFrozenIn(ring: Sqlite): IsFrozen {
  const find = ring.prepare<[number]>('SELECT 1 FROM frozen_years WHERE year = ?').pluck();
  return (year) => find.get(year) !== undefined;
}
