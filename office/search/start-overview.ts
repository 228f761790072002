import { ofAgeAheadDays } from '../../shared/cases/of-age.ts';
import { addDays } from '../../shared/domain/day.ts';
import type { StartView } from '../../shared/rpc/lists.views.ts';
import { inCases } from '../base.ts';
import { rowViewFor } from '../cases/row-view.ts';
import { closedTo } from '../cases/who-asks.ts';
import { clockStart } from '../clock/start.ts';
import { cautionsFor } from '../people/cautions.ts';
import { dueViews } from '../worklist.ts';

/** Rows on the start page; the list has all. */
const rowsShown = 12;
/** Dates on the start page; who has more sees how many. */
const duesShown = 50;
/** How far ahead the start page looks, days. */
const daysAhead = 14;

/** No filter. */
const anyCase = { status: null, supportForm: null, gapsOnly: false, text: '' } as const;

/** My cases, the most recently touched first, and what is due. */
export const startOverview = inCases.start.overview.handler(({ context }): StartView => {
  const closed = closedTo(context);
  const cautions = cautionsFor(context);
  const today = context.options.today();
  const caseworker = context.store.user;
  const clock = clockStart(context);
  return context.cases.read((tx) => {
    const all = { ...anyCase, caseworker, descending: true, offset: 0 } as const;
    const { total, rows } = tx.projections.list({ ...all, sort: 'changedAt', limit: rowsShown });
    const until = addDays(today, daysAhead);
    const dues = tx.projections.dues({ caseworker, until, limit: duesShown });
    // Eight weeks for what a counsellor cannot do in two: to ask for a consent of her own.
    const ofAge = { caseworker, kinds: ['of_age'], until: addDays(today, ofAgeAheadDays), limit: duesShown, readers: null };
    const later = tx.projections.worklist(ofAge).rows.filter(({ day }) => day > until);
    return {
      myCases: rows.map((row) => rowViewFor(row, today, closed(row), cautions)),
      myCasesTotal: total,
      dues: dueViews(context, [...dues.rows, ...later].slice(0, duesShown)),
      duesTotal: dues.total + later.length,
      gapsTotal: tx.projections.gaps(caseworker),
      clock,
    };
  });
});
