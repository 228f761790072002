/** Everything dated, by kind: reviews, follow-ups, feedback asked for, tasks. */
import type { NamedDue } from '../db/contract/cases.ts';
import { ownDueTexts } from '../shared/cases/next-dates.ts';
import { dueTexts } from '../shared/catalogue/due-texts.ts';
import type { LoadedCatalogue } from '../shared/catalogue/load-catalogue.ts';
import type { DueKind } from '../shared/catalogue/types.ts';
import type { DueView } from '../shared/rpc/lists.views.ts';
import { inCases } from './base.ts';
import { whoAsks } from './cases/who-asks.ts';
import type { CasesContext } from './context.ts';

/** Kinds of dates that may be written in somebody's words. */
function writtenKinds(catalogue: LoadedCatalogue): ReadonlySet<DueKind> {
  const isWritten = (id: string): boolean => ['text', 'longtext', 'reference'].includes(catalogue.field(id)?.type ?? '');
  return new Set(catalogue.fields.flatMap((field) => (field.due !== undefined && dueTexts(field).some(isWritten) ? [field.due.kind] : [])));
}

/** Nothing is logged of a list. So words are for the Fachkraft alone whose file it is; everybody else opens it to read them. */
export function dueViews({ store, options }: CasesContext, rows: readonly NamedDue[]): readonly DueView[] {
  const written = writtenKinds(options.catalogue);
  const ours = ownDueTexts(options.catalogue);
  const today = options.today();
  return rows.map(({ record, name, caseworker, day, kind, text }) => {
    const told = caseworker === store.user || !written.has(kind) || ours.has(text);
    return { caseId: record, caseName: name, day, kind, text: told ? text : '', overdue: day < today };
  });
}

/** By day, so what is overdue comes first. Shielded files are not on the list of whoever may not open them. */
export const worklist = {
  list: inCases.worklist.list.handler(({ input, context }) => {
    const { mine, kinds, until, limit } = input;
    const { user, role, standsInFor } = whoAsks(context);
    const readers = role === 'head' ? null : { user, standsInFor };
    const { total, rows } = context.cases.read((tx) => tx.projections.worklist({ caseworker: mine ? user : null, kinds, until, limit, readers }));
    return { total, rows: dueViews(context, rows) };
  }),
};
