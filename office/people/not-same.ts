/** „Andere Person (Geschwister)“: remembered for both, and gone with either of them. */
import { ORPCError } from '@orpc/server';
import type { RecordId } from '../../shared/domain/ids.ts';
import { opened } from '../base.ts';
import { rightToFile } from '../cases/who-asks.ts';
import type { OpenContext } from '../context.ts';

/** Throws CASE_NOT_FOUND for a record that is not there, or not for whoever asks. */
export const notSame = opened.people.notSame.handler(({ input: { a, b }, context }): null => {
  if (a === b || ![a, b].every((record) => isThere(context, record))) throw new ORPCError('CASE_NOT_FOUND');
  context.store.desk.write((tx) => {
    if (tx.distinctPairs.of(a).has(b)) return;
    tx.distinctPairs.add(a, b);
    // Of no record: it would keep the name of the one in the log of the other.
    tx.audit.write({ action: 'people.not_same', record: null, details: {} }, context.actor);
  });
  return null;
});

/** A file she may open, or a card of the desk. */
function isThere(context: OpenContext, record: RecordId): boolean {
  const { cases, desk } = context.store;
  const file = cases?.read((tx) => tx.histories.find(record));
  if (file?.kind === 'case') return rightToFile(context, file) !== null;
  return desk.read((tx) => tx.cards.find(record)) !== undefined;
}
