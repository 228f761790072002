/** Monitoring-Meldungen: previews, the outbox, what was sent. */
import { and, desc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Deliveries, DeliveryRow } from '../contract/deliveries.ts';
import { deliveries } from './schema.ts';

export function openDeliveries(db: BetterSQLite3Database): Deliveries {
  return {
    list: () => db.select().from(deliveries).orderBy(desc(deliveries.builtAt), desc(deliveries.id)).all().map(toRow),
    find: (id) => {
      const row = db.select().from(deliveries).where(eq(deliveries.id, id)).get();
      return row === undefined ? undefined : toRow(row);
    },
    save: ({ id, ...row }) => {
      const values = { ...row, envelope: row.envelope === null ? null : Buffer.from(row.envelope) };
      db.insert(deliveries)
        .values({ id, ...values })
        .onConflictDoUpdate({ target: deliveries.id, set: values })
        .run();
    },
    removeBuilt: (id) => {
      db.delete(deliveries)
        .where(and(eq(deliveries.id, id), eq(deliveries.state, 'built')))
        .run();
    },
  };
}

function toRow(row: typeof deliveries.$inferSelect): DeliveryRow {
  return { ...row, envelope: row.envelope === null ? null : new Uint8Array(row.envelope) };
}
