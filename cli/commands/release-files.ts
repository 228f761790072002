/** Installers on the disk of whoever publishes. */
import { open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { runningSha256 } from '../../shared/crypto/sodium.ts';
import { installerKind, installerKinds, UpdatePlatform, type InstallerKind } from '../../shared/updates/installers.ts';
import { maxInstallerBytes, type ManifestFile } from '../../shared/updates/manifest.ts';
import { Refused, UsageError } from '../command.ts';

const systemOf: Readonly<Record<InstallerKind, string>> = { exe: 'win32', msi: 'win32', deb: 'linux', AppImage: 'linux', dmg: 'darwin' };
const archOf: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[-_.])(?:arm64|aarch64)(?=[-_.])/, 'arm64'],
  [/(?:^|[-_.])(?:x64|amd64|x86_64)(?=[-_.])/, 'x64'],
];

/** Size and hash of a file of at least one byte; null: there is none. */
export async function sizeAndHash(file: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const handle = await open(file, 'r').catch((problem: unknown) => {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  });
  if (handle === null) return null;
  try {
    const hash = runningSha256();
    const buffer = new Uint8Array(1_000_000);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return { bytes, sha256: hash.end() };
      hash.add(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** `win32-x64=Lotse.exe`, or the file alone where its name says for which PC it is. */
export async function describeInstaller(word: string): Promise<ManifestFile & { readonly folder: string }> {
  const named = /^([a-z0-9]+-[a-z0-9]+)=(.+)$/.exec(word);
  const file = resolve(process.cwd(), named?.[2] ?? word);
  const name = basename(file);
  const platform = UpdatePlatform.safeParse(named?.[1] ?? guessed(name));
  if (!platform.success) throw new UsageError(`${name}: für welche PCs? Bitte die Plattform davorstellen, zum Beispiel win32-x64=${name}`);
  if (installerKind(name, platform.data) === null) throw new Refused('UPDATE_NAME_INVALID');
  const found = await sizeAndHash(file);
  if (found === null) throw new Refused('FILE_NOT_USABLE');
  if (found.bytes === 0 || found.bytes > maxInstallerBytes) throw new UsageError(`${name}: leer oder größer als 1 GB`);
  return { platform: platform.data, name, folder: dirname(file), ...found };
}

function guessed(name: string): string {
  const kind = installerKinds.find((ending) => name.endsWith(`.${ending}`));
  const arch = archOf.find(([pattern]) => pattern.test(name))?.[1];
  return kind === undefined || arch === undefined ? '' : `${systemOf[kind]}-${arch}`;
}
