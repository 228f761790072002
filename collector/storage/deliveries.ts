/** What was delivered: the envelopes as they came, and the cells of the newest delivery of each office and period. */
import { and, desc, eq } from 'drizzle-orm';
import { cells, deliveries, receipts } from './schema.ts';
import type { Db } from './open-store.ts';

export type CellRow = typeof cells.$inferInsert;

/** Rows per INSERT: PostgreSQL takes 65,535 parameters in one statement. */
const rowsPerInsert = 4000;

/** The receipt of exactly these bytes, if they came before. */
export async function receiptOfBytes(tx: Db, office: string, sha256: string): Promise<Uint8Array | undefined> {
  const [row] = await tx
    .select({ envelope: receipts.envelope })
    .from(deliveries)
    .innerJoin(receipts, eq(receipts.number, deliveries.receiptNumber))
    .where(and(eq(deliveries.officeId, office), eq(deliveries.sha256, sha256)));
  return row?.envelope;
}

/** The last delivery of one sending device; undefined before the first. */
export async function headOf(tx: Db, office: string, keyId: string): Promise<{ sequence: number; sha256: string } | undefined> {
  const [row] = await tx
    .select({ sequence: deliveries.sequence, sha256: deliveries.sha256 })
    .from(deliveries)
    .where(and(eq(deliveries.officeId, office), eq(deliveries.keyId, keyId)))
    .orderBy(desc(deliveries.sequence))
    .limit(1);
  return row;
}

export async function insertDelivery(tx: Db, row: typeof deliveries.$inferInsert): Promise<void> {
  await tx.insert(deliveries).values(row);
}

/** The cells of the period become these; what an earlier delivery said stays readable in its envelope. */
export async function replaceCells(tx: Db, office: string, period: string, rows: readonly CellRow[]): Promise<void> {
  await tx.delete(cells).where(and(eq(cells.officeId, office), eq(cells.period, period)));
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await tx.insert(cells).values(rows.slice(start, start + rowsPerInsert));
  }
}
