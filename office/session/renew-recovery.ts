import { ORPCError } from '@orpc/server';
import { renewRecovery as renewInStore } from '../../db/store.ts';
import { slotsChanged } from '../access/slots-changed.ts';
import { opened, stillOpen } from '../base.ts';
import { oneAtATime } from './open-store.ts';

/** Only the first sheet, never typed back: a confirmed one lies in a cupboard and must go on opening. */
export const renewRecovery = opened.session.renewRecovery.handler(({ context }) =>
  oneAtATime(context, async () => {
    stillOpen(context);
    if (context.office.recoveryConfirmed) throw new ORPCError('RECOVERY_ALREADY_CONFIRMED');
    if (context.store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
    try {
      const recoveryCode = await renewInStore(context.store, context.actor);
      slotsChanged(context);
      return { recoveryCode };
    } catch (problem) {
      stillOpen(context);
      throw problem;
    }
  }),
);
