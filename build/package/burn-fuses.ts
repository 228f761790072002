/** Burns the fuses into the packed program, before it is signed, and reads them back: flipped by name, compared one by one (R15). */
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire, type FuseConfig } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { join } from 'node:path';
import { fuses } from '../../electron/fuses.ts';

type FuseName = keyof typeof fuses;

const names = Object.keys(fuses) as FuseName[];

/** By number, as the binary has them; strict: a fuse of the binary that this list does not name ends the build. */
const config: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  ...(Object.fromEntries(names.map((name) => [FuseV1Options[name], fuses[name]])) as Record<FuseV1Options, boolean>),
};

/** What is burnt into a binary, by name; `removed` for a fuse that this Electron no longer has. */
export async function readFuses(program: string): Promise<Readonly<Record<string, boolean | 'removed'>>> {
  const wire = await getCurrentFuseWire(program);
  return Object.fromEntries(
    Object.entries(wire)
      .filter(([index]) => /^\d+$/.test(index))
      .map(([index, state]) => {
        // A fuse this list of names does not know yet has its number for a name.
        const name = (FuseV1Options as Readonly<Record<string, unknown>>)[index];
        return [typeof name === 'string' ? name : `fuse ${index}`, state === FuseState.REMOVED ? 'removed' : state === FuseState.ENABLE];
      }),
  );
}

/** Throws when the binary has a fuse we do not know, lacks one, or holds another value than was decided. */
export async function assertFuses(program: string): Promise<void> {
  const burnt = await readFuses(program);
  const wrong = [...new Set([...names, ...Object.keys(burnt)])].filter((name) => burnt[name] !== fuses[name as FuseName]);
  if (wrong.length > 0) throw new Error(`fuses are not as decided in electron/fuses.ts: ${wrong.join(', ')}`);
}

/** The program itself: on macOS the bundle, whose framework has the fuses. */
function programIn({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  return join(appOutDir, electronPlatformName === 'win32' ? `${productFilename}.exe` : linuxProgram);
}

export const linuxProgram = 'lotse';

export async function burn(program: string): Promise<void> {
  await flipFuses(program, config);
  await assertFuses(program);
}

/** For electron-builder's `afterPack`; returns the program, which is looked at again when everything is done. */
export async function burnFuses(context: AfterPackContext): Promise<string> {
  const program = programIn(context);
  await burn(program);
  return program;
}
