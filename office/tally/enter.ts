import { IsoDay } from '../../shared/domain/day.ts';
import { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { emptyState } from '../../shared/history/fold.ts';
import { decideEnterTallies } from '../../shared/tally/decide-tally.ts';
import { tallyDay } from '../../shared/tally/tally-of.ts';
import { actIds } from '../act-ids.ts';
import { inCases } from '../base.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { asTheyCount } from './moved.ts';
import { mustTake } from './frozen-year.ts';
import { rowViews, tallyForm } from './rows.ts';

/** An open hour is one record: all its rows are written, or none. */
export const enter = inCases.tally.enter.handler(({ input, context }) => {
  const { cases, actor, options } = context;
  const act = actIds('tally.enter', input);
  const record = RecordId.parse(act.idOf('session'));
  const rows = input.rows.map((answers, index) => ({ entry: EntryId.parse(act.idOf(`entry/${String(index)}`)), answers }));
  const days = rows.flatMap(({ answers }) => IsoDay.safeParse(answers[tallyDay] ?? options.today()).data ?? []);
  if (!cases.read((tx) => tx.histories.has(act.idsFor('tally')(0)))) mustTake(context, days);
  const bodies = decidedOrThrow(decideEnterTallies({ form: tallyForm(context), session: emptyState(record, 'tally'), rows, today: options.today() }));
  const saved = cases.write((tx) => {
    if (!tx.histories.has(act.idsFor('tally')(0))) {
      tx.histories.append(record, 'tally', bodies, actor, act.idsFor('tally'));
      tx.audit.write({ action: 'tally.enter', record, details: { rows: rows.length } }, actor);
    }
    return asTheyCount(context.store, tx, rows.flatMap(({ entry }) => tx.tallies.find(record, entry) ?? []));
  });
  return rowViews(context, saved);
});
