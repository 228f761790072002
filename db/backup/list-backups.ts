/** The dated backups of a data folder, as their folders say: no key is needed. */
import fs from 'node:fs';
import type { BackupInfo } from '../contract/backup.ts';
import { guarded } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { describeBackup, infoOf, type DatedBackup } from './backup-file.ts';

/** Newest first. */
export function listBackups(dir: string): readonly BackupInfo[] {
  return datedBackups(folderPaths(dir).backups).map(infoOf);
}

/** Of a folder `backups`, here or at the second place; newest first by the time they say. */
export function datedBackups(backups: string): readonly DatedBackup[] {
  return guarded(() => {
    const names = fs.existsSync(backups) && fs.statSync(backups).isDirectory() ? fs.readdirSync(backups) : [];
    const found = names.map((name) => describeBackup(backups, name)).filter((backup) => backup !== null);
    return found.sort((a, b) => (a.at === b.at ? b.commits - a.commits : a.at < b.at ? 1 : -1));
  });
}
