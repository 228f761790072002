import type { Migration } from '../../migrate.ts';

export const keys0001: Migration = {
  number: 1,
  sql: `
    CREATE TABLE file_keys (
      record TEXT PRIMARY KEY,
      key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT, WITHOUT ROWID;
  `,
};
