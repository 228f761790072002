/**
 * The one place that keeps a file closed while its processing is restricted: every procedure that names a file comes by here, `loadCase` asks the
 * same, and lists, dates and search are made of {@link restrictedState}.
 *
 * The desk knows it, too: the card says so in one code, in no form, so that who answers the phone neither finds nor books her.
 */
import { ORPCError } from '@orpc/server';
import type { Actor } from '../../db/contract/actor.ts';
import type { DeskTx, Store } from '../../db/contract/store.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { restrictedOnCard } from '../../shared/rights/card-codes.ts';
import type { OpenContext } from '../context.ts';
import { filesIn } from '../files-in.ts';

/**
 * What works with a restricted file all the same: her rights, which show none of its content, and erasing it. `rights.copy` and its like ask for
 * the content and are not among them.
 */
const openPaths: readonly string[] = [
  'rights.ofCase',
  'rights.enter',
  'rights.extend',
  'rights.decide',
  'rights.answered',
  'rights.restrict',
  'rights.lift',
  'rights.notifyRecipients',
  'rights.noticeDone',
  'rights.whoLooked',
  'deletions.propose',
];

/** Throws CASE_RESTRICTED. */
export function refuseRestricted(context: Pick<OpenContext, 'store'>, input: unknown, path: readonly string[]): void {
  if (openPaths.includes(path.join('.'))) return;
  if (filesIn(input).some((record) => isRestrictedHere(context, record))) throw new ORPCError('CASE_RESTRICTED');
}

/** By its row on the list; behind a slot that opens the desk only, by its card. */
export function isRestrictedHere({ store }: Pick<OpenContext, 'store'>, record: RecordId): boolean {
  const { cases, desk } = store;
  if (cases !== null) return cases.read((tx) => tx.projections.findRow(record)?.status) === 'restricted';
  const card = desk.read((tx) => tx.histories.find(record));
  return card !== undefined && saidOnCard(card);
}

function saidOnCard(card: RecordState): boolean {
  return (card.answers[recordItself]?.[restrictedOnCard] ?? []).some(({ value }) => value === true);
}

/** To be written before the file is closed, and after it is open again: whenever the program ends, the card is not more open than its file. */
export function markCard({ desk }: Pick<Store, 'desk'>, record: RecordId, restricted: boolean, actor: Actor): void {
  const card = desk.read((tx) => tx.histories.find(record));
  if (card?.kind !== 'person' || saidOnCard(card) === restricted) return;
  const value = restricted ? true : null;
  desk.write((tx: DeskTx) => {
    tx.histories.append(record, 'person', [{ type: 'answer', entry: null, field: restrictedOnCard, value, base: basesFor(card, null, restrictedOnCard) }], actor);
  });
}
