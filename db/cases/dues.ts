/** Dated things to do, for the start page. */
import { and, asc, eq, lte } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseProjection, CaseProjections } from '../contract.ts';
import { caseRows, dues } from './schema.ts';

export interface Dues extends Pick<CaseProjections, 'dues'> {
  save(record: RecordId, rows: CaseProjection['dues']): void;
}

export function openDues(db: BetterSQLite3Database): Dues {
  return {
    save: (record, rows) => {
      db.delete(dues).where(eq(dues.record, record)).run();
      if (rows.length > 0) {
        db.insert(dues)
          .values(rows.map((row) => ({ record, ...row })))
          .run();
      }
    },
    dues: ({ caseworker, until }) =>
      db
        .select({ record: dues.record, day: dues.day, kind: dues.kind, entry: dues.entry, text: dues.text })
        .from(dues)
        .innerJoin(caseRows, eq(caseRows.id, dues.record))
        .where(and(lte(dues.day, until), caseworker === null ? undefined : eq(caseRows.caseworker, caseworker)))
        .orderBy(asc(dues.day), asc(caseRows.nameSort), asc(dues.record), asc(dues.kind), asc(dues.entry))
        .all(),
  };
}
