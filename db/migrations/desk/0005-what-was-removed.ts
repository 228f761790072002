import type { Migration } from '../../migrate.ts';

export const desk0005: Migration = {
  number: 5,
  sql: `
    -- What an erasure removed, counted by kind and in bands (db/erase/removed.ts), JSON; null in lines of before.
    ALTER TABLE erasures ADD COLUMN removed TEXT;
  `,
};
