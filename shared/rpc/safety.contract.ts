/** Backups, checks and how long an untouched window stays open. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { open, Secret } from './parts.ts';
import type { BackupView, RestoreView, SafetyView } from './safety.views.ts';

const headOnly = open.errors({ ROLE_NOT_ALLOWED: {} });

/** Shortest and longest time until an untouched window locks, in minutes (R11). */
export const lockAfterMinutes = { min: 1, max: 30, usual: 10 } as const;

export const safetyContract = {
  overview: open.output(type<SafetyView>()),
  backupNow: open.output(type<SafetyView>()).errors({ BACKUP_FAILED: {} }),
  /** A second place for the backups: another drive or a share; null: none. Files there are ciphertext. */
  setTarget: headOnly
    .input(z.strictObject({ folder: z.string().trim().min(1).max(1_000).nullable() }))
    .output(type<SafetyView>())
    .errors({ TARGET_UNUSABLE: {}, STORE_READ_ONLY: {} }),
  setLockAfter: headOnly
    .input(z.strictObject({ minutes: z.int().min(lockAfterMinutes.min).max(lockAfterMinutes.max) }))
    .output(type<SafetyView>())
    .errors({ STORE_READ_ONLY: {} }),
  /** Looks through all files: pages, log, keys, whether what is derived equals what it is derived from. A slot that opens the desk only looks there only. Takes a while. */
  check: open.output(type<SafetyView>()),
  /** Makes everything derived anew: lists, search, dates. */
  rebuild: open.output(type<SafetyView>()).errors({ STORE_READ_ONLY: {} }),
  /** Goes on with files that are older than what was acknowledged. Head only. */
  acceptOlder: headOnly.output(type<SafetyView>()),

  /** Also while locked, or when the files cannot be opened: names and times only. */
  backups: oc.output(type<readonly BackupView[]>()),
  /**
   * Also while locked. It sets everybody's work back: with the password of a head, or the Notfallblatt. What is here is set aside, nothing is
   * deleted; the office is locked afterwards.
   */
  restore: oc
    .input(z.strictObject({ backup: z.string().regex(/^[0-9A-Za-z-]{1,60}$/), secret: Secret }))
    .output(type<RestoreView>())
    .errors({
      WRONG_PASSWORD: {},
      WRONG_RECOVERY_CODE: {},
      UNLOCK_WAIT: { data: z.object({ seconds: z.number() }) },
      ROLE_NOT_ALLOWED: {},
      SLOT_MISSING: {},
      SLOT_DAMAGED: {},
      SLOT_TOO_WEAK: {},
      BACKUP_MISSING: {},
      BACKUP_DAMAGED: {},
      FOLDER_IN_USE: {},
      DISK_FULL: {},
      DISK_ERROR: {},
      DATABASE_NEWER: {},
    }),
};
