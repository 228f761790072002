/** Tables of the cases that are read and written through drizzle; the SQL that makes them is in migrations/cases. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { DueRow } from '../contract/cases.ts';

export const caseRows = sqliteTable('case_rows', {
  /** Also the row of case_texts and case_words. */
  row: integer().primaryKey(),
  id: text().$type<RecordId>().notNull(),
  number: text().notNull(),
  numberSort: text('number_sort').notNull(),
  name: text().notNull(),
  nameSort: text('name_sort').notNull(),
  born: text().$type<IsoDay>(),
  supportForm: text('support_form'),
  status: text().notNull(),
  consent: text().notNull(),
  caseworker: text().$type<UserId>(),
  nextDate: text('next_date').$type<IsoDay>(),
  gaps: integer().notNull(),
  changedAt: text('changed_at').notNull(),
  deputy: text().$type<UserId>(),
  shielded: integer({ mode: 'boolean' }).notNull(),
  cardInside: integer('card_inside', { mode: 'boolean' }).notNull(),
});

export const dues = sqliteTable('dues', {
  record: text().$type<RecordId>().notNull(),
  day: text().$type<IsoDay>().notNull(),
  kind: text().$type<DueRow['kind']>().notNull(),
  entry: text().$type<EntryId>(),
  text: text().notNull(),
  caseworker: text().$type<UserId>(),
});

export const caseTexts = sqliteTable('case_texts', {
  row: integer().primaryKey(),
  /** JSON of the words of name, number and phone; they are in `words` too. */
  identity: text().notNull(),
  digits: text().notNull(),
  words: text().notNull(),
});

export const monitoringCaseYears = sqliteTable('monitoring_case_years', {
  rowId: blob('row_id', { mode: 'buffer' }).primaryKey(),
  year: integer().notNull(),
  codes: text().notNull(),
  keyNamed: integer('key_named').notNull(),
  keySums: integer('key_sums').notNull(),
});

export const factLinks = sqliteTable(
  'fact_links',
  {
    record: text().$type<RecordId>().notNull(),
    year: integer().notNull(),
    rowId: blob('row_id', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.record, table.year] })],
);
