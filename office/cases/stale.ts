/**
 * [Note: stale] A person's card lies behind the desk door, the case row made from it behind the cases door: two databases, two commits. The
 * desk commit names the cases it makes stale; whoever finds such a name at the next unlock projects the case anew. So a crash between the
 * two commits costs nothing.
 */
import type { Histories } from '../../db/contract/histories.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { storeCodeOf } from '../../db/errors.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { actorOf, type OfficeContext, type OpenOffice } from '../context.ts';
import { keepParentsOnCard } from '../people/parents-on-card.ts';
import { clockSettings } from '../clock/settings.ts';
import { safetyOf } from '../safety/state.ts';
import { writeSetting } from '../session/settings.ts';
import { saveProjection } from './project.ts';

/** To be called in the desk transaction that changes the cards; `settle` follows once the projections are saved. */
export function markStale(tx: DeskTx, { stale }: OpenOffice, records: readonly RecordId[]): void {
  for (const record of records) stale.add(record);
  writeSetting(tx, 'stale', { records: [...stale] });
}

/** The next desk transaction takes the names out of the list; naming a case that is not stale does no harm. */
export function settle({ stale }: OpenOffice, records: readonly RecordId[]): void {
  for (const record of records) stale.delete(record);
}

/** Whoever is forgotten is neither stale nor unreadable any more. */
export function dropForgotten(office: OpenOffice): void {
  for (const names of [office.stale, safetyOf(office).unreadable]) {
    for (const record of forgottenAmong(office.store, names)) names.delete(record);
  }
}

function latest(times: readonly string[]): string {
  return times.reduce((last, at) => (at > last ? at : last), '');
}

function actsOn(histories: Histories, record: RecordId): readonly string[] {
  return histories.read(record).map(({ intent }) => intent.at);
}

type ChangedAt = 'kept' | 'read';

/**
 * Projects these cases anew from their histories; a record without a case file (a Vormerkung) is passed over, and so is one that is being
 * erased: without its key it cannot be read, and that is no damage.
 *
 * `changedAt`: `kept` leaves the row's own time (only the day, the catalogue or the plan has changed), `read` looks every act up.
 *
 * Returns the records that cannot be read (key lost, history damaged): their rows stay as they were, everybody else's are made, and a notice
 * says how many they are.
 */
export function projectAnew(context: OfficeContext, office: OpenOffice, records: readonly RecordId[], changedAt: ChangedAt): readonly RecordId[] {
  const forgotten = forgottenAmong(office.store, records);
  return projectLiving(context, office, records.filter((record) => !forgotten.has(record)), changedAt);
}

function projectLiving(context: OfficeContext, office: OpenOffice, records: readonly RecordId[], changedAt: ChangedAt): readonly RecordId[] {
  const { unreadable } = safetyOf(office);
  try {
    projectTogether(context, office, records, changedAt);
    for (const record of records) unreadable.delete(record);
    return [];
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
    const [first, ...others] = records;
    if (first === undefined) throw problem;
    if (others.length === 0) {
      unreadable.add(first);
      return [first];
    }
    // Halves, so that a few are found with few transactions.
    const middle = records.length >> 1;
    return [records.slice(0, middle), records.slice(middle)].flatMap((half) => projectLiving(context, office, half, changedAt));
  }
}

/** All in one transaction, or none. */
function projectTogether({ options }: OfficeContext, { store }: OpenOffice, records: readonly RecordId[], changedAt: ChangedAt): void {
  const { cases, desk } = store;
  if (cases === null || records.length === 0) return;
  // What has intents and no state could not be read when states were made: reading says so again.
  const cards = desk.read((tx) =>
    records.map((record) => {
      const state = tx.histories.find(record);
      const acts = state !== undefined && changedAt === 'kept' ? [] : actsOn(tx.histories, record);
      return { record, state, acts };
    }),
  );
  const actor = actorOf(store, options.clock);
  const { catalogue } = options;
  const today = options.today();
  const clock = desk.read(clockSettings);
  cases.write((tx) => {
    for (const { record, state: person, acts } of cards) {
      const caseState = tx.histories.find(record);
      if (caseState === undefined) {
        actsOn(tx.histories, record);
        continue;
      }
      // Unreadable records are named whatever they are; only cases have a row.
      if (caseState.kind !== 'case') continue;
      const kept = changedAt === 'kept' ? tx.projections.findRow(record)?.changedAt : undefined;
      const at = kept ?? latest([...acts, ...actsOn(tx.histories, record)]);
      saveProjection(tx, { catalogue, caseState, person, today, changedAt: at, indexed: 'now', clock }, actor);
    }
  });
}

/** Never fails an unlock: what cannot be made now stays named, and the next unlock tries again. */
export function healProjections(context: OfficeContext, office: OpenOffice): void {
  if (office.store.cases === null) return;
  const records = [...office.stale];
  try {
    const healed = except(records, projectAnew(context, office, records, 'read'));
    keepParents(context, office, healed);
    settle(office, healed);
  } catch (problem) {
    context.options.log?.(`HEAL_STOPPED ${storeCodeOf(problem) ?? 'INTERNAL'}`);
  }
}

/** Cards whose file says something else of the parents: the program ended between the two. */
function keepParents({ options }: OfficeContext, { store }: OpenOffice, records: readonly RecordId[]): void {
  const { cases } = store;
  if (cases === null) return;
  for (const record of records) {
    const caseState = cases.read((tx) => tx.histories.find(record));
    if (caseState?.kind === 'case') keepParentsOnCard(store, caseState, actorOf(store, options.clock));
  }
}

function except(records: readonly RecordId[], left: readonly RecordId[]): readonly RecordId[] {
  const out = new Set(left);
  return records.filter((record) => !out.has(record));
}

/**
 * Drops every projection and makes it again, a batch of cases per transaction.
 *
 * All cases are named stale before the first row goes: interrupted here, the next unlock makes what is not yet there. Those that cannot be
 * read stay named.
 */
export function rebuildProjections(context: OfficeContext, office: OpenOffice, batch = 200): void {
  const { cases, desk } = office.store;
  if (cases === null) return;
  const records = [...new Set([...cases.read((tx) => tx.histories.ids('case')), ...office.stale])];
  desk.write((tx) => { markStale(tx, office, records); });
  cases.write((tx) => { tx.projections.clear(); });
  for (let at = 0; at < records.length; at += batch) {
    const now = records.slice(at, at + batch);
    settle(office, except(now, projectAnew(context, office, now, 'read')));
  }
  desk.write((tx) => { markStale(tx, office, []); });
}
