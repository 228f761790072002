/** Dated things to do, for the start page. Plain SQL: they are written with every save. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseProjection, CaseProjections, DueRow } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';

export interface Dues extends Pick<CaseProjections, 'dues'> {
  save(record: RecordId, rows: CaseProjection['dues']): void;
  clear(): void;
}

export function openDues(db: Sqlite): Dues {
  const remove = db.prepare<[string]>('DELETE FROM dues WHERE record = ?');
  const removeAll = db.prepare('DELETE FROM dues');
  const add = db.prepare<[string, string, string, string | null, string]>('INSERT INTO dues (record, day, kind, entry, text) VALUES (?, ?, ?, ?, ?)');
  const until = db.prepare<[{ readonly until: string; readonly caseworker: string | null }], DueRow>(`
    SELECT d.record, d.day, d.kind, d.entry, d.text FROM dues d JOIN case_rows r ON r.id = d.record
    WHERE d.day <= @until AND (@caseworker IS NULL OR r.caseworker = @caseworker)
    ORDER BY d.day, r.name_sort, d.record, d.kind, d.entry`);

  return {
    save: (record, rows) => {
      remove.run(record);
      for (const { day, kind, entry, text } of rows) add.run(record, day, kind, entry, text);
    },
    dues: (query) => until.all(query),
    clear: () => void removeAll.run(),
  };
}
