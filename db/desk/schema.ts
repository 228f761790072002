/** Tables of the desk that are read and written through drizzle; the SQL that makes them is in migrations/desk. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { DeliveryId, DeviceId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { Role } from '../contract/actor.ts';
import type { DeliveryState } from '../contract/deliveries.ts';

export const thisDevice = sqliteTable('this_device', {
  only: integer().primaryKey(),
  id: text().$type<DeviceId>().notNull(),
  seed: blob({ mode: 'buffer' }).notNull(),
});

export const devices = sqliteTable('devices', {
  id: text().$type<DeviceId>().primaryKey(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
  addedAt: text('added_at').notNull(),
});

export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});

export const staff = sqliteTable('staff', {
  id: text().$type<UserId>().primaryKey(),
  login: text().notNull(),
  loginKey: text('login_key').notNull(),
  displayName: text('display_name').notNull(),
  role: text().$type<Role>().notNull(),
  publicKey: blob('public_key', { mode: 'buffer' }),
});

export const deliveries = sqliteTable('deliveries', {
  id: text().$type<DeliveryId>().primaryKey(),
  state: text().$type<DeliveryState>().notNull(),
  period: text().notNull(),
  planId: text('plan_id').notNull(),
  planVersion: integer('plan_version').notNull(),
  tables: text().notNull(),
  unknownAnswers: integer('unknown_answers').notNull(),
  builtAt: text('built_at').notNull(),
  approvedAt: text('approved_at'),
  approvedBy: text('approved_by').$type<UserId>(),
  sequence: integer(),
  envelope: blob({ mode: 'buffer' }),
  sha256: text(),
  receipt: text(),
  confirmedAt: text('confirmed_at'),
  attempts: integer().notNull(),
  lastError: text('last_error'),
  nextAttemptAt: text('next_attempt_at'),
});

export const absences = sqliteTable('absences', {
  id: text().$type<RecordId>().primaryKey(),
  user: text().$type<UserId>().notNull(),
  deputy: text().$type<UserId>().notNull(),
  from: text('from_day').$type<IsoDay>().notNull(),
  until: text('until_day').$type<IsoDay>(),
  setBy: text('set_by').$type<UserId>().notNull(),
  setAt: text('set_at').notNull(),
});

export const distinctPairs = sqliteTable(
  'distinct_pairs',
  {
    a: text().$type<RecordId>().notNull(),
    b: text().$type<RecordId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.a, table.b] })],
);
