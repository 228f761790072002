import { ORPCError } from '@orpc/server';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody } from '../../shared/history/intent.ts';
import type { TallyRowView } from '../../shared/rpc/desk.views.ts';
import { bringTallyBack, decideChangeTally, retireTally } from '../../shared/tally/decide-tally.ts';
import { tallyDay } from '../../shared/tally/tally-of.ts';
import { inCases } from '../base.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import type { CasesContext } from '../context.ts';
import { mustTake } from './frozen-year.ts';
import { findOpenTally, findTally, rowViews, tallyForm } from './rows.ts';

type Ref = Readonly<Record<'session', RecordId>> & Readonly<Record<'entry', EntryId>>;

function append(context: CasesContext, ref: Ref, action: string, bodies: readonly IntentBody[]): TallyRowView {
  const { cases, actor } = context;
  if (bodies.length > 0) {
    cases.write((tx) => {
      tx.histories.append(ref.session, 'tally', bodies, actor);
      tx.audit.write({ action, record: ref.session, details: { entry: ref.entry } }, actor);
    });
  }
  const [view] = rowViews(context, [findTally(context, ref).row]);
  if (view === undefined) throw new ORPCError('INTERNAL');
  return view;
}

export const change = inCases.tally.change.handler(({ input, context }) => {
  const { session } = findOpenTally(context, input);
  const day = IsoDay.safeParse(input.answers[tallyDay]);
  if (day.success) mustTake(context, [day.data]);
  return append(context, input, 'tally.change', decidedOrThrow(decideChangeTally({ form: tallyForm(context), session, entry: input.entry, answers: input.answers, today: context.options.today() })));
});

export const retire = inCases.tally.retire.handler(({ input, context }) => {
  const { entry, retired } = input;
  const { session, row, isBack } = findOpenTally(context, input);
  const bodies = isBack && !retired ? bringTallyBack(session, entry) : [retireTally(session, entry, retired)];
  return append(context, input, 'tally.retire', row.retired === retired ? [] : bodies);
});
