/** A folder that looks to a packager like Electron unpacked, with the fuses in a program that does nothing: the real one cannot be fetched here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Platform } from '../../build/desktop/platforms.ts';

/** Marks the place of the fuses in every Electron since 12. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Version 1, their number, each off. */
function fuseWire(fuses: number): Buffer {
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses]), Buffer.from('0'.repeat(fuses)), Buffer.alloc(64)]);
}

interface Executable {
  generate(): ArrayBuffer;
}
interface ResourceEntry {
  readonly type: unknown;
  readonly id: unknown;
  readonly bin: ArrayBuffer;
}
interface ReSedit {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isDll: boolean): Executable; from(bytes: Buffer): Executable };
  readonly NtExecutableResource: { from(executable: Executable): { readonly entries: ResourceEntry[]; outputResource(executable: Executable): void } };
  readonly Resource: { readonly VersionInfo: { createEmpty(): { setStringValues(language: object, values: object): void; outputToResourceEntries(entries: ResourceEntry[]): void } } };
}

/** What electron-builder itself edits Windows programs with. */
export const resedit = createRequire(join(import.meta.dirname, '..', '..', 'node_modules', 'app-builder-lib', 'package.json'))('resedit') as ReSedit;

/** Windows takes version and hash from the resources of the program. */
function windowsProgram(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = resedit;
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string><key>CFBundleName</key><string>${name}</string></dict></plist>`;
}

function macFiles(wire: Buffer): Readonly<Record<string, Buffer | string>> {
  const contents = 'Electron.app/Contents';
  const helpers = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].flatMap((suffix) => {
    const name = `Electron Helper${suffix}`;
    const inside = `${contents}/Frameworks/${name}.app/Contents`;
    return [[`${inside}/Info.plist`, plist(name)], [`${inside}/MacOS/${name}`, 'helper']] as const;
  });
  return {
    [`${contents}/Info.plist`]: plist('Electron'),
    [`${contents}/MacOS/Electron`]: 'program',
    [`${contents}/Resources/de.lproj/locale.pak`]: 'de',
    [`${contents}/Resources/en.lproj/locale.pak`]: 'en',
    [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: wire,
    [`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/de.lproj/locale.pak`]: 'de',
    ...Object.fromEntries(helpers),
  };
}

/** Fills `folder`; `fuses` is how many this Electron has. */
export function makeUpElectron(folder: string, platform: Platform, fuses = 9): void {
  const wire = fuseWire(fuses);
  const locales = Object.fromEntries(['de', 'en-US', 'fr'].map((language) => [`locales/${language}.pak`, language]));
  const licences = { LICENSE: 'MIT', 'LICENSES.chromium.html': '<p>Chromium</p>', version: 'made up' };
  const own = platform.startsWith('darwin')
    ? macFiles(wire)
    : platform.startsWith('win32')
      ? { 'electron.exe': Buffer.concat([windowsProgram(), wire]), 'resources/.here': '', ...locales }
      : { electron: Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(200), wire]), 'resources/.here': '', ...locales };
  for (const [path, content] of Object.entries({ ...licences, ...own })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  }
}
