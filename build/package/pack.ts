/** Packs the program of one platform with electron-builder: tree, parts list, Electron, fuses, installers. */
import { Arch, build, Platform as BuilderPlatform } from 'electron-builder';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTree } from '../desktop/build-tree.ts';
import type { Platform } from '../desktop/platforms.ts';
import { writeSbom } from '../desktop/sbom.ts';
import { assertFuses, burnFuses } from './burn-fuses.ts';
import { configuration } from './configuration.ts';

const root = join(import.meta.dirname, '..', '..');

export interface PackOptions {
  readonly platform: Platform;
  /** electron-builder's names: `nsis`, `msi`, `deb`, `AppImage`, `dmg`, `zip`; `dir` packs without an installer. */
  readonly targets: readonly string[];
  /** Electron for that platform: a folder as it is unpacked, or one with its archive. */
  readonly electronDist: string;
  readonly output: string;
  /** Where the tree is built. */
  readonly tree: string;
  /** macOS without a certificate, for trying alone: on Apple silicon such a program does not start. */
  readonly unsigned?: boolean;
}

export interface Packed {
  /** What to compare between two PCs (R73): `app.asar` of each program. */
  readonly archives: readonly string[];
  readonly installers: readonly string[];
}

const builderPlatforms = { win32: BuilderPlatform.WINDOWS, linux: BuilderPlatform.LINUX, darwin: BuilderPlatform.MAC } as const;

/** Version of Electron that the lockfile names. */
function electronVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { readonly version: string }).version;
}

/** Throws when the fuses of a finished program are not as decided. */
export async function pack({ platform, targets, electronDist, output, tree, unsigned = false }: PackOptions): Promise<Packed> {
  const [system, arch] = platform.split('-') as [keyof typeof builderPlatforms, 'x64' | 'arm64'];
  await buildTree(platform, tree);
  const programs: string[] = [];
  const archives: string[] = [];
  const config = configuration({
    ...{ app: tree, output, electronDist, electronVersion: electronVersion(), sbom: await writeSbom(), root, unsigned },
    afterPack: async (context) => {
      programs.push(await burnFuses(context));
      archives.push(join(context.packager.getResourcesDir(context.appOutDir), 'app.asar'));
    },
  });
  const installers = await build({ targets: builderPlatforms[system].createTarget([...targets], Arch[arch]), projectDir: root, config, publish: 'never' });
  if (programs.length === 0) throw new Error('electron-builder packed nothing');
  // Once more, now that version, icon and signature are in it.
  for (const program of programs) await assertFuses(program);
  return { archives, installers };
}
