import { inCases } from '../base.ts';
import { rowView } from './row-view.ts';

export const listCases = inCases.cases.list.handler(({ input, context }) => {
  const { mine, ...query } = input;
  const caseworker = mine ? context.store.user : null;
  const { total, rows } = context.cases.read((tx) => tx.projections.list({ ...query, caseworker }));
  const today = context.options.today();
  return { total, rows: rows.map((row) => rowView(row, today)) };
});
