/** Dated things to do, for the start page. */
import { and, asc, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseProjection, CaseProjections } from '../contract.ts';
import { placeholders } from '../prepared.ts';
import { caseRows, dues } from './schema.ts';

export interface Dues extends Pick<CaseProjections, 'dues'> {
  save(record: RecordId, rows: CaseProjection['dues']): void;
}

export function openDues(db: BetterSQLite3Database): Dues {
  const remove = db
    .delete(dues)
    .where(eq(dues.record, sql.placeholder('record')))
    .prepare();
  const add = db
    .insert(dues)
    .values(placeholders(getTableColumns(dues)))
    .prepare();

  return {
    save: (record, rows) => {
      remove.run({ record });
      for (const row of rows) add.run({ record, ...row });
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
