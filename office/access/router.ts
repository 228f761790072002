import { accounts, add, remove, resetPassword } from './accounts.ts';
import { changePassword } from './change-password.ts';
import { confirmReplacement, replaceRecovery } from './replace-recovery.ts';

export const access = { changePassword, accounts, add, resetPassword, remove, replaceRecovery, confirmReplacement };
