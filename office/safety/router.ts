import { ORPCError } from '@orpc/server';
import { os } from '../base.ts';

const notYet = (): never => {
  throw new ORPCError('INTERNAL');
};

export const safety = {
  overview: os.safety.overview.handler(notYet),
  backupNow: os.safety.backupNow.handler(notYet),
  setTarget: os.safety.setTarget.handler(notYet),
  setLockAfter: os.safety.setLockAfter.handler(notYet),
  check: os.safety.check.handler(notYet),
  rebuild: os.safety.rebuild.handler(notYet),
  acceptOlder: os.safety.acceptOlder.handler(notYet),
  backups: os.safety.backups.handler(notYet),
  restore: os.safety.restore.handler(notYet),
};
