/** Histories, states and audit, first schema: the same in both doors. */
export const histories0001 = `
  -- The truth: sealed under the record's file key. The position is the order in which they were stored here.
  CREATE TABLE intents (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL,
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (device, sequence)
  ) STRICT;
  CREATE INDEX intents_by_record ON intents (record, position);

  -- A projection: JSON of the fold, and what only the next fold needs (Yjs states).
  CREATE TABLE record_states (
    record TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    fold TEXT NOT NULL,
    texts TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX record_states_by_kind ON record_states (kind, record);

  CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX attachments_by_record ON attachments (record);

  -- The record is not part of what the chain hashes (it is inside the sealed details), so that a forgotten one can be taken out.
  CREATE TABLE audit (
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    previous TEXT NOT NULL,
    at TEXT NOT NULL,
    user TEXT,
    action TEXT NOT NULL,
    record TEXT,
    commitment TEXT NOT NULL,
    sealed BLOB NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device, sequence)
  ) STRICT;
  CREATE INDEX audit_by_record ON audit (record, sequence);
`;
