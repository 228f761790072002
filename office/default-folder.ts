/**
 * Where an office lies when nobody says otherwise: one folder per PC, never in a roaming or synchronised place (R30). One answer for every
 * shell; why, see docs/decisions/0007-data-folder.md.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { StoreError } from '../db/errors.ts';
import { folderPaths } from '../db/folder.ts';

/** What is asked of the PC; the tests bring their own. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly exists: (file: string) => boolean;
  readonly writable: (dir: string) => boolean;
  readonly run: (program: string, args: readonly string[]) => void;
}

const thisPc: System = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: (file) => fs.existsSync(file),
  writable: (dir) => {
    try {
      fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
      return true;
    } catch {
      // Not there, or not for us: the folder of this user it is.
      return false;
    }
  },
  run: (program, args) => {
    execFileSync(program, args, { stdio: 'ignore', timeout: 30_000, windowsHide: true });
  },
};

/** Any of these says that an office lies, or lay, in a folder. */
const traces = (({ office, desk, cases, deskKeys, casesKeys, slots, backups, restoring }) =>
  [office, desk, cases, deskKeys, casesKeys, slots, backups, restoring].map((file) => path.basename(file)))(folderPaths(''));

export function defaultFolder(system: System = thisPc): string {
  const ours = folderOfUser(system);
  // Whoever began there goes on there: an office is never lost from sight by an update, nor by one file of it that is lost.
  if (traces.some((name) => system.exists(joined(system, ours, name)))) return ours;
  return folderOfMachine(system) ?? ours;
}

function folderOfUser(system: System): string {
  const { platform, env, home } = system;
  if (platform === 'win32') return joined(system, env['LOCALAPPDATA'] ?? joined(system, home, 'AppData', 'Local'), 'Lotse');
  if (platform === 'darwin') return joined(system, home, 'Library', 'Application Support', 'Lotse');
  return joined(system, env['XDG_DATA_HOME'] ?? joined(system, home, '.local', 'share'), 'lotse');
}

/** null where this PC has none: Linux without a folder that its administration made. */
function folderOfMachine(system: System): string | null {
  const { platform, env } = system;
  if (platform === 'win32') return joined(system, env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'Lotse');
  if (platform === 'darwin') return '/Users/Shared/Lotse';
  return system.writable('/var/lib/lotse') ? '/var/lib/lotse' : null;
}

/** With the separators of the system asked about, which in a test is not always the one below. */
function joined({ platform }: System, ...parts: readonly string[]): string {
  return platform === 'win32' ? path.win32.join(...parts) : path.posix.join(...parts);
}

/** Groups by number, because their names are translated: Users, Administrators, SYSTEM. */
const rights = ['*S-1-5-32-545:(OI)(CI)M', '*S-1-5-32-544:(OI)(CI)F', '*S-1-5-18:(OI)(CI)F'] as const;

/**
 * Before an office is set up in the folder of a Windows PC: every account of the PC may open and write it, nobody else.
 *
 * Usual rights below %ProgramData% would let a second account read the files and not write them. Does nothing for any other folder.
 * Throws DISK_ERROR when Windows refuses: an office that only one account can open must not look like one for all.
 */
export function openToMachine(dir: string, system: System = thisPc): void {
  if (system.platform !== 'win32' || dir !== folderOfMachine(system)) return;
  const icacls = joined(system, system.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
  try {
    fs.mkdirSync(dir, { recursive: true });
    system.run(icacls, [dir, '/inheritance:r', ...rights.flatMap((right) => ['/grant:r', right])]);
  } catch (problem) {
    // Also where another account put a folder of its own there first.
    throw new StoreError('DISK_ERROR', problem);
  }
}

/**
 * Where the browser shell leaves its launch file, which nobody but this person may read: never in a folder that other accounts of the PC
 * may enter. `name` tells several data folders apart.
 */
export function runtimeFolder(dir: string, name: string, system: System = thisPc): string {
  if (system.platform !== 'win32') return path.join(dir, 'runtime');
  return joined(system, folderOfUser(system), 'runtime', name);
}
