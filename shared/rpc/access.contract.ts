/** Who may unlock, and with what: own password, accounts of the office, the Notfallblatt. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { UserId } from '../domain/ids.ts';
import { DisplayName, Login, NewPassword, open, Password, Role } from './parts.ts';
import type { AccountView, SessionView } from './session.views.ts';

const headOnly = open.errors({ ROLE_NOT_ALLOWED: {}, STORE_READ_ONLY: {} });

export const accessContract = {
  /** One's own. The databases stay as they are: only the slot is written. */
  changePassword: open
    .input(z.strictObject({ oldPassword: Password, newPassword: NewPassword }))
    .output(type<SessionView>())
    .errors({ WRONG_PASSWORD: {}, UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) }, SLOT_DAMAGED: {}, SLOT_MISSING: {} }),
  accounts: headOnly.output(type<readonly AccountView[]>()),
  add: headOnly
    .input(z.strictObject({ login: Login, displayName: DisplayName, role: Role, password: NewPassword }))
    .output(type<readonly AccountView[]>())
    .errors({ LOGIN_TAKEN: {}, RECOVERY_NOT_CONFIRMED: {} }),
  /** A new password for somebody who forgot hers. */
  resetPassword: headOnly
    .input(z.strictObject({ user: UserId, newPassword: NewPassword }))
    .output(type<readonly AccountView[]>())
    .errors({ ACCOUNT_UNKNOWN: {} }),
  /** Takes the way in; what she wrote stays, under her name. */
  remove: headOnly
    .input(z.strictObject({ user: UserId }))
    .output(type<readonly AccountView[]>())
    .errors({ ACCOUNT_UNKNOWN: {}, LAST_HEAD: {}, OWN_ACCOUNT: {} }),
  /** Another Notfallblatt, once the head typed her password. The one before goes on opening until the new one is typed back. */
  replaceRecovery: headOnly
    .input(z.strictObject({ password: Password }))
    .output(type<{ recoveryCode: string }>())
    .errors({ WRONG_PASSWORD: {}, UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) }, RECOVERY_NOT_CONFIRMED: {} }),
  /** The code as printed, typed back: from now on it opens, and the one before opens nothing any more. */
  confirmReplacement: headOnly
    .input(z.strictObject({ code: z.string().max(100) }))
    .output(type<SessionView>())
    .errors({ WRONG_RECOVERY_CODE: {}, NO_REPLACEMENT: {} }),
};
