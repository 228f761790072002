import { inCases } from '../base.ts';
import { asTheyCount } from './moved.ts';
import { rowViews } from './rows.ts';
import { tallyTotals } from './totals.ts';

export const list = inCases.tally.list.handler(({ input, context }) => rowViews(context, context.cases.read((tx) => asTheyCount(context.store, tx, tx.tallies.list(input.from, input.to)))));

export const summary = inCases.tally.summary.handler(({ input, context }) => tallyTotals(context.store, input.year));
