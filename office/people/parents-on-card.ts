/**
 * [Note: parents on the card] What she says of her parents stands in the file; its card repeats it in one code, for whoever answers the phone.
 * Two doors, two commits: the card says the stricter of old and new before the file says anything, and what the file says after it. So whenever
 * the program ends, nobody rings up parents who are to know nothing. The case is named stale, see [Note: stale]: the next unlock puts a card
 * right that is too careful.
 */
import type { Actor } from '../../db/contract/actor.ts';
import type { DeskTx, Store } from '../../db/contract/store.ts';
import type { Decided } from '../../shared/cases/case-decision.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { parentsField } from '../../shared/cases/guardians.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { parentsOnCard, parentsToHeed, stricter } from '../../shared/people/cautions.ts';

/** What the card has to say before this is written in the file; undefined where nothing of the parents is. */
export function parentsAhead(caseState: RecordState, decided: readonly Decided[]): string | null | undefined {
  const said = decided.flatMap(({ body }) => (body.type === 'answer' && body.entry === null && body.field === parentsField ? [body.value] : []));
  if (said.length === 0 || cardIsInside(caseState)) return undefined;
  return stricter([...readCase(caseState, undefined).statements(parentsField), ...said]);
}

/** Nothing where there is no card, or it says so already. */
export function writeParents(tx: DeskTx, record: RecordId, wanted: string | null, actor: Actor): void {
  const card = tx.histories.find(record);
  if (card?.kind !== 'person' || saysAlready(card, wanted)) return;
  tx.histories.append(record, 'person', [{ type: 'answer', entry: null, field: parentsOnCard, value: wanted, base: basesFor(card, null, parentsOnCard) }], actor);
}

function saysAlready(card: RecordState, wanted: string | null): boolean {
  const said = (card.answers[recordItself]?.[parentsOnCard] ?? []).map(({ value }) => value);
  return said.every((value) => value === wanted) && (said.length > 0 || wanted === null);
}

/** The card says of the parents what the file says. Where it lies in the file, the file says it itself. */
export function keepParentsOnCard(store: Store, caseState: RecordState, actor: Actor): void {
  if (cardIsInside(caseState)) return;
  const { record } = caseState;
  const wanted = parentsToHeed(caseState);
  const card = store.desk.read((tx) => tx.histories.find(record));
  if (card === undefined || saysAlready(card, wanted)) return;
  store.desk.write((tx) => { writeParents(tx, record, wanted, actor); });
}
