import { inspectFolder, resetPassword, unlock as unlockStore, unlockWithRecovery } from '../../db/store.ts';
import { slotsChanged } from '../access/slots-changed.ts';
import { os } from '../base.ts';
import type { OfficeContext } from '../context.ts';
import { adoptStore, lockOffice, oneAtATime } from './open-store.ts';
import { refusePlace } from './refuse-place.ts';
import { sessionView } from './status.ts';

/** What is sealed decides in the end whether this is for practice; here nobody can make it so by changing office.json: then nothing opens. */
function refuseFolder(context: OfficeContext): void {
  const folder = inspectFolder(context.options.dir);
  if (folder.state === 'locked') refusePlace(context, folder.training);
}

export const unlock = os.session.unlock.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    // A second window that unlocks takes over: one store, one owner.
    lockOffice(context);
    refuseFolder(context);
    const { dir, clock } = context.options;
    adoptStore(context, await unlockStore(dir, input.login, input.password, clock), 'session.unlock');
    return sessionView(context);
  }),
);

/** With the Notfallblatt. The new password is set before anything else can happen, so that nobody is left with none. */
export const recover = os.session.recover.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    lockOffice(context);
    refuseFolder(context);
    const { dir, clock } = context.options;
    const store = await unlockWithRecovery(dir, input.code, clock);
    try {
      await resetPassword(store, input.login, input.newPassword);
    } catch (problem) {
      store.close();
      throw problem;
    }
    slotsChanged(context);
    adoptStore(context, store, 'session.recover');
    return sessionView(context);
  }),
);

/** The touch itself is counted where every call is, in base.ts. */
export const touch = os.session.touch.handler(() => null);

export const lock = os.session.lock.handler(({ context }) =>
  oneAtATime(context, async () => {
    lockOffice(context);
    return sessionView(context);
  }),
);
