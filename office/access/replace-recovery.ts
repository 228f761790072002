/**
 * [Note: new sheet] A lost Notfallblatt is replaced in two steps. The new one waits in the memory of the core until its code was typed back
 * from paper; until then, and when Lotse is locked in between, the one before goes on opening. At no moment there is none.
 */
import { ORPCError } from '@orpc/server';
import { checkOwnPassword, confirmRecoverySlot, prepareRecovery } from '../../db/store.ts';
import { opened, stillOpen } from '../base.ts';
import { onlyFor } from '../monitoring/roles.ts';
import { oneAtATime } from '../session/open-store.ts';
import { sessionView } from '../session/status.ts';
import { slotsChanged } from './slots-changed.ts';

/** Asks for the password again: a window left open must not be enough to get a key for good. */
export const replaceRecovery = opened.access.replaceRecovery.handler(({ input, context }) => {
  onlyFor(context, 'head');
  return oneAtATime(context, async () => {
    stillOpen(context);
    if (!context.office.recoveryConfirmed) throw new ORPCError('RECOVERY_NOT_CONFIRMED');
    await checkOwnPassword(context.store, input.password, context.options.clock);
    stillOpen(context);
    const { slot, recoveryCode } = await prepareRecovery(context.store);
    // Locked meanwhile: the keys this sheet was made of are wiped, and it opens nothing.
    stillOpen(context);
    context.office.replacement = slot;
    return { recoveryCode };
  });
});

export const confirmReplacement = opened.access.confirmReplacement.handler(({ input, context }) => {
  onlyFor(context, 'head');
  return oneAtATime(context, async () => {
    stillOpen(context);
    const { replacement } = context.office;
    if (replacement === null) throw new ORPCError('NO_REPLACEMENT');
    try {
      const opens = await confirmRecoverySlot(context.store, replacement, input.code, context.actor);
      if (!opens) throw new ORPCError('WRONG_RECOVERY_CODE');
    } catch (problem) {
      stillOpen(context);
      throw problem;
    }
    context.office.replacement = null;
    slotsChanged(context);
    return sessionView(context);
  });
});
