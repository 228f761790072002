import type { Migration } from '../../migrate.ts';
import { histories0002 } from '../histories-0002.ts';

/**
 * The case list walks the index of its order. Each index holds what can be filtered as well, so that a case that does not fit is passed over
 * without looking it up; the last index counts.
 */
const filters = 'caseworker, support_form, status, gaps';

export const cases0002: Migration = {
  number: 2,
  sql: `
    ${histories0002}

    DROP INDEX case_rows_by_name;
    DROP INDEX case_rows_by_name_empty_last;
    DROP INDEX case_rows_by_next_date_empty_last;
    DROP INDEX case_rows_by_number;
    DROP INDEX case_rows_by_next_date;
    DROP INDEX case_rows_by_gaps;
    DROP INDEX case_rows_by_changed_at;
    DROP INDEX case_rows_by_caseworker;
    CREATE INDEX case_rows_by_name ON case_rows (name_sort, id, ${filters});
    CREATE INDEX case_rows_by_name_empty_last ON case_rows ((name_sort = ''), name_sort, id, ${filters});
    CREATE INDEX case_rows_by_next_date_empty_last ON case_rows ((next_date IS NULL), next_date, id, ${filters});
    CREATE INDEX case_rows_by_number ON case_rows (number_sort, id, ${filters});
    CREATE INDEX case_rows_by_next_date ON case_rows (next_date, id, ${filters});
    CREATE INDEX case_rows_by_gaps ON case_rows (gaps, id, caseworker, support_form, status);
    CREATE INDEX case_rows_by_changed_at ON case_rows (changed_at, id, ${filters});
    CREATE INDEX case_rows_by_filters ON case_rows (${filters});

    -- Whose date it is, as the case says: the dates of one Fachkraft are counted and found without looking up the cases.
    ALTER TABLE dues ADD COLUMN caseworker TEXT;
    UPDATE dues SET caseworker = (SELECT caseworker FROM case_rows WHERE id = record);
    DROP INDEX dues_by_day;
    CREATE INDEX dues_by_caseworker ON dues (caseworker, day);

    -- The words of name, number and phone once more by themselves (JSON): a hit among them is shown without reading the texts.
    ALTER TABLE case_texts RENAME TO case_texts_before;
    CREATE TABLE case_texts (
      row INTEGER PRIMARY KEY,
      identity TEXT NOT NULL,
      digits TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;
    INSERT INTO case_texts (row, identity, digits, words)
      SELECT row, (
        SELECT json_group_array(one.value ->> 'text') FROM json_each(CASE json_type(words) WHEN 'object' THEN words -> '$.words' ELSE words END) AS one
        WHERE one.value ->> 'field' IS NULL
      ), digits, words FROM case_texts_before;
    DROP TABLE case_texts_before;
  `,
};
