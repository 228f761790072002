/** Questions of the page: who delivered, and sums of cells by federation, carrier group, Land or office. */
import { and, asc, desc, eq, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ReportBy } from '../../shared/envelopes/reports-api.ts';
import { cells, certificates, deliveries, offices } from './schema.ts';
import type { Db } from './open-store.ts';

/** One cell summed over `offices` offices. */
export interface SumRow {
  readonly key: string;
  readonly code1: string;
  readonly code2: string;
  readonly value: number;
  readonly offices: number;
}

export interface TableQuestion {
  readonly period: string;
  readonly table: string;
  readonly plan: { readonly id: string; readonly version: number };
}

/** `group-land` keys read `bag_kjs/09`. */
const keyOf: Record<ReportBy, SQL<string>> = {
  federal: sql<string>`'federal'`,
  group: sql<string>`${offices.carrierGroup}`,
  land: sql<string>`${offices.land}`,
  'group-land': sql<string>`${offices.carrierGroup} || '/' || ${offices.land}`,
  office: sql<string>`${offices.officeId}`,
};

/** An office has one row per cell, so the number of rows is the number of offices. Sums stay exact below 2^53. */
export async function sumCells(db: Db, question: TableQuestion, by: ReportBy): Promise<readonly SumRow[]> {
  const key = keyOf[by].as('key');
  return db
    .select({
      key,
      code1: cells.code1,
      code2: cells.code2,
      value: sql<number>`sum(${cells.value})::float8`,
      offices: sql<number>`count(*)::int`,
    })
    .from(cells)
    .innerJoin(offices, eq(offices.officeId, cells.officeId))
    .where(
      and(
        eq(cells.period, question.period),
        eq(cells.tableId, question.table),
        eq(cells.planId, question.plan.id),
        eq(cells.planVersion, question.plan.version),
      ),
    )
    .groupBy(sql`1, 2, 3`);
}

/** Enrolled offices by the same keys. */
export async function countOffices(db: Db, by: ReportBy): Promise<ReadonlyMap<string, number>> {
  const key = keyOf[by].as('key');
  const rows = await db
    .select({ key, offices: sql<number>`count(*)::int` })
    .from(offices)
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.key, row.offices]));
}

/** Offices that delivered this table under another plan. */
export async function countOtherPlans(db: Db, { period, table, plan }: TableQuestion): Promise<number> {
  const [row] = await db
    .select({ offices: sql<number>`count(distinct ${cells.officeId})::int` })
    .from(cells)
    .where(
      and(eq(cells.period, period), eq(cells.tableId, table), or(ne(cells.planId, plan.id), ne(cells.planVersion, plan.version))),
    );
  return row?.offices ?? 0;
}

export async function deliveredPeriods(db: Db): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ period: deliveries.period }).from(deliveries).orderBy(desc(deliveries.period));
  return rows.map((row) => row.period);
}

export async function allOffices(db: Db): Promise<readonly (typeof offices.$inferSelect)[]> {
  return db.select().from(offices).orderBy(asc(offices.officeName), asc(offices.officeId));
}

export async function allCertificates(
  db: Db,
): Promise<readonly { officeId: string; validUntil: string; revokedAt: Date | null }[]> {
  const { officeId, validUntil, revokedAt } = certificates;
  return db.select({ officeId, validUntil, revokedAt }).from(certificates);
}

/** The newest delivery of each office and period, newest first. */
export async function newestDeliveries(db: Db) {
  const { officeId, period, sequence, receivedAt, unknownAnswers, receiptNumber } = deliveries;
  const rows = await db
    .selectDistinctOn([officeId, period], { officeId, period, sequence, receivedAt, unknownAnswers, receiptNumber })
    .from(deliveries)
    .orderBy(officeId, period, desc(receiptNumber));
  return rows.sort((a, b) => b.receiptNumber - a.receiptNumber);
}
