/** Which backups stay, and letting the others go. */
import fs from 'node:fs';
import path from 'node:path';
import { guarded } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import type { DatedBackup } from './backup-file.ts';
import { datedBackups } from './list-backups.ts';

const day = 86_400_000;
/** The newest of each day for this many days … */
const dailyFor = 7;
/** … and of each calendar week for this many; nothing is older, so that what is forgotten is gone from backups, too. */
const weeklyFor = 28;
/** In one go. A clock that says 2099 for one morning makes everything old: by the next morning somebody has set it right. */
export const deletionsAtOnce = 3;

/**
 * Names of the backups that stay: the newest verified one of each of the last 7 days and of each calendar week of the last 28 days (UTC).
 *
 * The newest verified one stays whatever the clock says, by the store's own counter and by its date; and so does everything that was made
 * after it, verified or not. Without any verified one, all stay.
 */
export function backupsToKeep(backups: readonly DatedBackup[], now: Date): ReadonlySet<string> {
  const sound = backups.filter(({ verifiedAt, whole }) => verifiedAt !== null && whole);
  const newest = sound.reduce<DatedBackup | undefined>((best, backup) => (best === undefined || isNewer(backup, best) ? backup : best), undefined);
  if (newest === undefined) return new Set(backups.map(({ name }) => name));
  const slots = new Map<string, DatedBackup>([['newest', newest]]);
  const keepNewest = (slot: string, backup: DatedBackup): void => {
    const kept = slots.get(slot);
    if (kept === undefined || isNewer(backup, kept)) slots.set(slot, backup);
  };
  for (const backup of sound) {
    const age = Math.floor(dayNumber(now.getTime()) - dayNumber(Date.parse(backup.at)));
    // A day of slack: the clocks of two PCs, or a time zone set wrongly.
    if (age < -1 || age >= weeklyFor) continue;
    keepNewest(`week ${String(weekNumber(Date.parse(backup.at)))}`, backup);
    if (age < dailyFor) keepNewest(`day ${String(dayNumber(Date.parse(backup.at)))}`, backup);
  }
  const kept = new Set([...slots.values()].map(({ name }) => name));
  for (const backup of backups) if (!sound.includes(backup) && backup.at >= newest.at) kept.add(backup.name);
  return kept;
}

/** By the counter of commits first: it knows no clock. */
function isNewer(a: DatedBackup, b: DatedBackup): boolean {
  return a.commits === b.commits ? a.at > b.at : a.commits > b.commits;
}

function dayNumber(time: number): number {
  return Math.floor(time / day);
}

/** Weeks begin on Monday; day 0 was a Thursday. */
function weekNumber(time: number): number {
  return Math.floor((dayNumber(time) + 3) / 7);
}

/** Lets the oldest of those go that need not stay, a few at a time; returns their names. */
export function rotate(dir: string, now: Date): readonly string[] {
  return rotateFolder(folderPaths(dir).backups, now);
}

/** The same at the second place. */
export function rotateFolder(backups: string, now: Date): readonly string[] {
  return guarded(() => {
    const found = datedBackups(backups);
    const kept = backupsToKeep(found, now);
    const going = found.filter(({ name }) => !kept.has(name)).reverse().slice(0, deletionsAtOnce);
    for (const { name } of going) fs.rmSync(path.join(backups, name), { recursive: true, force: true });
    return going.map(({ name }) => name);
  });
}
