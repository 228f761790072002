/** The tables of the central server as drizzle sees them; the SQL that makes them lies in ../migrations. */
import { bigint, boolean, customType, date, integer, pgTable, pgView, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CarrierGroupId } from '../../shared/domain/programme.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // Both drivers hand bytes back in classes of their own (Buffer); a plain Uint8Array is what the rest of the code compares.
  fromDriver: (value) => new Uint8Array(value),
});
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

const who = {
  officeId: text('office_id').notNull(),
  officeName: text('office_name').notNull(),
  carrierGroup: text('carrier_group').$type<CarrierGroupId>().notNull(),
  land: text('land').notNull(),
};

export const authority = pgTable('authority', {
  keyId: text('key_id').primaryKey(),
  publicKey: text('public_key').notNull(),
  training: boolean('training').notNull(),
  createdAt: moment('created_at').notNull(),
});

export const enrolmentCodes = pgTable('enrolment_codes', {
  codeHash: text('code_hash').primaryKey(),
  ...who,
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  /** Id of the enrolment that used it up. */
  usedBy: text('used_by'),
});

export const enrolments = pgTable(
  'enrolments',
  {
    ...who,
    id: text('id').notNull(),
    keyId: text('key_id').notNull(),
    publicKey: text('public_key').notNull(),
    state: text('state').$type<'pending' | 'approved' | 'refused'>().notNull(),
    requestedAt: moment('requested_at').notNull(),
    decidedAt: moment('decided_at'),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.id] })],
);

export const certificates = pgTable(
  'certificates',
  {
    ...who,
    keyId: text('key_id').notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    revokedAt: moment('revoked_at'),
    envelope: bytes('envelope').notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.keyId] })],
);

/** Name, group and Land as the newest certificate of each office says. */
export const offices = pgView('offices', who).existing();

export const receipts = pgTable('receipts', {
  number: bigint('number', { mode: 'number' }).primaryKey(),
  previous: text('previous'),
  sha256: text('sha256').notNull(),
  officeId: text('office_id').notNull(),
  envelope: bytes('envelope').notNull(),
});

export const deliveries = pgTable(
  'deliveries',
  {
    officeId: text('office_id').notNull(),
    keyId: text('key_id').notNull(),
    sequence: integer('sequence').notNull(),
    period: text('period').notNull(),
    sha256: text('sha256').notNull(),
    planId: text('plan_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    unknownAnswers: integer('unknown_answers').notNull(),
    receiptNumber: bigint('receipt_number', { mode: 'number' }).notNull(),
    receivedAt: moment('received_at').notNull(),
    envelope: bytes('envelope').notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.keyId, table.sequence] })],
);

export const cells = pgTable(
  'cells',
  {
    officeId: text('office_id').notNull(),
    period: text('period').notNull(),
    tableId: text('table_id').notNull(),
    code1: text('code1').notNull(),
    /** Empty in tables of one dimension. */
    code2: text('code2').notNull(),
    value: integer('value').notNull(),
    planId: text('plan_id').notNull(),
    planVersion: integer('plan_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.period, table.tableId, table.code1, table.code2] })],
);
