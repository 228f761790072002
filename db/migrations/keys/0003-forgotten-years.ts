import type { Migration } from '../../migrate.ts';

/** What has to outlive the cases' database without ever lying in a dated backup, see db/cases/kept-facts.ts. Empty in the keyring of the desk. */
export const keys0003: Migration = {
  number: 3,
  sql: `
    -- The coded rows that belong to nobody any more, as they stand in monitoring_case_years.
    CREATE TABLE kept_facts (
      row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
      year INTEGER NOT NULL,
      codes TEXT NOT NULL,
      key_named INTEGER NOT NULL,
      key_sums INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Reporting years of which no row and no count key may be any more, nor come back.
    CREATE TABLE frozen_years (
      year INTEGER PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
  `,
};
