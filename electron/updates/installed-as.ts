/** By which kind of file this copy of Lotse came here. The same kind replaces it: an .exe over an .msi would leave two on the PC. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UpdatePlatform, type InstalledAs, type InstallerKind } from '../../shared/updates/installers.ts';

export interface ThisPc {
  readonly platform: string;
  readonly arch: string;
  /** Path of the running program. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** null where no installers are made. */
export function installedAs({ platform, arch, execPath, env }: ThisPc): InstalledAs | null {
  const here = UpdatePlatform.safeParse(`${platform}-${arch}`);
  return here.success ? { platform: here.data, kind: kindOn(platform, execPath, env) } : null;
}

/** The AppImage this program runs from; null: from none. A program that another AppImage started inherits its variables, but does not lie in its mount. */
export function runningAppImage({ execPath, env }: Pick<ThisPc, 'execPath' | 'env'>): string | null {
  const { APPIMAGE: file, APPDIR: mount } = env;
  if (file === undefined || mount === undefined || mount === '') return null;
  // The system says where the program really lies; the folder for mounts may be a link.
  const mounts = existsSync(mount) ? [mount, realpathSync(mount)] : [mount];
  return mounts.some((folder) => execPath.startsWith(`${folder}${sep}`)) ? file : null;
}

function kindOn(platform: string, execPath: string, env: ThisPc['env']): InstallerKind {
  if (platform === 'darwin') return 'dmg';
  if (platform === 'linux') return runningAppImage({ execPath, env }) === null ? 'deb' : 'AppImage';
  // The installer of the .exe leaves its uninstaller beside the program, that of the .msi does not.
  return existsSync(join(dirname(execPath), 'Uninstall Lotse.exe')) ? 'exe' : 'msi';
}
