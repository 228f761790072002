/** Installers on the disk of whoever publishes. */
import { lstat, open } from 'node:fs/promises';
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

/** Size and hash; null: there is no such plain file. A link is none, as an office sees it. */
export async function sizeAndHash(file: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const found = await lstat(file).catch((problem: unknown) => {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  });
  if (found?.isFile() !== true) return null;
  const handle = await open(file, 'r');
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
  if (installerKind(name, platform.data) === null)
    throw new UsageError(`${name}: so darf eine Datei für ${platform.data} nicht heißen. Buchstaben, Ziffern, „_“, „-“ und einzelne Punkte, ohne Leerzeichen, höchstens 100 Zeichen`);
  const found = await sizeAndHash(file);
  if (found === null) throw new Refused('FILE_NOT_USABLE');
  if (found.bytes === 0 || found.bytes > maxInstallerBytes) throw new UsageError(`${name}: leer oder größer als 1 GB`);
  return { platform: platform.data, name, folder: dirname(file), ...found };
}

/** Whoever mistypes a version signs one that every office remembers and that never comes. What the build wrote into the names knows better. */
export function checkVersionIn(names: readonly string[], version: string): void {
  for (const name of names) {
    const found = name.match(/(?<![\d.])\d+\.\d+\.\d+(?!\.?\d)/g) ?? [];
    if (found.length === 0) throw new UsageError(`${name}: im Dateinamen steht keine Version, zum Beispiel Lotse-${version}-windows-x64.exe`);
    if (found.some((number) => number !== version)) throw new UsageError(`${name}: im Dateinamen steht eine andere Version als --version ${version}`);
  }
}

/** For one kind of PC there is one file of each kind, and no name twice, upper and lower case alike. */
export function checkTwins(files: readonly Pick<ManifestFile, 'name' | 'platform'>[]): void {
  const seen = new Set<string>();
  for (const { name, platform } of files) {
    const kind = installerKind(name, platform);
    const [folded, place] = [`name ${name.toLowerCase()}`, `${platform} ${String(kind)}`];
    if (seen.has(folded)) throw new UsageError(`${name}: steht zweimal da`);
    if (seen.has(place)) throw new UsageError(`${name}: eine zweite Datei .${String(kind)} für ${platform}. Je Art von PC nur eine`);
    seen.add(folded).add(place);
  }
}

function guessed(name: string): string {
  const kind = installerKinds.find((ending) => name.endsWith(`.${ending}`));
  const arch = archOf.find(([pattern]) => pattern.test(name))?.[1];
  return kind === undefined || arch === undefined ? '' : `${systemOf[kind]}-${arch}`;
}
