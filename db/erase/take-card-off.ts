/**
 * Takes person cards off the desk at the byte, while their cases stay: what they said lies behind the case door from now on (DESIGN §5).
 *
 * As with an erasure (steps.ts, [Note: order]) it is noted first, durable, and goes on at the next start wherever it was interrupted; every step
 * may be done twice. There is no tombstone: the record lives on, and only its card is gone.
 */
import { z } from 'zod';
import { rewriteKeyCopies } from '../backup/key-copies.ts';
import type { Actor } from '../contract/actor.ts';
import type { Store } from '../contract/store.ts';
import { insideOf } from '../open-store.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { forgetDesk } from './forget-rows.ts';
import { removeLeftovers } from './leftovers.ts';
import { emptyWal, rewriteFile } from './rewrite-file.ts';

/** Setting of the desk: the records whose cards are on their way. Ids only; emptied when every file has let go. */
const key = 'cards_to_take_off';
const Noted = z.object({ records: z.array(RecordId) });

export const cardSteps = ['noted', 'key destroyed', 'keyring rewritten', 'key copies written', 'leftovers removed', 'rows gone', 'file rewritten', 'written down'] as const;
export type CardStep = (typeof cardSteps)[number];

/** What was noted and is not done yet. */
export function cardsToTakeOff(store: Store): readonly RecordId[] {
  const read = Noted.safeParse(store.desk.read((tx) => tx.settings.read(key)));
  return read.success ? read.data.records : [];
}

/**
 * Notes these cards and takes off all that are noted. Nothing happens when there are none.
 *
 * Whoever calls has made sure that the case files say what the cards say. Throws what the disk refuses (FOLDER_IN_USE while a backup reads); the
 * next start goes on. `onStep`: tests end the process there.
 */
export function takeCardsOff(store: Store, more: readonly RecordId[], actor: Actor, onStep: (step: CardStep) => void = () => undefined): void {
  const records = [...new Set([...cardsToTakeOff(store), ...more])];
  if (records.length === 0) return;
  const inside = insideOf(store);
  const { databases, keyrings } = inside;
  store.desk.write((tx) => { tx.settings.write(key, { records }); });
  onStep('noted');
  store.desk.write(() => { keyrings.desk.destroy(records); });
  onStep('key destroyed');
  rewriteFile(keyrings.desk.db);
  onStep('keyring rewritten');
  for (const _ of rewriteKeyCopies({ dir: store.dir, ...inside }, actor.at)) continue;
  onStep('key copies written');
  removeLeftovers(store.dir);
  onStep('leftovers removed');
  store.desk.write(() => { forgetDesk(databases.desk, records); });
  onStep('rows gone');
  rewriteFile(databases.desk);
  onStep('file rewritten');
  store.desk.write((tx) => { tx.settings.write(key, null); });
  emptyWal(databases.desk);
  onStep('written down');
}
