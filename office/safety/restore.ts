import { restoreBackup } from '../../db/backup/restore.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { os } from '../base.ts';
import { timestamp } from '../context.ts';
import { lockOffice, oneAtATime } from '../session/open-store.ts';
import { sessionView } from '../session/status.ts';

/** Names and times only: nothing of it needs a key. */
export const backups = os.safety.backups.handler(({ context }) => listBackups(context.options.dir));

/**
 * Locks first: nobody works in files that are replaced. All cases are named stale in what is restored, so that the next unlock makes rows,
 * dates and words anew.
 */
export const restore = os.safety.restore.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    lockOffice(context);
    const { dir, clock } = context.options;
    const report = await restoreBackup(dir, input.backup, input.secret, timestamp(clock), { clock });
    return { ...report, session: sessionView(context) };
  }),
);
