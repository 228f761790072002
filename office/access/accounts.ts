/** The accounts of the office, in the hands of its head. Nobody can take away the last way in (R64). */
import { ORPCError } from '@orpc/server';
import { noteErasures } from '../../db/erase/erase.ts';
import { addUser, canUnlock, removeUser, resetPasswordOf } from '../../db/store.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import type { AccountView } from '../../shared/rpc/session.views.ts';
import { opened, stillOpen } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { onlyFor } from '../monitoring/roles.ts';
import { oneAtATime } from '../session/open-store.ts';
import { userView } from '../session/status.ts';
import { notesOf } from '../work-notes/notes.ts';
import { slotsChanged } from './slots-changed.ts';

function accountsOf({ store }: OpenContext): readonly AccountView[] {
  return store.desk
    .read((tx) => tx.staff.list())
    .map((row) => ({ ...userView(row), login: row.login, canUnlock: canUnlock(store.dir, row.id), own: row.id === store.user }));
}

/** Waits for its turn and for nothing that was locked meanwhile, then shows the list as it became. */
function asHead(context: OpenContext, act: () => Promise<void>): Promise<readonly AccountView[]> {
  onlyFor(context, 'head');
  return oneAtATime(context, async () => {
    stillOpen(context);
    try {
      await act();
    } catch (problem) {
      stillOpen(context);
      throw problem;
    }
    slotsChanged(context);
    stillOpen(context);
    return accountsOf(context);
  });
}

function known(context: OpenContext, user: UserId): void {
  if (!accountsOf(context).some(({ id }) => id === user)) throw new ORPCError('ACCOUNT_UNKNOWN');
}

export const accounts = opened.access.accounts.handler(({ context }) => {
  onlyFor(context, 'head');
  return accountsOf(context);
});

/** Not before the Notfallblatt was typed back: the first person must not be the only way in for a second one. */
export const add = opened.access.add.handler(({ input, context }) => {
  onlyFor(context, 'head');
  if (!context.office.recoveryConfirmed) throw new ORPCError('RECOVERY_NOT_CONFIRMED');
  return asHead(context, async () => { await addUser(context.store, input, context.actor); });
});

export const resetPassword = opened.access.resetPassword.handler(({ input, context }) =>
  asHead(context, async () => {
    known(context, input.user);
    await resetPasswordOf(context.store, input.user, input.newPassword, context.actor);
  }),
);

export const remove = opened.access.remove.handler(({ input, context }) =>
  asHead(context, async () => {
    known(context, input.user);
    if (input.user === context.store.user) throw new ORPCError('OWN_ACCOUNT');
    const { store, actor } = context;
    const notes = notesOf(context, input.user);
    // Her work notes go with her: decided in the same transaction, done at once or, interrupted, at the next start.
    removeUser(store, input.user, actor, (tx) => { noteErasures(store, tx, notes, 'retention', actor); });
    if (notes.length > 0) await forgetRecords(context, notes, 'retention');
  }),
);
