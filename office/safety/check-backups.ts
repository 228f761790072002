/** Whether there are backups that were opened again; seen without a key. */
import { listBackups } from '../../db/backup/list-backups.ts';
import type { FindingView } from '../../shared/rpc/safety.views.ts';

/** `count`: unusable ones, or, where there are none, how many there are. */
export function readBackupsFindings(dir: string): FindingView {
  const backups = listBackups(dir);
  const unverified = backups.filter(({ verifiedAt }) => verifiedAt === null).length;
  return unverified > 0
    ? { what: 'backups', problem: 'BACKUP_DAMAGED', count: unverified }
    : { what: 'backups', problem: null, count: backups.length };
}
