import type { RecordId } from '../../shared/domain/ids.ts';
import { cautionsIn } from '../../shared/people/cautions.ts';
import type { OpenContext } from '../context.ts';
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
