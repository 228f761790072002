/**
 * What an erasure owes the second place for backups: the copies of the keys there have to go on without the keys that were destroyed.
 *
 * A line of the Löschprotokoll without record and without an end is owed: this PC has let go, the other place has not, or nobody knows.
 */
import { z } from 'zod';
import type { Actor } from '../contract/actor.ts';
import type { ErasureReason } from '../contract/backup.ts';
import type { DeskTx, Store } from '../contract/store.ts';
import { insideOf } from '../open-store.ts';

/** Setting of the office; null or absent: there is no second place. */
export const secondPlaceKey = 'backup_target';

export function hasSecondPlace(tx: DeskTx): boolean {
  return (tx.settings.read(secondPlaceKey) ?? null) !== null;
}

interface Owed {
  readonly number: number;
  readonly reason: ErasureReason;
  /** RFC 3339 UTC: when this PC let go. */
  readonly at: string;
}

/** The erasures this PC has done and the second place has not. */
export function erasuresOwed(store: Store): readonly Owed[] {
  const { desk } = insideOf(store).databases;
  return store.desk.read(() =>
    desk.prepare<[], Owed>('SELECT number, reason, at FROM erasures WHERE done_at IS NULL AND record IS NULL ORDER BY number').all(),
  );
}

/** Setting of the office: every place (a drive, a share) that took copies of the keys, with the last erasure it has let go. */
const placesKey = 'backup_places';
const Places = z.record(z.string(), z.int().min(0));

/** A place, by its own id, has let go of these, and is known from now on; a line ends when every known place has let go. */
export function settleAt(store: Store, place: string, owed: readonly Owed[], actor: Actor): void {
  const places = store.desk.read((tx) => Places.parse(tx.settings.read(placesKey) ?? {}));
  const done = Math.max(places[place] ?? 0, ...owed.map(({ number }) => number));
  if (places[place] !== done) store.desk.write((tx) => { tx.settings.write(placesKey, { ...places, [place]: done }); });
  const everywhere = Math.min(...Object.values({ ...places, [place]: done }));
  closeOwed(store, owed.filter(({ number }) => number <= everywhere), actor, 'let go');
}

/** The second place is another from now on: what the places before it owe ends here, as given up. */
export function giveUpPlaces(store: Store, actor: Actor): void {
  closeOwed(store, erasuresOwed(store), actor, 'given up');
  store.desk.write((tx) => { tx.settings.write(placesKey, {}); });
}

/** `how`: the second place has let go, or the head gave it up and sees to what lies there. */
function closeOwed(store: Store, owed: readonly Owed[], actor: Actor, how: 'let go' | 'given up'): void {
  if (owed.length === 0) return;
  const { desk } = insideOf(store).databases;
  const close = desk.prepare<[string, number]>('UPDATE erasures SET done_at = ? WHERE number = ? AND done_at IS NULL AND record IS NULL');
  store.desk.write((tx) => {
    for (const { number, reason } of owed) {
      if (close.run(actor.at, number).changes === 0) continue;
      tx.audit.write({ action: 'record.erased', record: null, details: { number, reason, ...(how === 'given up' && { secondPlace: how }) } }, actor);
    }
  });
}
