import type { Migration } from '../../migrate.ts';

/** Which files are shielded and which hold their card, found without walking over all: every list and every search asks for them. */
export const cases0006: Migration = {
  number: 6,
  sql: `
    -- The card lies in the file, from shielding until the desk has it back. What was on its way back is finished at the next unlock.
    ALTER TABLE case_rows ADD COLUMN card_inside INTEGER NOT NULL DEFAULT 0;
    UPDATE case_rows SET card_inside = shielded;
    CREATE INDEX case_rows_shielded ON case_rows (id) WHERE shielded = 1;
    CREATE INDEX case_rows_card_inside ON case_rows (id) WHERE card_inside = 1;
  `,
};
