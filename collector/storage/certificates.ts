/** Certificates of the offices' devices, one per office and key. */
import { eq, isNull, and } from 'drizzle-orm';
import { certificates } from './schema.ts';
import type { Db } from './open-store.ts';

export type CertificateRow = typeof certificates.$inferSelect;

export async function findCertificate(db: Db, keyId: string): Promise<CertificateRow | undefined> {
  const [row] = await db.select().from(certificates).where(eq(certificates.keyId, keyId));
  return row;
}

/** Issues, or renews for the same office and key. */
export async function saveCertificate(tx: Db, row: typeof certificates.$inferInsert): Promise<void> {
  const { officeName, carrierGroup, land, validUntil, envelope } = row;
  await tx
    .insert(certificates)
    .values(row)
    .onConflictDoUpdate({
      target: [certificates.officeId, certificates.keyId],
      set: { officeName, carrierGroup, land, validUntil, envelope },
    });
}

/** True when the key was known and not revoked before. */
export async function revokeCertificate(db: Db, keyId: string, at: Date): Promise<boolean> {
  const revoked = await db
    .update(certificates)
    .set({ revokedAt: at })
    .where(and(eq(certificates.keyId, keyId), isNull(certificates.revokedAt)))
    .returning({ keyId: certificates.keyId });
  return revoked.length > 0;
}
