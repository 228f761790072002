import { ORPCError } from '@orpc/server';
import type { Store } from '../../db/contract.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { refreshInBackground } from '../cases/refresh.ts';
import { healProjections } from '../cases/stale.ts';
import { actorOf, type OfficeContext } from '../context.ts';
import { readSetting } from './settings.ts';

/** One unlock, lock or set-up at a time; the next waits, whatever became of the one before. */
export function oneAtATime<T>(context: OfficeContext, act: () => Promise<T>): Promise<T> {
  const turn = context.session.busy.then(act, act);
  context.session.busy = turn.catch(() => undefined);
  return turn;
}

/** A real office would decide about deadlines on a day that is not. */
export function refuseOtherDay({ options }: OfficeContext, training: boolean): void {
  if (options.fixedDay === true && !training) throw new ORPCError('TODAY_NOT_ALLOWED');
}

/**
 * Makes an unlocked store the office everybody works with.
 *
 * Throws SETUP_INCOMPLETE, store closed again, where set-up broke off before the office had a name.
 */
export function adoptStore(context: OfficeContext, store: Store, action: 'session.unlock' | 'session.recover' | 'office.initialise'): void {
  try {
    const actor = actorOf(store, context.options.clock);
    const { settings, recovery, stale } = store.desk.write((tx) => {
      tx.audit.write({ action, record: null, details: {} }, actor);
      return { settings: readSetting(tx, 'office'), recovery: readSetting(tx, 'recovery'), stale: readSetting(tx, 'stale') };
    });
    if (settings === undefined) throw new ORPCError('SETUP_INCOMPLETE');
    refuseOtherDay(context, settings.training);
    const recoveryConfirmed = (recovery?.confirmedAt ?? null) !== null;
    const office = { store, settings, recoveryConfirmed, stale: new Set(stale?.records ?? []) };
    healProjections(context, office);
    context.session.open = office;
    context.session.warning = null;
  } catch (problem) {
    store.close();
    throw problem;
  }
  context.outbox.wake();
  if (context.options.background !== false) void refreshInBackground(context);
}

/**
 * Drops the keys, whatever else fails. Nothing happens where nothing is open.
 *
 * Never throws: a lock is also asked for by a closed window and by a timer, where nobody could take the error.
 */
export function lockOffice(context: OfficeContext): void {
  const { open } = context.session;
  if (open === null) return;
  context.session.open = null;
  const { store } = open;
  const tell = (what: string) => (problem: unknown): void => { context.options.log?.(`${what} ${storeCodeOf(problem) ?? 'INTERNAL'}`); };
  context.outbox.sleep();
  attempt(() => {
    const actor = actorOf(store, context.options.clock);
    store.desk.write((tx) => tx.audit.write({ action: 'session.lock', record: null, details: {} }, actor));
  }, tell('LOCK_NOT_LOGGED'));
  attempt(() => { store.close(); }, tell('STORE_NOT_CLOSED'));
}

function attempt(act: () => void, failed: (problem: unknown) => void): void {
  try {
    act();
  } catch (problem) {
    failed(problem);
  }
}
