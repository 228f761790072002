/** Drizzle statements that are compiled once and run often. */
import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

type Columns = Readonly<Record<string, SQLiteColumn>>;

/** Values to be given at each run, under the names of the columns. */
export function placeholders<C extends Columns>(columns: C): { [Name in keyof C]: Placeholder<Name & string> } {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, sql.placeholder(name)])) as never;
}

/** For an upsert: every column takes the value that was to be inserted. */
export function replaced<C extends Columns>(columns: C): { [Name in keyof C]: SQL } {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
  ) as never;
}
