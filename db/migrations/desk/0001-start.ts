import type { Migration } from '../../migrate.ts';
import { histories0001 } from '../histories-0001.ts';

export const desk0001: Migration = {
  number: 1,
  sql: `
    ${histories0001}

    -- This PC; one row.
    CREATE TABLE this_device (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL,
      seed BLOB NOT NULL CHECK (length(seed) = 32)
    ) STRICT;

    -- Every PC whose intents are believed, this one too.
    CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      public_key BLOB NOT NULL CHECK (length(public_key) = 32),
      added_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      login TEXT NOT NULL,
      login_key TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL,
      public_key BLOB CHECK (public_key IS NULL OR length(public_key) = 32)
    ) STRICT;

    CREATE TABLE deliveries (
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
      sequence INTEGER UNIQUE,
      envelope BLOB,
      sha256 TEXT,
      receipt TEXT,
      confirmed_at TEXT,
      attempts INTEGER NOT NULL,
      last_error TEXT,
      next_attempt_at TEXT
    ) STRICT;
    CREATE INDEX deliveries_by_built_at ON deliveries (built_at, id);
  `,
};
