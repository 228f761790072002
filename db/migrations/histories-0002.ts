import { commits } from './commits.ts';

/** Histories of both doors, second schema: what stays true when a record is forgotten. */
export const histories0002 = `
  ${commits}

  -- Highest sequence a device gave to an intent that was erased since: no number is ever given twice.
  CREATE TABLE sequence_floors (
    device TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
