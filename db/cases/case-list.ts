/**
 * The case list: filter, sort, a page of rows.
 *
 * Plain SQL, as in search: these statements run with every save and every letter somebody types, and building and mapping them through
 * drizzle takes longer than SQLite needs to answer.
 */
import { sortKey } from '../../shared/cases/fold-words.ts';
import type { CaseListQuery, CaseProjections, CaseRow } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';
import type { CaseSearch } from './search.ts';

const columns = `
  id, number, name, born, support_form AS supportForm, status, consent, caseworker, next_date AS nextDate, gaps, changed_at AS changedAt`;

const sortColumns = { name: 'name_sort', number: 'number_sort', nextDate: 'next_date', gaps: 'gaps', changedAt: 'changed_at' } as const;

export interface CaseList extends Pick<CaseProjections, 'list' | 'findRow' | 'gaps'> {
  /** Returns the row number under which texts and words are kept. */
  save(row: CaseRow): number;
  /** The row number of the case that was removed; undefined when there was none. */
  remove(record: string): number | undefined;
  clear(): void;
}

export function caseList(db: Sqlite, search: CaseSearch): CaseList {
  const findRow = db.prepare<[string], CaseRow>(`SELECT ${columns} FROM case_rows WHERE id = ?`);
  const upsert = db
    .prepare<[Record<string, unknown>], number>(
      `INSERT INTO case_rows
         (id, number, number_sort, name, name_sort, born, support_form, status, consent, caseworker, next_date, gaps, changed_at)
       VALUES
         (@id, @number, @numberSort, @name, @nameSort, @born, @supportForm, @status, @consent, @caseworker, @nextDate, @gaps, @changedAt)
       ON CONFLICT (id) DO UPDATE SET
         number = excluded.number, number_sort = excluded.number_sort, name = excluded.name, name_sort = excluded.name_sort,
         born = excluded.born, support_form = excluded.support_form, status = excluded.status, consent = excluded.consent,
         caseworker = excluded.caseworker, next_date = excluded.next_date, gaps = excluded.gaps, changed_at = excluded.changed_at
       RETURNING row`,
    )
    .pluck();
  const remove = db.prepare<[string], number>('DELETE FROM case_rows WHERE id = ? RETURNING row').pluck();
  const removeAll = db.prepare('DELETE FROM case_rows');
  const gaps = db.prepare<[string], number>('SELECT total(gaps) FROM case_rows WHERE caseworker = ?').pluck();

  // One statement for each way the list is looked at; there are few, and compiling one takes longer than a page of rows.
  const pages = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (where: string, order: string) => ({
    total: db.prepare<[Filter], number>(`SELECT count(*) FROM case_rows ${where}`).pluck(),
    rows: db.prepare<[Filter & Page], CaseRow>(`SELECT ${columns} FROM case_rows ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`),
  });

  return {
    save: (row) => {
      const saved = upsert.get({ ...row, nameSort: sortKey(row.name), numberSort: sortKey(row.number) });
      if (saved === undefined) throw new Error('an upsert without a row');
      return saved;
    },
    remove: (record) => remove.get(record),
    clear: () => void removeAll.run(),
    findRow: (id) => findRow.get(id),
    gaps: (caseworker) => gaps.get(caseworker) ?? 0,
    list: (query) => {
      const found = query.text.trim() === '' ? null : search.rowsByIdentity(query.text);
      const where = whereOf(query, found !== null);
      const order = orderOf(query);
      const key = `${where} ${order}`;
      const page = pages.get(key) ?? prepare(where, order);
      pages.set(key, page);
      const { caseworker, status, supportForm, limit, offset } = query;
      const filter = { caseworker, status, supportForm, found: JSON.stringify(found) };
      return { total: page.total.get(filter) ?? 0, rows: page.rows.all({ ...filter, limit, offset }) };
    },
  };
}

type Filter = Readonly<Record<'caseworker' | 'status' | 'supportForm' | 'found', string | null>>;
type Page = Readonly<Record<'limit' | 'offset', number>>;

function whereOf({ caseworker, status, supportForm, gapsOnly }: CaseListQuery, text: boolean): string {
  const conditions = [
    caseworker === null ? null : 'caseworker = @caseworker',
    status === null ? null : 'status = @status',
    supportForm === null ? null : 'support_form = @supportForm',
    gapsOnly ? 'gaps > 0' : null,
    text ? 'row IN (SELECT value FROM json_each(@found))' : null,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Cases without a date or name come last, whichever way the list runs; NULL and '' are SQLite's smallest. */
function orderOf({ sort, descending }: CaseListQuery): string {
  const column = sortColumns[sort];
  if (descending) return `${column} DESC, id DESC`;
  const emptyLast = sort === 'nextDate' ? `(${column} IS NULL), ` : sort === 'name' ? `(${column} = ''), ` : '';
  return `${emptyLast}${column} ASC, id ASC`;
}
