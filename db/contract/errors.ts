/** How the store fails where failing is expected. */

/** Expected failures carry one of these codes (class StoreError { code }); texts in shared/messages/errors/store.ts. */
export type StoreErrorCode =
  | 'WRONG_PASSWORD'
  | 'WRONG_RECOVERY_CODE'
  | 'SLOT_MISSING'
  | 'SLOT_DAMAGED'
  /** The slot of the Notfallblatt is gone or damaged. */
  | 'RECOVERY_SLOT_MISSING'
  | 'SLOT_TOO_WEAK'
  | 'DATABASE_MISSING'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_NEWER'
  | 'DISK_FULL'
  | 'DISK_ERROR'
  | 'FOLDER_IN_USE'
  | 'FOLDER_NOT_EMPTY'
  | 'CASES_DOOR_CLOSED'
  | 'KEY_INVALID'
  /** An intent of another PC that is malformed, unknown, wrongly signed or takes a number already given. */
  | 'INTENT_REFUSED'
  /** Another member of staff has this login. */
  | 'LOGIN_TAKEN'
  /** The store was closed while a backup or a check went on. */
  | 'LOCKED'
  /** The only member of staff with the role `head` cannot be removed. */
  | 'LAST_HEAD'
  /** Too many wrong tries: the next is not looked at before some seconds are over. */
  | 'UNLOCK_WAIT'
  /** The files are older than what was acknowledged; see `Store.missing`. */
  | 'STORE_READ_ONLY'
  /** A restore was interrupted: the folder holds neither the old nor the new whole. */
  | 'RESTORE_UNFINISHED'
  /** A restore by the password of somebody who does not lead: only the head, or the Notfallblatt, sets the whole office back. */
  | 'ROLE_NOT_ALLOWED'
  | 'BACKUP_MISSING'
  | 'BACKUP_DAMAGED'
  /** A backup was written and did not open again. */
  | 'BACKUP_FAILED';
