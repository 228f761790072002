/** A restore of the newest backup without a password: the campaign has the keys. */
import { listBackups } from '../../db/backup/list-backups.ts';
import { runRestore } from '../../db/backup/restore-job.ts';
import { lockFolder } from '../../db/lock.ts';
import { folderPaths } from '../../db/folder.ts';
import { slotKeys, type KeysInHex } from './office-on-keys.ts';

export function restoreNewest(dir: string, hex: KeysInHex): void {
  const [newest] = listBackups(dir);
  const keys = slotKeys(hex);
  const { casesKey } = keys;
  if (newest === undefined || casesKey === null) throw new Error('nothing to restore from');
  const lock = lockFolder(dir);
  try {
    runRestore({ dir, from: folderPaths(dir).backups, name: newest.name, at: '2026-03-02T10:00:00Z', keys: { ...keys, casesKey } });
  } finally {
    lock.release();
  }
}
