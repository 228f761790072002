/**
 * Who waits for whom: first the office, then the receipt log, never the other way round, so that nobody waits in a circle.
 * The locks fall with the transaction. PGlite runs one transaction at a time anyway; there they cost nothing.
 */
import { sql } from 'drizzle-orm';
import type { Db } from './open-store.ts';

/** Two deliveries of one office come one after the other. */
export async function lockOffice(tx: Db, office: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(1, hashtext(${office}))`);
}

/** Receipts get their number and predecessor one after the other. */
export async function lockReceiptLog(tx: Db): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(2, 0)`);
}
