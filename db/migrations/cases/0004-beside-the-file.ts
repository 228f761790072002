import type { Migration } from '../../migrate.ts';

/** What is kept beside the files: Kurzberatungen. */
export const cases0004: Migration = {
  number: 4,
  sql: `
    -- Who else than the responsible Fachkraft opens a shielded file; whoever lists it sees from here that it is not for her.
    ALTER TABLE case_rows ADD COLUMN deputy TEXT;
    ALTER TABLE case_rows ADD COLUMN shielded INTEGER NOT NULL DEFAULT 0;

    -- One row per Kurzberatung, made from the histories of the kind tally. answers: JSON by field id. fact: its row in monitoring_tallies.
    CREATE TABLE tallies (
      record TEXT NOT NULL,
      entry TEXT NOT NULL,
      day TEXT NOT NULL,
      author TEXT NOT NULL,
      retired INTEGER NOT NULL,
      moved INTEGER NOT NULL,
      answers TEXT NOT NULL,
      fact BLOB UNIQUE,
      PRIMARY KEY (record, entry)
    ) STRICT;
    CREATE INDEX tallies_by_day ON tallies (day);

    -- What monitoring may read of them: no id, no day, no order; none that was taken away or moved to a file.
    CREATE TABLE monitoring_tallies (
      row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
      year INTEGER NOT NULL,
      codes TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX monitoring_tallies_by_year ON monitoring_tallies (year);

    -- Who might be the same person (shared/cases/alike): names, birth date and phones as JSON, row = case_rows.row; and what finds the row:
    -- how each word of a name sounds, the digits of each phone.
    CREATE TABLE alike_people (
      row INTEGER PRIMARY KEY,
      born TEXT,
      person TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alike_people_by_born ON alike_people (born);
    CREATE TABLE alike_keys (
      key TEXT NOT NULL,
      row INTEGER NOT NULL,
      PRIMARY KEY (key, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alike_keys_by_row ON alike_keys (row);
  `,
};
