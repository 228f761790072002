/** Vertretung for a time: who stands in for whom. Nothing ends an absence but its last day. */
import { and, asc, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Absences } from '../contract/desk.ts';
import { absences } from './schema.ts';

export function openAbsences(db: BetterSQLite3Database): Absences {
  const today = sql.placeholder('today');
  const runs = and(lte(absences.from, today), or(isNull(absences.until), gte(absences.until, today)));
  const find = db.select().from(absences).where(eq(absences.id, sql.placeholder('id'))).prepare();
  // Asked with every file that is opened.
  const stoodInFor = db.select({ user: absences.user }).from(absences).where(and(eq(absences.deputy, sql.placeholder('deputy')), runs)).prepare();
  return {
    list: () => db.select().from(absences).orderBy(desc(absences.from), asc(absences.id)).all(),
    find: (id) => find.get({ id }),
    save: (row) => {
      const { id: _id, ...values } = row;
      db.insert(absences).values(row).onConflictDoUpdate({ target: absences.id, set: values }).run();
    },
    remove: (id) => {
      db.delete(absences).where(eq(absences.id, id)).run();
    },
    standsInFor: (deputy, day) => new Set(stoodInFor.all({ deputy, today: day }).map(({ user }) => user)),
  };
}
