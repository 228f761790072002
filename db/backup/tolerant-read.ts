/** Reads what can still be read of a damaged table, row by row (R33). */
import type { Sqlite } from '../open-database.ts';
import { storeCodeOf } from '../errors.ts';
import { hasTable } from '../has-table.ts';

/** How far rows are looked for behind the last one that was seen, where even the highest row number cannot be read. */
const searchBehind = 100_000;

/**
 * Calls `each` with every row that can be read, in the order of the rows. True when that was all of them.
 *
 * First in one go; from the first page that does not hold, each row is looked up by its number, so that only what lies on damaged pages is
 * lost.
 */
export function readRows<Row>(db: Sqlite, table: string, columns: string, each: (row: Row) => void): boolean {
  if (!tolerate(() => hasTable(db, table))) return false;
  let last = 0;
  const whole = tolerate(() => {
    const rows = db.prepare<[], Row & { readonly place: number }>(`SELECT rowid AS place, ${columns} FROM ${table} ORDER BY rowid`);
    for (const row of rows.iterate()) {
      last = row.place;
      each(row);
    }
    return true;
  });
  if (whole) return true;
  let highest = last + searchBehind;
  tolerate(() => {
    highest = db.prepare<[], number>(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? last;
    return true;
  });
  tolerate(() => {
    const one = db.prepare<[number], Row>(`SELECT ${columns} FROM ${table} WHERE rowid = ?`);
    for (let place = last + 1; place <= highest; place += 1) {
      tolerate(() => {
        const row = one.get(place);
        if (row !== undefined) each(row);
        return true;
      });
    }
    return true;
  });
  return false;
}

/** The same for a table without row numbers: from both ends, up to the page that does not hold. */
export function readKeyed<Row>(db: Sqlite, table: string, columns: string, key: string, each: (row: Row) => void): boolean {
  if (!tolerate(() => hasTable(db, table))) return false;
  const from = (direction: 'ASC' | 'DESC'): boolean =>
    tolerate(() => {
      const rows = db.prepare<[], Row>(`SELECT ${columns} FROM ${table} ORDER BY ${key} ${direction}`);
      for (const row of rows.iterate()) each(row);
      return true;
    });
  const whole = from('ASC');
  if (!whole) from('DESC');
  return whole;
}

/** False for what a damaged page refuses; anything else is a bug and throws. */
export function tolerate(act: () => boolean): boolean {
  try {
    return act();
  } catch (error) {
    const code = storeCodeOf(error);
    if (code === 'DATABASE_DAMAGED' || code === 'DISK_ERROR' || code === 'DATABASE_MISSING') return false;
    throw error;
  }
}
