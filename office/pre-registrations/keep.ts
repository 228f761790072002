/** Making, changing and removing Vormerkungen: every role may, none of it is content of a file. */
import { ORPCError } from '@orpc/server';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { emptyState } from '../../shared/history/fold.ts';
import { decideCardChange, decidePreRegistration } from '../../shared/people/decide-card.ts';
import type { PreRegistrationView } from '../../shared/rpc/desk.views.ts';
import { actIds } from '../act-ids.ts';
import { opened } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { cardBodies, deskOf, loadCard, saveCard } from '../people/card-acts.ts';
import { preRegistrationViews } from './views.ts';
import { expiredPreRegistrations, isLiving, isPreRegistration, preRegistrations } from './which.ts';

function viewOf(context: OpenContext, record: RecordId): PreRegistrationView {
  const card = context.store.desk.read((tx) => tx.cards.find(record));
  const [view] = preRegistrationViews(context, card === undefined ? [] : [card]);
  if (view === undefined) throw new ORPCError('PERSON_NOT_FOUND');
  return view;
}

/** What is about to be deleted is not shown any more. */
export const list = opened.preRegistrations.list.handler(({ context }) => {
  const over = new Set(expiredPreRegistrations(context));
  return preRegistrationViews(context, preRegistrations(context.office).filter(({ record }) => !over.has(record)));
});

export const create = opened.preRegistrations.create.handler(({ input, context }) => {
  if (!context.office.recoveryConfirmed) throw new ORPCError('RECOVERY_NOT_CONFIRMED');
  const act = actIds('preRegistrations.create', input);
  const record = RecordId.parse(act.idOf('record'));
  // Sent once more after somebody removed what it made: an erased record comes back for nobody.
  if (forgottenAmong(context.store, [record]).has(record)) throw new ORPCError('PERSON_NOT_FOUND');
  const decision = decidePreRegistration(deskOf(context, emptyState(record, 'person')), input, input.appointment, EntryId.parse(act.idOf('appointment')));
  saveCard(context, { action: 'preregistration.create', record, bodies: cardBodies(decision), act });
  return viewOf(context, record);
});

export const change = opened.preRegistrations.change.handler(({ input, context }) => {
  const { record } = input;
  const card = loadCard(context, record);
  if (!isLiving(context, record)) throw new ORPCError('PERSON_NOT_FOUND');
  saveCard(context, { action: 'preregistration.change', record, bodies: cardBodies(decideCardChange(deskOf(context, card), input)) });
  return viewOf(context, record);
});

export const remove = opened.preRegistrations.remove.handler(async ({ input, context }) => {
  const { record } = input;
  const mayGo = (): readonly RecordId[] => (isPreRegistration(context.office, record) ? [record] : []);
  // Not behind a backup only to say no.
  const lines = mayGo().length === 0 ? [] : await forgetRecords(context, mayGo, 'wish');
  // It became a file meanwhile, or had gone.
  if (lines.length === 0) throw new ORPCError('PERSON_NOT_FOUND');
  return null;
});
