import { ORPCError } from '@orpc/server';
import type { Store } from '../../db/contract/store.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { introduceSelf } from '../../db/store.ts';
import { refreshInBackground } from '../cases/refresh.ts';
import { goOnTakingOff, shieldAgain } from '../cases/shield.ts';
import { goOnGivingBack } from '../cases/give-card-back.ts';
import { healProjections } from '../cases/stale.ts';
import { dropForgottenProposals } from '../clock/proposals.ts';
import { sweep } from '../forgetting/sweep.ts';
import { indexSoon } from '../search/words-later.ts';
import { guardInBackground } from '../safety/guard.ts';
import { actorOf, type OfficeContext, type OpenOffice } from '../context.ts';
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

type Opening = 'session.unlock' | 'session.recover' | 'office.initialise';

/**
 * Makes an unlocked store the office everybody works with.
 *
 * Where acknowledged acts are missing from the files ({@link Store.missing}) nothing is written: no entry in the log, nothing healed,
 * nothing sent. Throws SETUP_INCOMPLETE, store closed again, where set-up broke off before the office had a name.
 */
export function adoptStore(context: OfficeContext, store: Store, action: Opening): void {
  let office: OpenOffice;
  try {
    office = officeOf(context, store);
    if (store.missing === null) {
      const actor = actorOf(store, context.options.clock);
      store.desk.write((tx) => {
        tx.audit.write({ action, record: null, details: {} }, actor);
        introduceSelf(store);
      });
      goOnTakingOff(context, office);
      goOnGivingBack(context, office);
      healProjections(context, office);
      shieldAgain(context, office);
    }
    context.session.open = office;
    context.session.warning = null;
  } catch (problem) {
    store.close();
    throw problem;
  }
  context.idle.wake();
  if (store.missing === null) beginWork(context);
}

function officeOf(context: OfficeContext, store: Store): OpenOffice {
  const { settings, recovery, stale } = store.desk.read((tx) => ({
    settings: readSetting(tx, 'office'),
    recovery: readSetting(tx, 'recovery'),
    stale: readSetting(tx, 'stale'),
  }));
  if (settings === undefined) throw new ORPCError('SETUP_INCOMPLETE');
  refuseOtherDay(context, settings.training);
  const recoveryConfirmed = (recovery?.confirmedAt ?? null) !== null;
  return { store, settings, recoveryConfirmed, stale: new Set(stale?.records ?? []), replacement: null };
}

/** What an office does by itself as long as it is open. */
function beginWork(context: OfficeContext): void {
  context.outbox.wake();
  if (context.session.open !== null) {
    dropForgottenProposals(context.session.open.store);
    indexSoon(context, context.session.open);
  }
  if (context.options.background !== false) void refreshInBackground(context).then(() => sweep(context)).then(() => guardInBackground(context));
}

/** After the head decided to go on with files that are older than what was acknowledged: everything an unlock would have begun. */
export function goOnWriting(context: OfficeContext, office: OpenOffice): void {
  office.store.desk.write(() => { introduceSelf(office.store); });
  // Accepting may have named more: derived tables that were gone.
  for (const record of office.store.desk.read((tx) => readSetting(tx, 'stale'))?.records ?? []) office.stale.add(record);
  healProjections(context, office);
  beginWork(context);
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
  context.idle.sleep();
  if (store.missing === null) {
    attempt(() => {
      const actor = actorOf(store, context.options.clock);
      store.desk.write((tx) => { tx.audit.write({ action: 'session.lock', record: null, details: {} }, actor); });
    }, tell('LOCK_NOT_LOGGED'));
  }
  attempt(() => { store.close(); }, tell('STORE_NOT_CLOSED'));
}

function attempt(act: () => void, failed: (problem: unknown) => void): void {
  try {
    act();
  } catch (problem) {
    failed(problem);
  }
}
