import { inCases } from '../base.ts';
import { cautionsFor } from '../people/cautions.ts';
import { rowViewFor } from './row-view.ts';
import { closedFiles, closedTo } from './who-asks.ts';

export const listCases = inCases.cases.list.handler(({ input, context }) => {
  const { mine, ...query } = input;
  const caseworker = mine ? context.store.user : null;
  const closed = closedTo(context);
  const { total, rows } = context.cases.read((tx) => tx.projections.list({ ...query, caseworker, closed: [...closedFiles(tx, closed)] }));
  const cautions = cautionsFor(context);
  const today = context.options.today();
  return { total, rows: rows.map((row) => rowViewFor(row, today, closed(row), cautions)) };
});
