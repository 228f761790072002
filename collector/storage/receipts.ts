/** The append-only log of receipts. The database refuses UPDATE, DELETE and TRUNCATE on it. */
import { asc, desc, gt } from 'drizzle-orm';
import { receipts } from './schema.ts';
import type { Db } from './open-store.ts';

export type ReceiptRow = typeof receipts.$inferSelect;

/** Take the lock of the log before (./locks.ts). */
export async function lastReceipt(tx: Db): Promise<{ number: number; sha256: string } | undefined> {
  const [row] = await tx
    .select({ number: receipts.number, sha256: receipts.sha256 })
    .from(receipts)
    .orderBy(desc(receipts.number))
    .limit(1);
  return row;
}

export async function insertReceipt(tx: Db, row: ReceiptRow): Promise<void> {
  await tx.insert(receipts).values(row);
}

/** In order, some at a time: the log may be long. */
export async function* eachReceipt(db: Db, page = 500): AsyncGenerator<ReceiptRow> {
  let after = 0;
  for (;;) {
    const rows = await db.select().from(receipts).where(gt(receipts.number, after)).orderBy(asc(receipts.number)).limit(page);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}
