/** Everything that is kept beside the histories of the cases so that lists, search and counts are quick. */
import { eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { CaseProjections } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';
import { caseList } from './case-list.ts';
import { openDues } from './dues.ts';
import { factRows } from './facts.ts';
import { caseRows, dues } from './schema.ts';
import { caseSearch } from './search.ts';

export function openProjections(db: Sqlite, orm: BetterSQLite3Database): CaseProjections {
  const search = caseSearch(db);
  const list = caseList(orm, search);
  const due = openDues(orm);
  const facts = factRows(db);

  return {
    save: (record, projection) => {
      if (projection.row.id !== record) throw new Error('a projection of another case');
      const row = list.save(projection.row);
      search.save(row, projection.words);
      due.save(record, projection.dues);
      facts.save(record, projection.facts);
    },
    remove: (record) => {
      const removed = orm.delete(caseRows).where(eq(caseRows.id, record)).returning({ row: caseRows.row }).get();
      if (removed !== undefined) search.remove(removed.row);
      due.save(record, []);
      facts.save(record, {});
    },
    list: (query) => list.list(query),
    findRow: (id) => list.findRow(id),
    search: (text, limit) => search.search(text, limit),
    dues: (query) => due.dues(query),
    clear: () => {
      orm.delete(caseRows).run();
      orm.delete(dues).run();
      search.clear();
    },
  };
}
