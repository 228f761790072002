/** What the command line does with a folder that is not open, or from outside: thin, so that it stays the same acts. */
import { checkSlots } from '../../db/check/check-copies.ts';
import { verifyBackup } from '../../db/backup/create-backup.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { restoreBackup } from '../../db/backup/restore.ts';
import type { BackupInfo, BackupSecret, RestoreReport } from '../../db/contract/backup.ts';
import { placeProblem } from '../../db/place.ts';
import { inspectFolder } from '../../db/store.ts';
import type { FindingView } from '../../shared/rpc/safety.views.ts';
import { timestamp, type OpenOffice } from '../context.ts';
import { readBackupsFindings } from './check-backups.ts';
import { filesFindings } from './check.ts';

const clock = (): Date => new Date();

export function backupsIn(dir: string): readonly BackupInfo[] {
  return listBackups(dir);
}

export async function verifyNow({ store }: OpenOffice, name: string): Promise<BackupInfo> {
  return verifyBackup(store, name, timestamp(clock));
}

/** `from`: another folder `backups`, such as that of the second place. */
export async function restoreFolder(dir: string, name: string, secret: BackupSecret, from: string | null): Promise<RestoreReport> {
  return restoreBackup(dir, name, secret, timestamp(clock), from === null ? {} : { from });
}

/** The carrier's administrator has no slot: place, files, backups are what he can look after. null: there is no office here. */
export function lookFromOutside(dir: string): readonly FindingView[] | null {
  const folder = inspectFolder(dir);
  if (folder.state === 'empty') return null;
  const place = folder.state === 'locked' && folder.training ? null : placeProblem(dir);
  // What is broken is said before where it lies.
  return [...filesFindings(dir), ...checkSlots(dir), readBackupsFindings(dir), { what: 'place', problem: place, count: 1 }];
}
