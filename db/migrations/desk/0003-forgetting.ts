import type { Migration } from '../../migrate.ts';
import { histories0002 } from '../histories-0002.ts';

export const desk0003: Migration = {
  number: 3,
  sql: `
    ${histories0002}

    -- The Löschprotokoll. The record's id stays until every file has let go of it; the tombstone, SHA-256 of the random id, stays for good, so
    -- that no backup and no other PC brings it back.
    CREATE TABLE erasures (
      number INTEGER PRIMARY KEY,
      record TEXT,
      tombstone TEXT NOT NULL UNIQUE,
      reason TEXT NOT NULL,
      at TEXT NOT NULL,
      done_at TEXT
    ) STRICT;
  `,
};
