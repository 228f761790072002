/** One-time codes and the requests made with them. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { enrolmentCodes, enrolments } from './schema.ts';
import type { Db } from './open-store.ts';

export type CodeRow = typeof enrolmentCodes.$inferSelect;
export type EnrolmentRow = typeof enrolments.$inferSelect;

export async function insertCode(db: Db, row: typeof enrolmentCodes.$inferInsert): Promise<void> {
  await db.insert(enrolmentCodes).values(row);
}

/** The code, locked until the transaction ends: it can be used up once only. */
export async function takeCode(tx: Db, codeHash: string): Promise<CodeRow | undefined> {
  const [row] = await tx.select().from(enrolmentCodes).where(eq(enrolmentCodes.codeHash, codeHash)).for('update');
  return row;
}

export async function markCodeUsed(tx: Db, codeHash: string, enrolment: string): Promise<void> {
  await tx
    .update(enrolmentCodes)
    .set({ usedBy: enrolment })
    .where(and(eq(enrolmentCodes.codeHash, codeHash), isNull(enrolmentCodes.usedBy)));
}

export async function insertEnrolment(tx: Db, row: typeof enrolments.$inferInsert): Promise<void> {
  await tx.insert(enrolments).values(row);
}

export async function findEnrolment(db: Db, id: string): Promise<EnrolmentRow | undefined> {
  const [row] = await db.select().from(enrolments).where(eq(enrolments.id, id));
  return row;
}

/** Pending first, then the newest. */
export async function listEnrolments(db: Db): Promise<readonly EnrolmentRow[]> {
  return db
    .select()
    .from(enrolments)
    .orderBy(sql`${enrolments.state} = 'pending' desc`, desc(enrolments.requestedAt), enrolments.id);
}

/** True when it was pending and now is decided. */
export async function decideEnrolment(tx: Db, row: EnrolmentRow, state: 'approved' | 'refused', at: Date): Promise<boolean> {
  const decided = await tx
    .update(enrolments)
    .set({ state, decidedAt: at })
    .where(and(eq(enrolments.officeId, row.officeId), eq(enrolments.id, row.id), eq(enrolments.state, 'pending')))
    .returning({ id: enrolments.id });
  return decided.length === 1;
}
