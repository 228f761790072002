/** Who is not who: two records that somebody said are two people. Goes with either of them (db/erase/forget-rows.ts). */
import { eq, or, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { DistinctPairs } from '../contract/desk.ts';
import { distinctPairs } from './schema.ts';

export function openDistinctPairs(db: BetterSQLite3Database): DistinctPairs {
  const record = sql.placeholder('record');
  const pairs = db.select().from(distinctPairs).where(or(eq(distinctPairs.a, record), eq(distinctPairs.b, record))).prepare();
  return {
    add: (one, other) => {
      const [a, b] = one < other ? [one, other] : [other, one];
      db.insert(distinctPairs).values({ a, b }).onConflictDoNothing().run();
    },
    of: (id) => new Set(pairs.all({ record: id }).map(({ a, b }) => (a === id ? b : a))),
  };
}
