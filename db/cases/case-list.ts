/**
 * The case list: filter, sort, a page of rows.
 *
 * Plain SQL, as in search: these statements run with every save and every letter somebody types, and building and mapping them through
 * drizzle takes longer than SQLite needs to answer.
 */
import type { Statement } from 'better-sqlite3';
import { sortKey } from '../../shared/cases/fold-words.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseListQuery, CaseProjections, CaseRow } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';
import type { CaseSearch } from './search.ts';

const columns = `
  id, number, name, born, support_form AS supportForm, status, consent, caseworker, next_date AS nextDate, gaps, changed_at AS changedAt,
  deputy, shielded, card_inside AS cardInside`;

/** Every column but `row`, by the name of its value. */
const keptColumns = {
  id: 'id',
  number: 'number',
  numberSort: 'number_sort',
  name: 'name',
  nameSort: 'name_sort',
  born: 'born',
  supportForm: 'support_form',
  status: 'status',
  consent: 'consent',
  caseworker: 'caseworker',
  nextDate: 'next_date',
  gaps: 'gaps',
  changedAt: 'changed_at',
  deputy: 'deputy',
  shielded: 'shielded',
  cardInside: 'card_inside',
} as const;
/** SQLite knows no truth values. */
type StoredRow = Omit<CaseRow, 'shielded' | 'cardInside'> & { readonly shielded: 0 | 1; readonly cardInside: 0 | 1 };
const asRow = (stored: StoredRow): CaseRow => ({ ...stored, shielded: stored.shielded === 1, cardInside: stored.cardInside === 1 });
type Kept = Readonly<Record<string, string | number | null>>;

const sortColumns = { name: 'name_sort', number: 'number_sort', nextDate: 'next_date', gaps: 'gaps', changedAt: 'changed_at' } as const;

export interface CaseList extends Pick<CaseProjections, 'list' | 'findRow' | 'gaps' | 'shielded' | 'withCardInside'> {
  /** Returns the row number under which texts and words are kept. */
  save(row: CaseRow): number;
  /** The row number of the case that was removed; undefined when there was none. */
  remove(record: string): number | undefined;
  clear(): void;
}

export function caseList(db: Sqlite, search: CaseSearch): CaseList {
  const findRow = db.prepare<[string], StoredRow>(`SELECT ${columns} FROM case_rows WHERE id = ?`);
  const kept = db.prepare<[string], Kept>(`SELECT row, ${Object.values(keptColumns).join(', ')} FROM case_rows WHERE id = ?`);
  const insert = db
    .prepare<[Kept], number>(
      `INSERT INTO case_rows (${Object.values(keptColumns).join(', ')}) VALUES (${Object.values(keptColumns).map((column) => `@${column}`).join(', ')}) RETURNING row`,
    )
    .pluck();
  // SQLite writes every index anew that has one of the named columns in it, changed or not: most acts change two or three.
  const updates = new Map<string, Statement<[Kept]>>();
  const update = (changed: readonly string[]): Statement<[Kept]> => {
    const sets = changed.map((column) => `${column} = @${column}`).join(', ');
    const prepared = updates.get(sets) ?? db.prepare<[Kept]>(`UPDATE case_rows SET ${sets} WHERE row = @row`);
    updates.set(sets, prepared);
    return prepared;
  };
  const remove = db.prepare<[string], number>('DELETE FROM case_rows WHERE id = ? RETURNING row').pluck();
  const removeAll = db.prepare('DELETE FROM case_rows');
  const shielded = db.prepare<[], RecordId>('SELECT id FROM case_rows WHERE shielded = 1 ORDER BY id').pluck();
  const withCardInside = db.prepare<[], RecordId>('SELECT id FROM case_rows WHERE card_inside = 1 ORDER BY id').pluck();
  const rowsOf = db.prepare<[string], number>('SELECT row FROM case_rows WHERE id IN (SELECT value FROM json_each(?))').pluck();
  // Ids are random, so their order says nothing.
  const byId = db.prepare<[string], StoredRow>(`SELECT ${columns} FROM case_rows WHERE row IN (SELECT value FROM json_each(?)) ORDER BY id`);
  const gaps = db.prepare<[string], number>('SELECT total(gaps) FROM case_rows WHERE caseworker = ?').pluck();

  // One statement for each way the list is looked at; there are few, and compiling one takes longer than a page of rows.
  const pages = new Map<string, ReturnType<typeof prepare>>();
  const prepare = ({ total, rows }: ListSql) => ({ total: db.prepare<[Filter], number>(total).pluck(), rows: db.prepare<[Filter & Page], StoredRow>(rows) });

  return {
    save: (row) => {
      const next = { ...row, shielded: row.shielded ? 1 : 0, cardInside: row.cardInside ? 1 : 0, nameSort: sortKey(row.name), numberSort: sortKey(row.number) };
      const values: Kept = Object.fromEntries(Object.entries(keptColumns).map(([name, column]) => [column, next[name as keyof typeof keptColumns]]));
      const before = kept.get(row.id);
      if (before === undefined) {
        const added = insert.get(values);
        if (added === undefined) throw new Error('an insert without a row');
        return added;
      }
      const changed = Object.keys(values).filter((column) => values[column] !== before[column]);
      if (changed.length > 0) update(changed).run({ ...values, row: before['row'] ?? null });
      return Number(before['row']);
    },
    remove: (record) => remove.get(record),
    clear: () => void removeAll.run(),
    findRow: (id) => {
      const found = findRow.get(id);
      return found === undefined ? undefined : asRow(found);
    },
    shielded: () => shielded.all(),
    withCardInside: () => withCardInside.all(),
    gaps: (caseworker) => gaps.get(caseworker) ?? 0,
    list: (query) => {
      const found = query.text.trim() === '' ? null : search.rowsByIdentity(query.text);
      const closedIds = query.closed ?? [];
      const closed = closedIds.length === 0 ? [] : rowsOf.all(JSON.stringify(closedIds));
      const statements = listSql(query, { text: found !== null, closed: closed.length > 0 });
      const page = pages.get(statements.rows) ?? prepare(statements);
      pages.set(statements.rows, page);
      const { caseworker, status, supportForm, limit, offset } = query;
      const filter = { caseworker, status, supportForm, found: JSON.stringify(found), closed: JSON.stringify(closed) };
      const total = page.total.get(filter) ?? 0;
      const rows = page.rows.all({ ...filter, limit, offset });
      // Whatever is asked for says something of whoever is listed: a closed file is in the whole list only.
      if (closed.length === 0 || isFiltered(query)) return { total, rows: rows.map(asRow) };
      const from = Math.max(0, offset - total);
      const behind = byId.all(JSON.stringify(closed)).slice(from, from + limit - rows.length);
      return { total: total + closed.length, rows: [...rows, ...behind].map(asRow) };
    },
  };
}

function isFiltered({ text, caseworker, status, supportForm, gapsOnly }: CaseListQuery): boolean {
  return text.trim() !== '' || caseworker !== null || status !== null || supportForm !== null || gapsOnly;
}

type Filter = Readonly<Record<'caseworker' | 'status' | 'supportForm' | 'found' | 'closed', string | null>>;
type Page = Readonly<Record<'limit' | 'offset', number>>;

export interface ListSql {
  readonly total: string;
  readonly rows: string;
}

interface RowLists {
  /** Only the rows of a given list, `@found`. */
  readonly text: boolean;
  /** None of the rows of `@closed`. */
  readonly closed: boolean;
}

export function listSql(query: CaseListQuery, lists: RowLists): ListSql {
  return {
    total: `SELECT count(*) FROM case_rows ${whereOf(query, lists, '')}`,
    // The plus keeps SQLite from collecting all that fits, to look each up and sort: the index of the order holds the filters, too.
    rows: `SELECT ${columns} FROM case_rows ${whereOf(query, lists, '+')} ORDER BY ${orderOf(query)} LIMIT @limit OFFSET @offset`,
  };
}

/** `mark` before a column: `+` takes it from the indexes SQLite may choose by. */
function whereOf({ caseworker, status, supportForm, gapsOnly }: CaseListQuery, { text, closed }: RowLists, mark: '' | '+'): string {
  const conditions = [
    caseworker === null ? null : `${mark}caseworker = @caseworker`,
    status === null ? null : `${mark}status = @status`,
    supportForm === null ? null : `${mark}support_form = @supportForm`,
    gapsOnly ? `${mark}gaps > 0` : null,
    text ? 'row IN (SELECT value FROM json_each(@found))' : null,
    closed ? 'row NOT IN (SELECT value FROM json_each(@closed))' : null,
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
