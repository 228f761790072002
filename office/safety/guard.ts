/** What is done by itself after an unlock, in the background: a look at the pages, then the day's backup (R33, R34). */
import { makeReserve } from '../../db/reserve.ts';
import { retryErasures } from '../../db/erase/erase.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { renewOwedCopies } from '../access/slots-changed.ts';
import { dropForgotten } from '../cases/stale.ts';
import { timestamp, type OfficeContext, type OpenOffice } from '../context.ts';
import { backUp, dailyBackupDue, letSecondPlaceForget } from './backup.ts';
import { lookAfterUnlock } from './check.ts';
import { inTurn, safetyOf } from './state.ts';

/** Never throws and never keeps anybody waiting; what went wrong is a notice. */
export async function guardInBackground(context: OfficeContext): Promise<void> {
  const { open } = context.session;
  if (open === null) return;
  await attempt(context, open, 'RESERVE_STOPPED', async () => {
    // In an Übungs-JMD nothing is at stake.
    if (!open.settings.training) {
      await makeReserve(open.store.dir);
      safetyOf(open).reserveTried = true;
    }
  });
  await attempt(context, open, 'ERASURE_OPEN', () => inTurn(open, async () => {
    // Room may be there again: the reserve was let go, a backup has ended.
    if (context.session.open !== open) return;
    retryErasures(open.store, timestamp(context.options.clock));
    dropForgotten(open);
  }));
  await attempt(context, open, 'TARGET_UNUSABLE', () => inTurn(open, () => letSecondPlaceForget(context, open)));
  await attempt(context, open, 'KEY_COPIES_NOT_RENEWED', () => renewOwedCopies(context, open));
  await attempt(context, open, 'CHECK_STOPPED', () => lookAfterUnlock(context, open));
  await attempt(context, open, 'BACKUP_FAILED', async () => {
    if (dailyBackupDue(context, open)) await backUp(context, open, 'daily');
  });
}

async function attempt(context: OfficeContext, office: OpenOffice, what: string, act: () => Promise<void>): Promise<void> {
  if (context.session.open !== office) return;
  try {
    await act();
  } catch (problem) {
    if (context.session.open === office) context.options.log?.(`${what} ${storeCodeOf(problem) ?? 'INTERNAL'}`);
  }
}
