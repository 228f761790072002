import type { Migration } from '../../migrate.ts';

/** What the desk is asked by name, phone and day; who stands in for whom; who is not who. */
export const desk0004: Migration = {
  number: 4,
  sql: `
    -- One row per person card, made from its history. made_on: the day of the Vormerkung; null for a card that belongs to a file. Both made_on and
    -- has_case: its file is on its way.
    CREATE TABLE cards (
      row INTEGER PRIMARY KEY,
      record TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      phone TEXT NOT NULL,
      digits TEXT NOT NULL,
      made_on TEXT,
      has_case INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cards_by_made_on ON cards (made_on) WHERE made_on IS NOT NULL;
    -- Folded as case_names is, with the sounds of the names; rowid = cards.row.
    CREATE VIRTUAL TABLE card_names USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
    INSERT INTO card_names (card_names, rank) VALUES ('secure-delete', 1);

    -- Entries of the group appointment that nobody took away, of all cards.
    CREATE TABLE appointments (
      record TEXT NOT NULL,
      entry TEXT NOT NULL,
      day TEXT NOT NULL,
      time TEXT,
      staff TEXT,
      status TEXT NOT NULL,
      PRIMARY KEY (record, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX appointments_by_day ON appointments (day, staff);

    -- Vertretung for a time; until_day null: open. The right ends by itself.
    CREATE TABLE absences (
      id TEXT PRIMARY KEY,
      user TEXT NOT NULL,
      deputy TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      set_by TEXT NOT NULL,
      set_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX absences_by_user ON absences (user, from_day);

    -- Two records that somebody said are two people, the smaller id first. With row numbers, because a restore reads by them.
    CREATE TABLE distinct_pairs (
      a TEXT NOT NULL,
      b TEXT NOT NULL,
      PRIMARY KEY (a, b),
      CHECK (a < b)
    ) STRICT;
    CREATE INDEX distinct_pairs_by_b ON distinct_pairs (b);
  `,
};
