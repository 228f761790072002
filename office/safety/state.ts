/** What is known about the safety of an office while it is open; gone with the lock. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { OpenOffice } from '../context.ts';

export interface SafetyState {
  /** The last backup did not succeed. */
  backupFailed: boolean;
  /** The second place did not take the last backup. */
  targetUnusable: boolean;
  /** Problems the last look found in pages, log, keys or histories; 0: none. */
  damaged: number;
  /** Records whose key is lost or whose history is damaged, as far as somebody needed to read them. */
  readonly unreadable: Set<RecordId>;
  /** From now on a missing reserve means that there is no room for it. */
  reserveTried: boolean;
  /** One backup or check after the other. */
  busy: Promise<unknown>;
}

const states = new WeakMap<OpenOffice, SafetyState>();

export function safetyOf(office: OpenOffice): SafetyState {
  const known = states.get(office);
  if (known !== undefined) return known;
  const fresh: SafetyState = { backupFailed: false, targetUnusable: false, damaged: 0, unreadable: new Set(), reserveTried: false, busy: Promise.resolve() };
  states.set(office, fresh);
  return fresh;
}

/** The next waits for the one before, whatever became of it. */
export function inTurn<T>(office: OpenOffice, act: () => Promise<T>): Promise<T> {
  const state = safetyOf(office);
  const turn = state.busy.then(act, act);
  state.busy = turn.catch(() => undefined);
  return turn;
}
