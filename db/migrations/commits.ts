/** The door's own counter of commits; its last value is kept outside the database too, so that an older file is noticed (R32). */
export const commits = `
  CREATE TABLE commits (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO commits (only, count) VALUES (1, 0);
`;
