/**
 * Whether an update is for this PC, now. Pure: everything it looks at is handed in; the same answer for a server, a stick, and the moment before
 * installing.
 *
 * In this order: signature and form ([manifest.ts](manifest.ts)) · the clock · expiry · versions · the step · the platform. The clock comes before
 * expiry because a clock that is wrong makes every expiry wrong: a PC whose day lies before the day this program was built, or before the newest
 * release it has seen, is behind; so is one on which a signed release lies in the future. One day is allowed for time zones.
 */
import { fail, ok, type Result } from '../domain/result.ts';
import type { IsoDay } from '../domain/day.ts';
import { installerKind, type InstalledAs } from './installers.ts';
import { openSigned, type Manifest, type ManifestFile, type ManifestRefusal } from './manifest.ts';
import { compareVersions } from './version.ts';

/** The newest version this PC ever knew of; stays when an older one is installed again. */
export interface Seen {
  readonly version: string;
  /** Its day as it was signed, the latest when it was signed anew; null when only the version is known. */
  readonly released: IsoDay | null;
}

export interface Here {
  /** Public keys of whoever may publish, 32 bytes each; several, so that one can be replaced by the next. */
  readonly keys: readonly Uint8Array[];
  /** Version that runs. */
  readonly current: string;
  /** Day it was built from; null when the build did not say. */
  readonly built: IsoDay | null;
  readonly seen: Seen | null;
  /** null: no installers are made for this kind of PC. */
  readonly installedAs: InstalledAs | null;
}

export type UpdateRefusal =
  | ManifestRefusal
  | 'UPDATE_CLOCK_WRONG'
  | 'UPDATE_EXPIRED'
  | 'UPDATE_OLDER'
  | 'UPDATE_TOO_BIG_A_STEP'
  | 'UPDATE_NOT_FOR_THIS_PC';

export interface Judgement {
  readonly manifest: Manifest;
  /** Id of the key that signed it. */
  readonly key: string;
  /** The installer for this PC; null: this version runs already. */
  readonly file: ManifestFile | null;
}

const dayMs = 86_400_000;

export function judgeUpdate(bytes: Uint8Array, here: Here, now: Date): Result<Judgement, UpdateRefusal> {
  const opened = openSigned(bytes, here.keys);
  if (!opened.ok) return opened;
  const { manifest, key } = opened.value;
  const time = checkTime(manifest, here, now);
  if (!time.ok) return time;
  const step = compareVersions(manifest.version, here.current);
  if (step < 0 || isOlderThanSeen(manifest, here.seen)) return fail('UPDATE_OLDER');
  if (step === 0) return ok({ manifest, key, file: null });
  if (compareVersions(here.current, manifest.minimum) < 0) return fail('UPDATE_TOO_BIG_A_STEP');
  const file = manifest.files.find(({ platform, name }) => platform === here.installedAs?.platform && installerKind(name, platform) === here.installedAs.kind);
  return file === undefined ? fail('UPDATE_NOT_FOR_THIS_PC') : ok({ manifest, key, file });
}

function checkTime({ released, expires }: Manifest, { built, seen }: Here, now: Date): Result<null, UpdateRefusal> {
  const behind = [built, seen?.released ?? null].some((day) => day !== null && now.getTime() < startOf(day) - dayMs);
  if (behind || startOf(released) > now.getTime() + dayMs) return fail('UPDATE_CLOCK_WRONG');
  return Date.parse(expires) <= now.getTime() ? fail('UPDATE_EXPIRED') : ok(null);
}

/**
 * The day counts only for the same number: what it said before it was signed anew. A higher number may have the earlier day, because a version between
 * is signed anew for offices that are far behind. So whatever is not older than what was seen is the newest seen.
 */
function isOlderThanSeen({ version, released }: Manifest, seen: Seen | null): boolean {
  if (seen === null) return false;
  const step = compareVersions(version, seen.version);
  return step < 0 || (step === 0 && seen.released !== null && released < seen.released);
}

function startOf(day: IsoDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}
