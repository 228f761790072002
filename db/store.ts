/** The encrypted store, see contract.ts and README.md: everything other folders may call. */
export { createOffice } from './create-office.ts';
export { inspectFolder } from './inspect-folder.ts';
export { renewRecovery } from './recovery.ts';
export { checkRecovery, unlock, unlockWithRecovery } from './unlock.ts';
export { addUser, changePassword, resetPassword } from './users.ts';
