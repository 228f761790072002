-- First schema of the central server, for PostgreSQL 15+ and for PGlite alike.
-- office_id leads every key of what belongs to an office, so that a distributed PostgreSQL can split by it.

CREATE TABLE authority (
  key_id      text PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{16}$'),
  public_key  text NOT NULL,
  training    boolean NOT NULL,
  created_at  timestamptz(3) NOT NULL
);
COMMENT ON TABLE authority IS 'Which authority this database belongs to. The key itself lies in a file, so that dumps and replicas never carry it.';
CREATE UNIQUE INDEX authority_only_one ON authority ((true));

CREATE TABLE enrolment_codes (
  code_hash     text PRIMARY KEY CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  office_id     text NOT NULL,
  office_name   text NOT NULL,
  carrier_group text NOT NULL,
  land          text NOT NULL,
  created_at    timestamptz(3) NOT NULL,
  expires_at    timestamptz(3) NOT NULL,
  used_by       text
);

CREATE TABLE enrolments (
  office_id     text NOT NULL,
  id            text NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
  key_id        text NOT NULL,
  public_key    text NOT NULL,
  office_name   text NOT NULL,
  carrier_group text NOT NULL,
  land          text NOT NULL,
  state         text NOT NULL CHECK (state IN ('pending', 'approved', 'refused')),
  requested_at  timestamptz(3) NOT NULL,
  decided_at    timestamptz(3),
  PRIMARY KEY (office_id, id)
);
CREATE INDEX enrolments_by_id ON enrolments (id);

CREATE TABLE certificates (
  office_id     text NOT NULL,
  key_id        text NOT NULL,
  office_name   text NOT NULL,
  carrier_group text NOT NULL,
  land          text NOT NULL,
  valid_until   date NOT NULL,
  revoked_at    timestamptz(3),
  envelope      bytea NOT NULL,
  PRIMARY KEY (office_id, key_id)
);
CREATE INDEX certificates_by_key ON certificates (key_id);

CREATE TABLE receipts (
  number      bigint PRIMARY KEY CHECK (number > 0),
  previous    text,
  sha256      text NOT NULL UNIQUE,
  office_id   text NOT NULL,
  envelope    bytea NOT NULL,
  CHECK ((number = 1) = (previous IS NULL))
);
COMMENT ON TABLE receipts IS 'One log for the whole server, append-only, each entry naming the hash of the one before it.';

CREATE TABLE deliveries (
  office_id      text NOT NULL,
  key_id         text NOT NULL,
  sequence       integer NOT NULL CHECK (sequence > 0),
  period         text NOT NULL,
  sha256         text NOT NULL,
  plan_id        text NOT NULL,
  plan_version   integer NOT NULL,
  unknown_answers integer NOT NULL,
  receipt_number bigint NOT NULL REFERENCES receipts (number),
  received_at    timestamptz(3) NOT NULL,
  envelope       bytea NOT NULL,
  PRIMARY KEY (office_id, key_id, sequence),
  UNIQUE (office_id, sha256)
);
CREATE INDEX deliveries_by_period ON deliveries (office_id, period, receipt_number DESC);

CREATE TABLE cells (
  office_id    text NOT NULL,
  period       text NOT NULL,
  table_id     text NOT NULL,
  code1        text NOT NULL,
  code2        text NOT NULL,
  value        integer NOT NULL CHECK (value >= 0),
  plan_id      text NOT NULL,
  plan_version integer NOT NULL,
  PRIMARY KEY (office_id, period, table_id, code1, code2)
);
COMMENT ON TABLE cells IS 'The newest delivery of each office and period; code2 is empty in tables of one dimension.';
CREATE INDEX cells_by_table ON cells (period, table_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE ON receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipts_never_emptied BEFORE TRUNCATE ON receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deliveries_append_only BEFORE UPDATE OR DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deliveries_never_emptied BEFORE TRUNCATE ON deliveries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW offices AS
  SELECT DISTINCT ON (office_id) office_id, office_name, carrier_group, land
  FROM certificates ORDER BY office_id, valid_until DESC, key_id;
COMMENT ON VIEW offices IS 'Name, carrier group and Land as the newest certificate of each office says.';
