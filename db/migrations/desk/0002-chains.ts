import type { Migration } from '../../migrate.ts';

/** A sequence is unique per server and chain, not in this table: another server starts again at 1. */
export const desk0002: Migration = {
  number: 2,
  sql: `
    CREATE TABLE deliveries_new (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      period TEXT NOT NULL,
      plan_id TEXT NOT NULL,
      plan_version INTEGER NOT NULL,
      tables TEXT NOT NULL,
      unknown_answers INTEGER NOT NULL,
      built_at TEXT NOT NULL,
      approved_at TEXT,
      approved_by TEXT,
      sequence INTEGER,
      envelope BLOB,
      sha256 TEXT,
      receipt TEXT,
      confirmed_at TEXT,
      attempts INTEGER NOT NULL,
      last_error TEXT,
      next_attempt_at TEXT
    ) STRICT;
    INSERT INTO deliveries_new
      SELECT id, state, period, plan_id, plan_version, tables, unknown_answers, built_at, approved_at, approved_by, sequence,
        envelope, sha256, receipt, confirmed_at, attempts, last_error, next_attempt_at
      FROM deliveries;
    DROP TABLE deliveries;
    ALTER TABLE deliveries_new RENAME TO deliveries;
    CREATE INDEX deliveries_by_built_at ON deliveries (built_at, id);
  `,
};
