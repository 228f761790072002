/** Open requests and restricted files of the whole office, and the rights of one file. */
import { addDays, germanDay, type IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { rightsView } from '../../shared/rights/rights-view.ts';
import type { RightsRow, RightsView } from '../../shared/rpc/rights.views.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadEvenRestricted } from '../cases/load-case.ts';
import { closedTo, whoAsks } from '../cases/who-asks.ts';
import type { CasesContext } from '../context.ts';

/** All of them: what is open is on no second page. */
const shown = 1_000_000;
/** A request is due within three months of its receipt; what an earlier version let somebody type further away is looked for too. */
const daysAhead = 4_000;

/** Nothing is logged: it shows that there is a request, as the list of dates does. */
export const overview = inCases.rights.overview.handler(({ context }): readonly RightsRow[] => {
  const { cases, options } = context;
  const today = options.today();
  const { user, role, standsInFor } = whoAsks(context);
  const readers = role === 'head' ? null : { user, standsInFor };
  const dues = { caseworker: null, kinds: ['request', 'granted'], until: addDays(today, daysAhead), limit: shown, readers } as const;
  const list = { caseworker: null, status: 'restricted', supportForm: null, gapsOnly: false, text: '', sort: 'name', descending: false, offset: 0, limit: shown } as const;
  const closed = closedTo(context);
  const { asked, restricted } = cases.read((tx) => ({
    asked: tx.projections.worklist(dues).rows,
    restricted: tx.projections.list(list).rows.filter((row) => !closed(row)),
  }));
  const views = new Map<RecordId, RightsView>();
  const viewOf = (record: RecordId): RightsView => {
    const known = views.get(record) ?? rightsView(loadEvenRestricted(context, record), today);
    views.set(record, known);
    return known;
  };
  const requests = [...new Set(asked.map(({ record }) => record))].flatMap((record) => requestRows(viewOf(record), today));
  const closedRows = restricted.map(({ id }) => restrictionRow(viewOf(id)));
  return [...requests, ...closedRows].sort((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1));
});

/** Until it is answered, and until it is done: two things, and either may be forgotten. */
function requestRows({ caseId, number, name, requests }: RightsView, today: IsoDay): readonly RightsRow[] {
  const of = { caseId, number, name };
  return requests.flatMap(({ open, kindLabel, text, due, overdue, owed, decidedOn }): readonly RightsRow[] => [
    ...(open ? [{ ...of, what: 'request', text: `${kindLabel}: ${text}`, due, overdue } as const] : []),
    ...(owed === null ? [] : [{ ...of, what: 'granted', text: `${owed.text}.`, due: decidedOn, overdue: decidedOn !== null && decidedOn < today } as const]),
  ]);
}

function restrictionRow({ caseId, number, name, restrictions }: RightsView): RightsRow {
  const [open] = restrictions.filter(({ liftedOn }) => liftedOn === null);
  const since = open?.since ?? null;
  const text = `Verarbeitung eingeschränkt${since === null ? '' : ` seit ${germanDay(since)}`}: ${open?.groundLabel ?? ''}`;
  return { caseId, number, name, what: 'restriction', text, due: null, overdue: false };
}

export const ofCase = inCases.rights.ofCase.handler(({ input, context }) => {
  const file = loadEvenRestricted(context, input.caseId);
  logRights(context, input.caseId, file.right);
  return rightsView(file, context.options.today());
});

function logRights(context: CasesContext, record: RecordId, right: string): void {
  logReading(context, { action: 'rights.ofCase', record, details: { right } });
}
