/** The encrypted store, see contract.ts and README.md: everything other folders may call. */
export { createOffice } from './create-office.ts';
export { inspectFolder } from './inspect-folder.ts';
export { confirmRecoverySlot, prepareRecovery, renewRecovery, type RecoverySlot } from './recovery.ts';
export { secondsToWait } from './slots/unlock-tries.ts';
export { checkRecovery, unlock, unlockWithRecovery } from './unlock.ts';
export {
  addUser,
  canUnlock,
  changeOwnPassword,
  changePassword,
  checkOwnPassword,
  checkPasswordOf,
  introduceSelf,
  removeUser,
  resetPassword,
  resetPasswordOf,
} from './users.ts';
