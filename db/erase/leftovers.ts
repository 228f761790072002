/** Copies of databases that nobody rotates: what a restore set aside, and what an interrupted backup left half-written. */
import fs from 'node:fs';
import path from 'node:path';
import { unfinishedPrefix } from '../backup/backup-name.ts';
import { guarded } from '../errors.ts';
import { folderPaths } from '../folder.ts';

/** They hold the record as it was, readable with the keys of the doors; nothing short of removing them forgets it. */
export function removeLeftovers(dir: string): void {
  const { setAside, backups } = folderPaths(dir);
  guarded(() => {
    const halfWritten = fs.existsSync(backups) ? fs.readdirSync(backups).filter((name) => name.startsWith(unfinishedPrefix)) : [];
    const leftovers = [setAside, ...halfWritten.map((name) => path.join(backups, name))];
    for (const leftover of leftovers) fs.rmSync(leftover, { recursive: true, force: true, maxRetries: 5 });
  });
}
