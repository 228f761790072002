import { IsoDay } from '../../shared/domain/day.ts';
import { inCases } from '../base.ts';
import { asTheyCount } from './moved.ts';
import { rowViews } from './rows.ts';

export const list = inCases.tally.list.handler(({ input, context }) => rowViews(context, context.cases.read((tx) => asTheyCount(context.store, tx, tx.tallies.list(input.from, input.to)))));

/** What was taken away counts nowhere; what became a contact of a file counts there. */
export const summary = inCases.tally.summary.handler(({ input, context }) => {
  const { year } = input;
  const rows = context.cases.read((tx) => asTheyCount(context.store, tx, tx.tallies.list(IsoDay.parse(`${String(year)}-01-01`), IsoDay.parse(`${String(year)}-12-31`))));
  const counted = rows.filter(({ retired, moved }) => !retired && !moved);
  const minutes = counted.map(({ answers }) => answers['tally.minutes']).filter((value) => typeof value === 'number');
  return { year, count: counted.length, minutes: minutes.reduce((sum, one) => sum + one, 0), moved: rows.filter(({ moved }) => moved).length };
});
