/** Burns the fuses into the packed program, before it is signed, and reads them back: flipped by name, compared bit by bit (R15). */
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire, type FuseConfig } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { readdirSync } from 'node:fs';
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

/** Throws when the binary has a fuse we do not know, lacks one, or does not hold what was burnt. */
export async function setFuses(program: string): Promise<void> {
  await flipFuses(program, config);
  const burnt = await readFuses(program);
  const wrong = [...new Set([...names, ...Object.keys(burnt)])].filter((name) => burnt[name] !== fuses[name as FuseName]);
  if (wrong.length > 0) throw new Error(`fuses are not as decided in electron/fuses.ts: ${wrong.join(', ')}`);
}

/** The program itself: on macOS the bundle, whose framework has the fuses. */
function programIn({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  const name = readdirSync(appOutDir).find((file) => file === 'lotse');
  if (name === undefined) throw new Error('the packed program is not there');
  return join(appOutDir, name);
}

export async function burnFuses(context: AfterPackContext): Promise<void> {
  await setFuses(programIn(context));
}
