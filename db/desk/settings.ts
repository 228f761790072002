/** Small values of the office, as JSON. */
import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Settings } from '../contract/desk.ts';
import { settings } from './schema.ts';

export function openSettings(db: BetterSQLite3Database): Settings {
  const find = db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare();
  return {
    read: (key) => {
      const row = find.get({ key });
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    write: (key, value) => {
      const json = JSON.stringify(value);
      db.insert(settings)
        .values({ key, value: json })
        .onConflictDoUpdate({ target: settings.key, set: { value: json } })
        .run();
    },
  };
}
