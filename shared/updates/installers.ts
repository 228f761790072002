/** Which files install Lotse where, and what such a file may be called. */
import { z } from 'zod';

/** As Node names them: `process.platform`-`process.arch`. */
export const UpdatePlatform = z.enum(['win32-x64', 'win32-arm64', 'linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);
export type UpdatePlatform = z.infer<typeof UpdatePlatform>;

export const installerKinds = ['exe', 'msi', 'deb', 'AppImage', 'dmg'] as const;
export type InstallerKind = (typeof installerKinds)[number];

const kindsOf: Readonly<Record<string, readonly InstallerKind[]>> = {
  win32: ['exe', 'msi'],
  linux: ['deb', 'AppImage'],
  darwin: ['dmg'],
};

/** Where this copy of Lotse runs, and by which kind of file it came: the same kind replaces it. */
export interface InstalledAs {
  readonly platform: UpdatePlatform;
  readonly kind: InstallerKind;
}

/** Longest name of an installer, characters. */
const maxNameLength = 100;
/** Parts of letters, digits, `_` and `-`, parted by single dots: nothing a shell, an environment or a path reads as more than a name. */
const namePattern = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.(exe|msi|deb|AppImage|dmg)$/;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)\./i;

/** The kind a name ends in; null when it is no name of an installer for this platform. */
export function installerKind(name: string, platform: UpdatePlatform): InstallerKind | null {
  if (name.length > maxNameLength || deviceName.test(name)) return null;
  const ending = namePattern.exec(name)?.[1];
  return kindsOf[platform.split('-')[0] ?? '']?.find((kind) => kind === ending) ?? null;
}
