/** Makes a backup, takes it to the second place, lets old ones go. */
import { createBackup } from '../../db/backup/create-backup.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { mirrorBackups, renewKeysThere } from '../../db/backup/mirror.ts';
import { rotate } from '../../db/backup/rotate.ts';
import { erasuresOwed } from '../../db/backup/second-place.ts';
import type { BackupInfo, BackupKind } from '../../db/contract/backup.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { timestamp, type OfficeContext, type OpenOffice } from '../context.ts';
import { readSafety, writeSafety, type TargetSettings } from './settings.ts';
import { inTurn, safetyOf } from './state.ts';

/** Throws BACKUP_FAILED, STORE_READ_ONLY; a second place that cannot be used is a notice, not a failure. */
export function backUp(context: OfficeContext, office: OpenOffice, kind: BackupKind): Promise<BackupInfo> {
  const { clock } = context.options;
  const state = safetyOf(office);
  return inTurn(office, async () => {
    let made: BackupInfo;
    try {
      made = await createBackup(office.store, kind, timestamp(clock));
      rotate(office.store.dir, clock());
      state.backupFailed = false;
    } catch (problem) {
      // Locked meanwhile: the next unlock begins again. Read-only: that is a notice of its own.
      state.backupFailed = context.session.open === office && storeCodeOf(problem) !== 'STORE_READ_ONLY';
      throw problem;
    }
    if (context.session.open === office) await mirror(context, office);
    return made;
  });
}

/** To the second place, when there is one. In its turn: an erasure must not come in between. */
export async function mirror(context: OfficeContext, office: OpenOffice): Promise<void> {
  const target = targetOf(office);
  if (target === null) return;
  const { store } = office;
  await reachTarget(context, office, async (at) => {
    await mirrorBackups(store, target, at);
    if (context.session.open === office && store.missing === null) {
      store.desk.write((tx) => { writeSafety(tx, 'backup_target', { ...target, lastAt: at }); });
    }
  });
}

/** What erasures owe the second place, and nothing else; a place that is away owes it on. In its turn, as {@link mirror}. */
export async function letSecondPlaceForget(context: OfficeContext, office: OpenOffice): Promise<void> {
  const { store } = office;
  const target = targetOf(office);
  if (target === null || store.cases === null || store.missing !== null || erasuresOwed(store).length === 0) return;
  await reachTarget(context, office, (at) => renewKeysThere(store, target, at));
}

/** The copies of the keys there, so that none that was destroyed here is left; a place that is away gets them with the next backup. In its turn, as {@link mirror}. */
export async function renewSecondPlaceKeys(context: OfficeContext, office: OpenOffice): Promise<void> {
  const { store } = office;
  const target = targetOf(office);
  if (target === null || store.cases === null || store.missing !== null) return;
  await reachTarget(context, office, (at) => renewKeysThere(store, target, at));
}

function targetOf({ store }: OpenOffice): TargetSettings | null {
  return store.desk.read((tx) => readSafety(tx, 'backup_target')) ?? null;
}

async function reachTarget(context: OfficeContext, office: OpenOffice, act: (at: string) => Promise<void>): Promise<void> {
  const state = safetyOf(office);
  try {
    await act(timestamp(context.options.clock));
    state.targetUnusable = false;
  } catch (problem) {
    if (context.session.open !== office) return;
    // Whatever a drive or a share answers; anything else is a bug.
    if (storeCodeOf(problem) === null) throw problem;
    state.targetUnusable = true;
  }
}

/** Whether a verified backup of the clock's day (UTC) is missing; an hour, a zone or a whole century of wrong clock makes one too many, not one too few. */
export function isDue(backups: readonly BackupInfo[], now: Date): boolean {
  const today = now.toISOString().slice(0, 10);
  return !backups.some(({ verifiedAt, at, kind }) => verifiedAt !== null && kind !== 'migration' && at.slice(0, 10) === today);
}

export function dailyBackupDue({ options }: OfficeContext, { store }: OpenOffice): boolean {
  return store.cases !== null && store.missing === null && isDue(listBackups(store.dir), options.clock());
}
