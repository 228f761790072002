/** Everything dated, by kind: reviews, follow-ups, feedback asked for, tasks. */
import type { NamedDue } from '../db/contract/cases.ts';
import type { IsoDay } from '../shared/domain/day.ts';
import type { DueView } from '../shared/rpc/lists.views.ts';
import { inCases } from './base.ts';
import { whoAsks } from './cases/who-asks.ts';

export function dueView({ record, name, day, kind, text }: NamedDue, today: IsoDay): DueView {
  return { caseId: record, caseName: name, day, kind, text, overdue: day < today };
}

/** By day, so what is overdue comes first. Shielded files are not on the list of whoever may not open them. */
export const worklist = {
  list: inCases.worklist.list.handler(({ input, context }) => {
    const { mine, kinds, until, limit } = input;
    const today = context.options.today();
    const { user, role, standsInFor } = whoAsks(context);
    const readers = role === 'head' ? null : { user, standsInFor };
    const { total, rows } = context.cases.read((tx) => tx.projections.worklist({ caseworker: mine ? user : null, kinds, until, limit, readers }));
    return { total, rows: rows.map((row) => dueView(row, today)) };
  }),
};
