import type { Migration } from '../../migrate.ts';

export const cases0003: Migration = {
  number: 3,
  sql: `
    -- Cases whose words are not in case_words yet as case_texts has them; see [Note: words later] in db/cases/search.ts.
    CREATE TABLE words_due (row INTEGER PRIMARY KEY) STRICT;
  `,
};
