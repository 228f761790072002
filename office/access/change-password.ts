import { changeOwnPassword } from '../../db/store.ts';
import { opened, stillOpen } from '../base.ts';
import { oneAtATime } from '../session/open-store.ts';
import { sessionView } from '../session/status.ts';
import { slotsChanged } from './slots-changed.ts';

/** Also while the files are too old to be written: no database is touched. */
export const changePassword = opened.access.changePassword.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    stillOpen(context);
    await changeOwnPassword(context.store, input.oldPassword, input.newPassword, context.options.clock);
    slotsChanged(context);
    return sessionView(context);
  }),
);
