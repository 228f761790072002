/** „Seit du weg warst“: what others did in my files in the days of my last absence. */
import type { AuditLine } from '../../db/contract/audit.ts';
import type { CaseRow } from '../../db/contract/cases.ts';
import type { AbsenceRow } from '../../db/contract/desk.ts';
import { addDays, dayHere, type IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { AwayView } from '../../shared/rpc/desk.views.ts';
import { opened } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import type { OpenContext } from '../context.ts';
import { wordsOfAct } from './act-words.ts';

/** After that nobody needs to be told any more, days after the last one away. */
const toldDays = 14;
/** Newest entries of the log looked at per file. */
const linesPerFile = 300;
/** Rows read at a time. */
const page = 100;

type Line = AwayView['lines'][number];

/** The latest that has begun, also while it runs; null when its end is long ago. */
function lastAbsence({ store, options }: OpenContext): AbsenceRow | null {
  const today = options.today();
  const mine = store.desk.read((tx) => tx.absences.list()).filter(({ user, from }) => user === store.user && from <= today);
  return mine.find(({ until }) => until === null || addDays(until, toldDays) >= today) ?? null;
}

/** My files that were changed on or after the day. */
function changedSince({ store }: OpenContext, day: IsoDay): readonly CaseRow[] {
  const found: CaseRow[] = [];
  const query = { caseworker: store.user, status: null, supportForm: null, gapsOnly: false, text: '', sort: 'changedAt', descending: true, limit: page } as const;
  for (let offset = 0; ; offset += page) {
    const rows = store.cases?.read((tx) => tx.projections.list({ ...query, offset }).rows) ?? [];
    const changed = rows.filter(({ changedAt }) => (dayHere(changedAt) ?? '') >= day);
    found.push(...changed);
    if (changed.length < page) return found;
  }
}

/** Both doors: an appointment is on the card, a contact in the file. */
function logOf({ store }: OpenContext, record: RecordId): readonly AuditLine[] {
  const query = { record, limit: linesPerFile };
  return [...(store.cases?.read((tx) => tx.audit.read(query)) ?? []), ...store.desk.read((tx) => tx.audit.read(query))];
}

/** What the same colleague did to the same file on the same day is said once. */
function together(lines: readonly Line[]): readonly Line[] {
  const newest = new Map<string, Line>();
  for (const line of lines) {
    const key = [line.caseId, line.authorName, line.what, line.at.slice(0, 10)].join(' ');
    const other = newest.get(key);
    if (other === undefined || other.at < line.at) newest.set(key, line);
  }
  return [...newest.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

export const sinceAway = opened.absences.sinceAway.handler(({ context }): AwayView | null => {
  const absence = lastAbsence(context);
  if (absence === null) return null;
  const { from, until } = absence;
  const { store, options } = context;
  const nameOf = namesOf(store.desk.read((tx) => tx.staff.list()));
  const isThen = (at: string): boolean => {
    const day = dayHere(at) ?? '';
    return day >= from && (until === null || day <= until);
  };
  const lines = changedSince(context, from).flatMap((row) =>
    logOf(context, row.id).flatMap((line): readonly Line[] => {
      const { at, user } = line;
      if (user === null || user === store.user || !isThen(at)) return [];
      const what = wordsOfAct(options.catalogue, line);
      return what === null ? [] : [{ caseId: row.id, caseName: row.name, at, authorName: nameOf(user), what }];
    }),
  );
  return { from, until, lines: together(lines) };
});
