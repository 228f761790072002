import type { Migration } from '../../migrate.ts';

/** The next day of the legal clock of each file, so that the preview of an office with 10,000 files need not read 10,000 histories. */
export const cases0005: Migration = {
  number: 5,
  sql: `
    -- Made from the histories like the dates: what happens when (shared/clock), the day the support ended, and as JSON what holds it.
    CREATE TABLE clock_rows (
      record TEXT PRIMARY KEY,
      act TEXT NOT NULL,
      day TEXT NOT NULL,
      last_day TEXT,
      ended TEXT,
      text TEXT NOT NULL,
      held TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- Holds all that is judged, so that thousands are counted without looking up one of them.
    CREATE INDEX clock_rows_by_day ON clock_rows (day, record, act, last_day, ended, held);
  `,
};
