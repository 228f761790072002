import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import { recordItself } from '../../shared/history/state.ts';
import { cautionsIn, parentsOnCard, parentsToHeed } from '../../shared/people/cautions.ts';
import type { CasesContext, OpenContext } from '../context.ts';
import { fileWithCard } from './inside-cards.ts';

/** What to heed before ringing up the person of a record. Nothing of a file that is not for whoever asks. */
export function cautionsFor(context: OpenContext): (record: RecordId) => readonly string[] {
  const { store, options } = context;
  const known = new Map<RecordId, readonly string[]>();
  return (record) => {
    const before = known.get(record);
    if (before !== undefined) return before;
    const card = store.desk.read((tx) => tx.histories.find(record)) ?? fileWithCard(context, record)?.caseState;
    const cautions = card === undefined ? [] : cautionsIn(options.catalogue, card, store.cases !== null);
    known.set(record, cautions);
    return cautions;
  };
}

/** After an act in the file: its card says of the parents what the file says. Where it lies in the file, the file says it itself. */
export function keepParentsOnCard({ store, actor }: CasesContext, { caseState }: Pick<CaseFile, 'caseState'>): void {
  if (cardIsInside(caseState)) return;
  const { record } = caseState;
  const wanted = parentsToHeed(caseState);
  const card = store.desk.read((tx) => tx.histories.find(record));
  if (card?.kind !== 'person') return;
  const said = (card.answers[recordItself]?.[parentsOnCard] ?? []).map(({ value }) => value);
  if (said.every((value) => value === wanted) && (said.length > 0 || wanted === null)) return;
  store.desk.write((tx) => tx.histories.append(record, 'person', [{ type: 'answer', entry: null, field: parentsOnCard, value: wanted, base: basesFor(card, null, parentsOnCard) }], actor));
}
