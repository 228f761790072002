/** Dated things to do, for the start page. Plain SQL: they are written with every save. */
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { CaseProjection, CaseProjections, DueRow, NamedDue, ProjectedDue, WorklistQuery } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';

export interface Dues extends Pick<CaseProjections, 'dues' | 'worklist'> {
  save(record: RecordId, caseworker: UserId | null, rows: CaseProjection['dues']): void;
  clear(): void;
}

/** As it lies in the table: the kind of a date about child protection says so. */
type Kept = Omit<DueRow, 'record' | 'kind'> & { readonly kind: string; readonly caseworker: UserId | null };

const protection = 'protection:';

function keptKind({ kind, protection: hidden }: ProjectedDue): string {
  return hidden === true ? protection + kind : kind;
}

function shown(row: NamedDue): NamedDue {
  return row.kind.startsWith(protection) ? { ...row, kind: row.kind.slice(protection.length) as NamedDue['kind'] } : row;
}

interface Range {
  readonly until: string;
  readonly caseworker: string | null;
  readonly limit: number;
}

interface WorklistRange extends Range {
  /** JSON; null: every kind. */
  readonly kinds: string | null;
  /** Null: reads everything, whoever it belongs to. */
  readonly user: string | null;
  /** JSON: in whose files she reads what others do not. */
  readonly responsible: string;
}

/** CROSS JOIN: the dates by their index first, then the few files they belong to. */
const onWorklist = (whose: string): string => `
  FROM dues d CROSS JOIN case_rows r ON r.id = d.record
  WHERE ${whose} d.day <= @until
    AND (@kinds IS NULL OR d.kind IN (SELECT value FROM json_each(@kinds)))
    AND (@user IS NULL OR (r.shielded = 0 AND d.kind NOT GLOB '${protection}*') OR r.deputy = @user OR r.caseworker IN (SELECT value FROM json_each(@responsible)))`;

function rangeOf({ caseworker, kinds, until, limit, readers }: WorklistQuery): WorklistRange {
  const responsible = readers === null ? [] : [readers.user, ...readers.standsInFor];
  return { until, caseworker, limit, kinds: kinds.length === 0 ? null : JSON.stringify(kinds.flatMap((kind) => [kind, protection + kind])), user: readers?.user ?? null, responsible: JSON.stringify(responsible) };
}

export function openDues(db: Sqlite): Dues {
  const kept = db.prepare<[string], Kept>('SELECT day, kind, entry, text, caseworker FROM dues WHERE record = ? ORDER BY rowid');
  const remove = db.prepare<[string]>('DELETE FROM dues WHERE record = ?');
  const removeAll = db.prepare('DELETE FROM dues');
  const add = db.prepare<[string, string, string, string | null, string, string | null]>(
    'INSERT INTO dues (record, day, kind, entry, text, caseworker) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const inRange = (whose: string) => ({
    total: db.prepare<[Range], number>(`SELECT count(*) FROM dues WHERE ${whose} AND day <= @until`).pluck(),
    // Days first, by the index alone: only the cases of the days that are shown are looked up and sorted by name.
    rows: db.prepare<[Range], NamedDue>(`
      SELECT d.record, r.name, d.caseworker, d.day, d.kind, d.entry, d.text FROM dues d CROSS JOIN case_rows r ON r.id = d.record
      WHERE ${whose.replace('caseworker', 'd.caseworker')} AND d.day <= coalesce(
        (SELECT day FROM dues WHERE ${whose} AND day <= @until ORDER BY day LIMIT 1 OFFSET @limit - 1), @until)
      ORDER BY d.day, r.name_sort, d.record, d.kind, d.entry LIMIT @limit`),
  });
  const ofOne = inRange('caseworker = @caseworker');
  const ofAll = inRange(`kind NOT GLOB '${protection}*'`);
  const worklistOf = (whose: string) => ({
    total: db.prepare<[WorklistRange], number>(`SELECT count(*) ${onWorklist(whose)}`).pluck(),
    rows: db.prepare<[WorklistRange], NamedDue>(
      `SELECT d.record, r.name, d.caseworker, d.day, d.kind, d.entry, d.text ${onWorklist(whose)} ORDER BY d.day, r.name_sort, d.record, d.kind, d.entry LIMIT @limit`,
    ),
  });
  const worklistOfOne = worklistOf('d.caseworker = @caseworker AND');
  const worklistOfAll = worklistOf('');

  return {
    save: (record, caseworker, rows) => {
      const wanted = rows.map((row): Kept => ({ day: row.day, kind: keptKind(row), entry: row.entry, text: row.text, caseworker }));
      // Most acts change no date.
      if (JSON.stringify(wanted) === JSON.stringify(kept.all(record))) return;
      remove.run(record);
      for (const { day, kind, entry, text } of wanted) add.run(record, day, kind, entry, text, caseworker);
    },
    dues: (query) => {
      const { total, rows } = query.caseworker === null ? ofAll : ofOne;
      return { total: total.get(query) ?? 0, rows: rows.all(query).map(shown) };
    },
    worklist: (query) => {
      const range = rangeOf(query);
      const worklist = query.caseworker === null ? worklistOfAll : worklistOfOne;
      return { total: worklist.total.get(range) ?? 0, rows: worklist.rows.all(range).map(shown) };
    },
    clear: () => void removeAll.run(),
  };
}
