/** Copies of databases that nobody rotates: what a restore set aside, and what an interrupted backup left half-written. */
import fs from 'node:fs';
import { removeUnfinished } from '../backup/write-backup.ts';
import { guarded } from '../errors.ts';
import { folderPaths } from '../folder.ts';

/** They hold the record as it was, readable with the keys of the doors; nothing short of removing them forgets it. */
export function removeLeftovers(dir: string): void {
  const { setAside, backups } = folderPaths(dir);
  guarded(() => {
    fs.rmSync(setAside, { recursive: true, force: true, maxRetries: 5 });
    removeUnfinished(backups);
  });
}
