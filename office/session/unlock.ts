import { resetPassword, unlock as unlockStore, unlockWithRecovery } from '../../db/store.ts';
import { os } from '../base.ts';
import { adoptStore, lockOffice, oneAtATime } from './open-store.ts';
import { sessionView } from './status.ts';

export const unlock = os.session.unlock.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    // A second window that unlocks takes over: one store, one owner.
    lockOffice(context);
    adoptStore(context, await unlockStore(context.options.dir, input.login, input.password), 'session.unlock');
    return sessionView(context);
  }),
);

/** With the Notfallblatt. The new password is set before anything else can happen, so that nobody is left with none. */
export const recover = os.session.recover.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    lockOffice(context);
    const store = await unlockWithRecovery(context.options.dir, input.code);
    try {
      await resetPassword(store, input.login, input.newPassword);
    } catch (problem) {
      store.close();
      throw problem;
    }
    adoptStore(context, store, 'session.recover');
    return sessionView(context);
  }),
);

export const touch = os.session.touch.handler(() => null);

export const lock = os.session.lock.handler(({ context }) =>
  oneAtATime(context, async () => {
    lockOffice(context);
    return sessionView(context);
  }),
);
