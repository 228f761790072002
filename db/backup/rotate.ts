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
/** … and of each calendar week for this many; older ones go (see isBelieved), so that what is forgotten leaves backups, too. */
export const weeklyFor = 28;
/** Of one day: a clock that is a month ahead for one morning costs no more. */
export const deletionsAtOnce = 3;
/** Days between two backups in which nobody suspects the clock … */
const longestPause = 31;
/** … and how many days have to follow each other after a longer pause, before what lies in front of it may be called old. */
const daysAfterJump = 7;

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

/**
 * Names of those that go now. Superseded ones, with a newer one of the same day: always. Others by their age, oldest first, a few with
 * the first backup of a day, and only when the clock can be believed.
 */
export function backupsToRemove(backups: readonly DatedBackup[], now: Date): readonly string[] {
  const kept = backupsToKeep(backups, now);
  const sound = backups.filter(({ verifiedAt, whole }) => verifiedAt !== null && whole);
  const sameDay = (a: DatedBackup, b: DatedBackup): boolean => a.at.slice(0, 10) === b.at.slice(0, 10);
  const going = backups.filter(({ name }) => !kept.has(name)).sort((a, b) => (a.at < b.at ? -1 : 1));
  const superseded = going.filter((one) => sound.includes(one) && sound.some((other) => sameDay(one, other) && isNewer(other, one)));
  const [newest, ...earlier] = sound.sort((a, b) => (isNewer(a, b) ? -1 : 1));
  const again = newest !== undefined && earlier.some((other) => sameDay(newest, other));
  const old = again || !isBelieved(sound, now) ? [] : going.filter((one) => !superseded.includes(one)).slice(0, deletionsAtOnce);
  return [...superseded, ...old].map(({ name }) => name);
}

/**
 * Whether the clock goes on where the backups leave off: from now back, by the store's own counter, no pause is longer than a month and
 * nothing was made later than what came after it; or that holds for seven days at least, so that a holiday of the whole office (or a
 * wrong year, set right) is over at some time.
 */
function isBelieved(newestFirst: readonly DatedBackup[], now: Date): boolean {
  let next = dayNumber(now.getTime());
  const days = new Set<number>();
  for (const { at } of newestFirst) {
    const made = dayNumber(Date.parse(at));
    // A day of slack, as above.
    if (next - made < -1 || next - made > longestPause) return days.size >= daysAfterJump;
    days.add(made);
    next = made;
  }
  return true;
}

/** Lets those go that need not stay; returns their names. */
export function rotate(dir: string, now: Date): readonly string[] {
  return rotateFolder(folderPaths(dir).backups, now);
}

/** The same at the second place. */
export function rotateFolder(backups: string, now: Date): readonly string[] {
  return guarded(() => {
    const going = backupsToRemove(datedBackups(backups), now);
    for (const name of going) fs.rmSync(path.join(backups, name), { recursive: true, force: true });
    return going;
  });
}
