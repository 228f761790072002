/** The case list: filter, sort, a page of rows. */
import { and, asc, count, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { sortKey } from '../../shared/cases/fold-words.ts';
import type { CaseListQuery, CaseProjections, CaseRow } from '../contract.ts';
import { placeholders, replaced } from '../prepared.ts';
import { caseRows } from './schema.ts';
import type { CaseSearch } from './search.ts';

const columns = {
  id: caseRows.id,
  number: caseRows.number,
  name: caseRows.name,
  born: caseRows.born,
  supportForm: caseRows.supportForm,
  status: caseRows.status,
  consent: caseRows.consent,
  caseworker: caseRows.caseworker,
  nextDate: caseRows.nextDate,
  gaps: caseRows.gaps,
  changedAt: caseRows.changedAt,
};

const saved = { ...columns, nameSort: caseRows.nameSort, numberSort: caseRows.numberSort };

const sortColumns = {
  name: caseRows.nameSort,
  number: caseRows.numberSort,
  nextDate: caseRows.nextDate,
  gaps: caseRows.gaps,
  changedAt: caseRows.changedAt,
} as const;

export interface CaseList extends Pick<CaseProjections, 'list' | 'findRow'> {
  /** Returns the row number under which texts and words are kept. */
  save(row: CaseRow): number;
}

export function caseList(db: BetterSQLite3Database, search: CaseSearch): CaseList {
  const findRow = db
    .select(columns)
    .from(caseRows)
    .where(eq(caseRows.id, sql.placeholder('id')))
    .prepare();

  const upsert = db
    .insert(caseRows)
    .values(placeholders(saved))
    .onConflictDoUpdate({ target: caseRows.id, set: replaced(saved) })
    .returning({ row: caseRows.row })
    .prepare();

  return {
    save: (row) => upsert.get({ ...row, nameSort: sortKey(row.name), numberSort: sortKey(row.number) }).row,
    findRow: (id) => findRow.get({ id }),
    list: (query) => {
      const where = matching(query, search);
      const total = db.select({ total: count() }).from(caseRows).where(where).get()?.total ?? 0;
      const rows = db
        .select(columns)
        .from(caseRows)
        .where(where)
        .orderBy(...order(query))
        .limit(query.limit)
        .offset(query.offset)
        .all();
      return { total, rows };
    },
  };
}

function matching({ caseworker, status, supportForm, gapsOnly, text }: CaseListQuery, search: CaseSearch): SQL | undefined {
  const found = text.trim() === '' ? null : search.rowsByIdentity(text);
  return and(
    caseworker === null ? undefined : eq(caseRows.caseworker, caseworker),
    status === null ? undefined : eq(caseRows.status, status),
    supportForm === null ? undefined : eq(caseRows.supportForm, supportForm),
    gapsOnly ? gt(caseRows.gaps, 0) : undefined,
    found === null ? undefined : inArray(caseRows.row, sql`(SELECT value FROM json_each(${JSON.stringify(found)}))`),
  );
}

/** Cases without a date or name come last, whichever way the list runs; NULL and '' are SQLite's smallest. */
function order({ sort, descending }: CaseListQuery): SQL[] {
  const column = sortColumns[sort];
  const direction = descending ? desc : asc;
  const emptyLast = sort === 'nextDate' ? [sql`(${column} IS NULL)`] : sort === 'name' ? [sql`(${column} = '')`] : [];
  return [...(descending ? [] : emptyLast), direction(column), direction(caseRows.id)];
}
