/** Dated things to do, for the start page. Plain SQL: they are written with every save. */
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { CaseProjection, CaseProjections, DueRow, NamedDue, WorklistQuery } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';

export interface Dues extends Pick<CaseProjections, 'dues' | 'worklist'> {
  save(record: RecordId, caseworker: UserId | null, rows: CaseProjection['dues']): void;
  clear(): void;
}

type Kept = Omit<DueRow, 'record'> & { readonly caseworker: UserId | null };

interface Range {
  readonly until: string;
  readonly caseworker: string | null;
  readonly limit: number;
}

interface WorklistRange extends Range {
  /** JSON; null: every kind. */
  readonly kinds: string | null;
  /** Null: reads shielded files whoever they belong to. */
  readonly user: string | null;
  /** JSON: whose shielded files she reads. */
  readonly responsible: string;
}

/** CROSS JOIN: the dates by their index first, then the few files they belong to. */
const onWorklist = (whose: string): string => `
  FROM dues d CROSS JOIN case_rows r ON r.id = d.record
  WHERE ${whose} d.day <= @until
    AND (@kinds IS NULL OR d.kind IN (SELECT value FROM json_each(@kinds)))
    AND (@user IS NULL OR r.shielded = 0 OR r.deputy = @user OR r.caseworker IN (SELECT value FROM json_each(@responsible)))`;

function rangeOf({ caseworker, kinds, until, limit, readers }: WorklistQuery): WorklistRange {
  const responsible = readers === null ? [] : [readers.user, ...readers.standsInFor];
  return { until, caseworker, limit, kinds: kinds.length === 0 ? null : JSON.stringify(kinds), user: readers?.user ?? null, responsible: JSON.stringify(responsible) };
}

export function openDues(db: Sqlite): Dues {
  const kept = db.prepare<[string], Kept>('SELECT day, kind, entry, text, caseworker FROM dues WHERE record = ? ORDER BY rowid');
  const remove = db.prepare<[string]>('DELETE FROM dues WHERE record = ?');
  const removeAll = db.prepare('DELETE FROM dues');
  const add = db.prepare<[string, string, string, string | null, string, string | null]>(
    'INSERT INTO dues (record, day, kind, entry, text, caseworker) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const inRange = (whose: string) => ({
    total: db.prepare<[Range], number>(`SELECT count(*) FROM dues WHERE ${whose} day <= @until`).pluck(),
    // Days first, by the index alone: only the cases of the days that are shown are looked up and sorted by name.
    rows: db.prepare<[Range], NamedDue>(`
      SELECT d.record, r.name, d.day, d.kind, d.entry, d.text FROM dues d CROSS JOIN case_rows r ON r.id = d.record
      WHERE ${whose.replace('caseworker', 'd.caseworker')} d.day <= coalesce(
        (SELECT day FROM dues WHERE ${whose} day <= @until ORDER BY day LIMIT 1 OFFSET @limit - 1), @until)
      ORDER BY d.day, r.name_sort, d.record, d.kind, d.entry LIMIT @limit`),
  });
  const ofOne = inRange('caseworker = @caseworker AND');
  const ofAll = inRange('');
  const worklistOf = (whose: string) => ({
    total: db.prepare<[WorklistRange], number>(`SELECT count(*) ${onWorklist(whose)}`).pluck(),
    rows: db.prepare<[WorklistRange], NamedDue>(
      `SELECT d.record, r.name, d.day, d.kind, d.entry, d.text ${onWorklist(whose)} ORDER BY d.day, r.name_sort, d.record, d.kind, d.entry LIMIT @limit`,
    ),
  });
  const worklistOfOne = worklistOf('d.caseworker = @caseworker AND');
  const worklistOfAll = worklistOf('');

  return {
    save: (record, caseworker, rows) => {
      const wanted = rows.map(({ day, kind, entry, text }): Kept => ({ day, kind, entry, text, caseworker }));
      // Most acts change no date.
      if (JSON.stringify(wanted) === JSON.stringify(kept.all(record))) return;
      remove.run(record);
      for (const { day, kind, entry, text } of rows) add.run(record, day, kind, entry, text, caseworker);
    },
    dues: (query) => {
      const { total, rows } = query.caseworker === null ? ofAll : ofOne;
      return { total: total.get(query) ?? 0, rows: rows.all(query) };
    },
    worklist: (query) => {
      const range = rangeOf(query);
      const { total, rows } = query.caseworker === null ? worklistOfAll : worklistOfOne;
      return { total: total.get(range) ?? 0, rows: rows.all(range) };
    },
    clear: () => void removeAll.run(),
  };
}
