import type { Migration } from '../../migrate.ts';
import { histories0001 } from '../histories-0001.ts';

export const cases0001: Migration = {
  number: 1,
  sql: `
    ${histories0001}

    CREATE TABLE case_rows (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number TEXT NOT NULL,
      number_sort TEXT NOT NULL,
      name TEXT NOT NULL,
      name_sort TEXT NOT NULL,
      born TEXT,
      support_form TEXT,
      status TEXT NOT NULL,
      consent TEXT NOT NULL,
      caseworker TEXT,
      next_date TEXT,
      gaps INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;
    -- Ascending lists show cases without a name or date last, so these two sort by that first.
    CREATE INDEX case_rows_by_name ON case_rows (name_sort, id);
    CREATE INDEX case_rows_by_name_empty_last ON case_rows ((name_sort = ''), name_sort, id);
    CREATE INDEX case_rows_by_next_date_empty_last ON case_rows ((next_date IS NULL), next_date, id);
    CREATE INDEX case_rows_by_number ON case_rows (number_sort, id);
    CREATE INDEX case_rows_by_next_date ON case_rows (next_date, id);
    CREATE INDEX case_rows_by_gaps ON case_rows (gaps, id);
    CREATE INDEX case_rows_by_changed_at ON case_rows (changed_at, id);
    CREATE INDEX case_rows_by_caseworker ON case_rows (caseworker, status);

    CREATE TABLE dues (
      record TEXT NOT NULL,
      day TEXT NOT NULL,
      kind TEXT NOT NULL,
      entry TEXT,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX dues_by_day ON dues (day);
    CREATE INDEX dues_by_record ON dues (record);

    -- What is searched, as typed (JSON of the words) and as digits of numbers and phones; row and rowid = case_rows.row.
    CREATE TABLE case_texts (
      row INTEGER PRIMARY KEY,
      words TEXT NOT NULL,
      digits TEXT NOT NULL
    ) STRICT;
    -- Folded (shared/cases/fold-words.ts). Names, numbers and phones, found from the first letter on; all words of a case, from the
    -- third on: a prefix index over long texts would make every save of a note four times as dear.
    CREATE VIRTUAL TABLE case_names USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
    CREATE VIRTUAL TABLE case_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
    -- Without it deleted words stay in the shadow tables.
    INSERT INTO case_names (case_names, rank) VALUES ('secure-delete', 1);
    INSERT INTO case_words (case_words, rank) VALUES ('secure-delete', 1);

    -- All that monitoring may read: no id of a case, no time, no order.
    CREATE TABLE monitoring_case_years (
      row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
      year INTEGER NOT NULL,
      codes TEXT NOT NULL,
      key_named INTEGER NOT NULL,
      key_sums INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX monitoring_case_years_by_year ON monitoring_case_years (year);

    CREATE TABLE fact_links (
      record TEXT NOT NULL,
      year INTEGER NOT NULL,
      row_id BLOB NOT NULL UNIQUE,
      PRIMARY KEY (record, year)
    ) STRICT, WITHOUT ROWID;
  `,
};
