import { ORPCError } from '@orpc/server';
import { os } from '../base.ts';

const notYet = (): never => {
  throw new ORPCError('INTERNAL');
};

export const access = {
  changePassword: os.access.changePassword.handler(notYet),
  accounts: os.access.accounts.handler(notYet),
  add: os.access.add.handler(notYet),
  resetPassword: os.access.resetPassword.handler(notYet),
  remove: os.access.remove.handler(notYet),
  replaceRecovery: os.access.replaceRecovery.handler(notYet),
  confirmReplacement: os.access.confirmReplacement.handler(notYet),
};
