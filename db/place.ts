/**
 * Whether a data folder lies where its files are safe (R30): on a disk of this PC, not on a network, not where a cloud client moves
 * files under an open database, not on a stick, not where signing out empties it.
 *
 * `classifyPlace` is pure and knows all three systems; `placeProblem` asks this PC. What cannot be seen from here (a whole PC that is
 * set back at every restart) is left to docs/unverified.md.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type PlaceProblem = 'PLACE_NETWORK' | 'PLACE_SYNCED' | 'PLACE_REMOVABLE' | 'PLACE_TEMPORARY';

export interface PlaceFacts {
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** Absolute, as somebody named it. */
  readonly path: string;
  /** With links, mapped and substituted drives resolved, as far as the folder exists. */
  readonly realPath: string;
  /** Linux: `f_type` of statfs; null elsewhere. */
  readonly fsType: number | null;
  /** Linux: type in the table of mounts, such as `ext4` or `fuse.sshfs`; null elsewhere. */
  readonly fsName: string | null;
  /** Windows: what the drive is, where it is not the system's own; null elsewhere. */
  readonly drive: 'Fixed' | 'Removable' | 'Network' | 'Ram' | 'CDRom' | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Names in the folder and the folders above it that a sync client may have put there. */
  readonly neighbours: readonly string[];
  /** Windows: the profile is a mandatory one (NTUSER.MAN), which forgets everything at sign-out. */
  readonly mandatoryProfile: boolean;
}

/** Linux, include/uapi/linux/magic.h and the file systems' own headers. */
const networkTypes = new Set([
  0x6969, // nfs
  0xff534d42, // cifs
  0xfe534d42, // smb2
  0x517b, // smb
  0x01021997, // 9p: also the drives of Windows inside WSL
  0x5346414f, // afs
  0x73757245, // coda
  0x564c, // ncp
  0x00c36400, // ceph
  0x01161970, // gfs2
  0x7461636f, // ocfs2
  0x0bd00bd0, // lustre
  0x786f4256, // vboxsf
]);
const memoryTypes = new Set([0x01021994 /* tmpfs */, 0x858458f6 /* ramfs */]);
const networkNames = /^(nfs4?|cifs|smb3?|smbfs|9p|afs|ceph|glusterfs|davfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|glusterfs|smbnetfs|curlftpfs|onedriver|google-drive-ocamlfuse))$/;

/** A folder of this name belongs to a sync client wherever it lies. Compared whole, so that `OneDriveArchiv` is just a folder. */
const syncNames = [
  /^OneDrive( - .+)?$/,
  /^Dropbox( \(.+\))?$/,
  /^Google ?Drive( .*)?$/,
  /^GoogleDrive-.+$/,
  /^(Meine Ablage|My Drive|Geteilte Ablagen|Shared drives)$/,
  /^(iCloudDrive|iCloud Drive|iCloud~.+|com~apple~CloudDocs)$/,
  /^Mobile Documents$/,
  /^CloudStorage$/,
];
/** Names too plain to be trusted anywhere but directly in the home folder, where the clients put them. */
const syncNamesAtHome = /^(Nextcloud|ownCloud|MagentaCLOUD|Seafile|HiDrive|Box|Box Sync|pCloudDrive|pCloud Drive|MEGA|SynologyDrive|Tresorit)\d?$/;
/** Files by which a client marks what it keeps in step. MagentaCLOUD is a Nextcloud by another name. */
const syncMarkers = [
  /^\._?sync_[0-9a-f]{6,}\.db$/,
  /^\.(owncloud|nextcloud)sync\.log$/,
  /^\.dropbox(\.cache)?$/,
  /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/,
  /^\.stfolder$/,
  /^\.seafile-data$/,
  /^seafile-data$/,
  /^\.megaignore$/,
  /^\.tmp\.drive(upload|download)$/,
  /^\.SynologyWorkingDirectory$/,
];

/** null when the place is good. Of several problems the one that loses the most. */
export function classifyPlace(facts: PlaceFacts): PlaceProblem | null {
  const places = [...new Set([plain(facts, facts.path), plain(facts, facts.realPath)])];
  if (isNetwork(facts, places)) return 'PLACE_NETWORK';
  if (isSynced(facts, places)) return 'PLACE_SYNCED';
  if (isRemovable(facts, places)) return 'PLACE_REMOVABLE';
  return isTemporary(facts, places) ? 'PLACE_TEMPORARY' : null;
}

function isNetwork({ platform, fsType, fsName, drive }: PlaceFacts, places: readonly string[]): boolean {
  if (platform === 'win32') return drive === 'Network' || places.some((place) => place.startsWith('\\\\'));
  if (fsType !== null && networkTypes.has(fsType)) return true;
  if (fsName !== null && networkNames.test(fsName)) return true;
  return places.some((place) => /^\/run\/user\/\d+\/gvfs(\/|$)/.test(place) || /^\/(net|Network\/Servers)\//.test(place));
}

function isSynced(facts: PlaceFacts, places: readonly string[]): boolean {
  const { env, platform, home, neighbours } = facts;
  const roots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer', ...(platform === 'win32' ? ['APPDATA'] : [])]
    .map((name) => env[name])
    .filter((root): root is string => root !== undefined && root !== '');
  if (places.some((place) => roots.some((root) => isBelow(facts, place, root)))) return true;
  const named = (pattern: RegExp, name: string): boolean =>
    platform === 'linux' ? pattern.test(name) : new RegExp(pattern.source, 'i').test(name);
  if (places.some((place) => partsOf(facts, place).some((part) => syncNames.some((pattern) => named(pattern, part))))) return true;
  const belowHome = (place: string): string | undefined =>
    isBelow(facts, place, home) ? partsOf(facts, place)[partsOf(facts, plain(facts, home)).length] : undefined;
  if (places.some((place) => named(syncNamesAtHome, belowHome(place) ?? ''))) return true;
  return neighbours.some((name) => syncMarkers.some((marker) => marker.test(name)));
}

function isRemovable({ platform, drive }: PlaceFacts, places: readonly string[]): boolean {
  if (platform === 'win32') return drive === 'Removable' || drive === 'CDRom';
  // A link in /Volumes to the system's own disk has another real path, which is the one that counts.
  const [real] = places.slice(-1);
  if (platform === 'darwin') return /^\/Volumes\/./.test(real ?? '');
  return places.some((place) => /^(\/run)?\/media\/./.test(place));
}

function isTemporary(facts: PlaceFacts, places: readonly string[]): boolean {
  const { platform, env, fsType, drive, mandatoryProfile, home } = facts;
  const below = (root: string | undefined): boolean =>
    root !== undefined && root !== '' && places.some((place) => isBelow(facts, place, root));
  if (platform === 'win32') {
    if (drive === 'Ram' || below(env['TEMP']) || below(env['TMP']) || below(`${env['SystemRoot'] ?? 'C:\\Windows'}\\Temp`)) return true;
    const profile = env['USERPROFILE'] ?? home;
    const name = path.win32.basename(profile);
    // The names Windows gives a profile it could not load, and that of the sandbox.
    const fleeting = mandatoryProfile || /^TEMP(\.[^.\\]+)*$/i.test(name) || /^WDAGUtilityAccount$/i.test(name);
    return fleeting && below(profile);
  }
  if (fsType !== null && memoryTypes.has(fsType)) return true;
  return below(env['TMPDIR']) || ['/tmp', '/var/tmp', '/private/tmp', '/private/var/tmp', '/var/folders', '/private/var/folders', '/dev/shm'].some(below);
}

/** Windows: one spelling of the same place. `\\?\UNC\s\f` and `//s/f` are `\\s\f`, `\\?\C:\x` is `C:\x`. */
function plain({ platform }: PlaceFacts, place: string): string {
  if (platform !== 'win32') return place;
  const slashed = place.replaceAll('/', '\\');
  return slashed.replace(/^\\\\[?.]\\UNC\\/i, '\\\\').replace(/^\\\\[?.]\\(?=[a-z]:)/i, '');
}

function partsOf({ platform }: PlaceFacts, place: string): readonly string[] {
  return place.split(platform === 'win32' ? '\\' : '/').filter((part) => part !== '');
}

function isBelow(facts: PlaceFacts, place: string, root: string): boolean {
  const same = (text: string): string => (facts.platform === 'linux' ? text : text.toLowerCase());
  const [parts, above] = [partsOf(facts, plain(facts, place)), partsOf(facts, plain(facts, root))];
  return above.length > 0 && above.every((part, at) => same(part) === same(parts[at] ?? ''));
}

/** Looks at this PC. The folder need not exist yet. */
export function placeProblem(dir: string): PlaceProblem | null {
  return classifyPlace(factsOf(path.resolve(dir)));
}

function factsOf(dir: string): PlaceFacts {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const above = ancestorsOf(dir);
  const existing = above.find((one) => fs.existsSync(one)) ?? dir;
  const realPath = path.join(realPathOf(existing), path.relative(existing, dir));
  const home = os.homedir();
  return {
    platform,
    path: dir,
    realPath,
    fsType: platform === 'linux' ? fs.statfsSync(existing).type : null,
    fsName: platform === 'linux' ? mountTypeOf(realPath) : null,
    drive: platform === 'win32' ? driveKindOf(realPath) : null,
    env: process.env,
    home,
    neighbours: [...new Set([...above, ...ancestorsOf(realPath)])].flatMap(hiddenNamesIn),
    mandatoryProfile: platform === 'win32' && fs.existsSync(path.join(process.env['USERPROFILE'] ?? home, 'ntuser.man')),
  };
}

function ancestorsOf(dir: string): readonly string[] {
  const parent = path.dirname(dir);
  return parent === dir ? [dir] : [dir, ...ancestorsOf(parent)];
}

/** The native one: only that tells the share behind a mapped drive. */
function realPathOf(existing: string): string {
  try {
    return fs.realpathSync.native(existing);
  } catch (problem) {
    // A folder this user may not look into has no other name we could find out.
    if (problem instanceof Error && 'code' in problem) return existing;
    throw problem;
  }
}

function hiddenNamesIn(dir: string): readonly string[] {
  try {
    return fs.readdirSync(dir).filter((name) => name.startsWith('.') || name === 'seafile-data');
  } catch (problem) {
    // Not there yet, or nothing this user may list.
    if (problem instanceof Error && 'code' in problem) return [];
    throw problem;
  }
}

/** Type of the mount that holds `place`: the longest mount point above it, the last where one lies over another. */
function mountTypeOf(place: string): string | null {
  let table: string;
  try {
    table = fs.readFileSync('/proc/self/mounts', 'utf8');
  } catch (problem) {
    // No /proc: statfs has to do.
    if (problem instanceof Error && 'code' in problem) return null;
    throw problem;
  }
  let found: { readonly at: string; readonly type: string } | null = null;
  for (const line of table.split('\n')) {
    const [, escaped, type] = line.split(' ');
    if (escaped === undefined || type === undefined) continue;
    const at = escaped.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const holds = place === at || place.startsWith(at === '/' ? '/' : `${at}/`);
    if (holds && at.length >= (found?.at.length ?? 0)) found = { at, type };
  }
  return found?.type ?? null;
}

const driveKinds = new Map<string, PlaceFacts['drive']>();

/** Asked once per drive, and never for the system's own: Node cannot tell, and PowerShell takes half a second. */
function driveKindOf(place: string): PlaceFacts['drive'] {
  const letter = /^[a-z]:/i.exec(place)?.[0].toUpperCase();
  if (letter === undefined || letter === (process.env['SystemDrive'] ?? 'C:').toUpperCase()) return null;
  const known = driveKinds.get(letter);
  if (known !== undefined) return known;
  const kind = askDriveKind(letter);
  driveKinds.set(letter, kind);
  return kind;
}

function askDriveKind(letter: string): PlaceFacts['drive'] {
  const shell = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  try {
    const answer = execFileSync(shell, ['-NoProfile', '-NonInteractive', '-Command', `[System.IO.DriveInfo]::new('${letter}').DriveType`], {
      encoding: 'utf8',
      timeout: 10_000,
      windowsHide: true,
    }).trim();
    return (['Fixed', 'Removable', 'Network', 'Ram', 'CDRom'] as const).find((kind) => kind === answer) ?? null;
  } catch (problem) {
    // PowerShell is switched off here: the other signs have to do.
    if (problem instanceof Error) return null;
    throw problem;
  }
}
