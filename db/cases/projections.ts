/** Everything that is kept beside the histories of the cases so that lists, search and counts are quick. */
import type { CaseProjections } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';
import { alikePeople } from './alike.ts';
import { caseList } from './case-list.ts';
import { openClockRows } from './clock-rows.ts';
import { openDues } from './dues.ts';
import { factRows } from './facts.ts';
import type { IsFrozen } from './kept-facts.ts';
import { caseSearch } from './search.ts';

export function openProjections(db: Sqlite, isFrozen: IsFrozen): CaseProjections {
  const search = caseSearch(db);
  const list = caseList(db, search);
  const alike = alikePeople(db);
  const due = openDues(db);
  const clock = openClockRows(db);
  const facts = factRows(db, isFrozen);

  return {
    save: (record, projection, indexed = 'now') => {
      if (projection.row.id !== record) throw new Error('a projection of another case');
      const row = list.save(projection.row);
      search.save(row, projection.words, indexed);
      alike.save(row, projection.alike ?? null);
      due.save(record, projection.row.caseworker, projection.dues);
      clock.save(record, projection.clock ?? null);
      facts.save(record, projection.facts);
    },
    remove: (record) => {
      const removed = list.remove(record);
      if (removed !== undefined) {
        search.remove(removed);
        alike.remove(removed);
      }
      due.save(record, null, []);
      clock.save(record, null);
      facts.save(record, {});
    },
    releaseFacts: (record, remainder) => { facts.release(record, remainder); },
    list: (query) => list.list(query),
    findRow: (id) => list.findRow(id),
    gaps: (caseworker) => list.gaps(caseworker),
    shielded: () => list.shielded(),
    withCardInside: () => list.withCardInside(),
    search: (text, limit, closed) => search.search(text, limit, closed),
    alike: (person) => alike.candidates(person),
    settleWords: (limit) => search.settleWords(limit),
    countDueWords: () => search.countDueWords(),
    dues: (query) => due.dues(query),
    worklist: (query) => due.worklist(query),
    clockDays: (until) => clock.until(until),
    clockLine: (record) => clock.line(record),
    clear: () => {
      list.clear();
      due.clear();
      clock.clear();
      search.clear();
      alike.clear();
    },
  };
}
