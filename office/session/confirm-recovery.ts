import { ORPCError } from '@orpc/server';
import { checkRecovery } from '../../db/store.ts';
import { opened, stillOpen } from '../base.ts';
import { oneAtATime } from './open-store.ts';
import { writeSetting } from './settings.ts';
import { sessionView } from './status.ts';

/** The printed code typed back: proof that a second way in exists (R03). No new sheet can replace it between the try and the proof. */
export const confirmRecovery = opened.session.confirmRecovery.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    const opens = await checkRecovery(context.options.dir, input.code);
    if (!opens) throw new ORPCError('WRONG_RECOVERY_CODE');
    stillOpen(context);
    const { actor } = context;
    context.store.desk.write((tx) => {
      writeSetting(tx, 'recovery', { confirmedAt: actor.at });
      tx.audit.write({ action: 'recovery.confirm', record: null, details: {} }, actor);
    });
    context.office.recoveryConfirmed = true;
    return sessionView(context);
  }),
);
