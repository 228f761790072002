/** Certificates of the offices' devices, one per office and key. */
import { and, eq, gte, isNull, ne } from 'drizzle-orm';
import { certificates } from './schema.ts';
import type { Db } from './open-store.ts';

export type CertificateRow = typeof certificates.$inferSelect;

export async function findCertificate(db: Db, keyId: string): Promise<CertificateRow | undefined> {
  const [row] = await db.select().from(certificates).where(eq(certificates.keyId, keyId));
  return row;
}

/** Another key of this office that may deliver on this day; undefined when there is none. */
export async function otherValidKey(tx: Db, officeId: string, keyId: string, on: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ keyId: certificates.keyId })
    .from(certificates)
    .where(
      and(
        eq(certificates.officeId, officeId),
        ne(certificates.keyId, keyId),
        isNull(certificates.revokedAt),
        gte(certificates.validUntil, on),
      ),
    )
    .limit(1);
  return row?.keyId;
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
