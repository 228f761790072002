/**
 * `npm run package -- --target win|nsis|msi|linux|deb|appimage|mac [--arch x64|arm64] [--electron ARCHIVE]`: installers in `.build/desktop/out`.
 *
 * Needs Electron's binary; without it ends with 2 and says so. Prints the archive of the program, to compare it with another build, and every installer, each with its SHA-256.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inOwnProcess } from '../desktop/own-process.ts';
import { parsePlatform } from '../desktop/platforms.ts';
import { electronDist, NoElectron } from './electron-dist.ts';
import type { Packed, PackOptions } from './pack.ts';
import { isFilledIn } from './publisher.ts';

/** What a person names → system and electron-builder's targets. */
const targets: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  win: ['win32', ['nsis', 'msi']],
  nsis: ['win32', ['nsis']],
  msi: ['win32', ['msi']],
  linux: ['linux', ['deb', 'AppImage']],
  deb: ['linux', ['deb']],
  appimage: ['linux', ['AppImage']],
  mac: ['darwin', ['dmg', 'zip']],
};

function refuse(text: string): never {
  console.error(text);
  process.exit(2);
}

const { values } = parseArgs({ options: { target: { type: 'string' }, arch: { type: 'string', default: 'x64' }, electron: { type: 'string' } } });
const [system, names] = targets[values.target ?? ''] ?? refuse(`--target ${Object.keys(targets).join('|')}`);
const platform = (() => {
  try {
    return parsePlatform(`${system}-${values.arch}`);
  } catch (problem) {
    return refuse(problem instanceof Error ? problem.message : '--arch x64|arm64');
  }
})();

const dist = await electronDist(platform, values.electron ?? null).catch((problem: unknown) => {
  if (problem instanceof NoElectron) return refuse(problem.message);
  throw problem;
});
if (!isFilledIn) console.error('build/package/publisher.ts ist nicht ausgefüllt · is not filled in');

const desktop = join(import.meta.dirname, '..', '..', '.build', 'desktop');
const options: PackOptions = { platform, targets: names, electronDist: dist, output: join(desktop, 'out'), tree: join(desktop, 'packing', platform) };
const { archives, installers } = await inOwnProcess<Packed>(import.meta.resolve('./pack.ts'), 'pack', options);
for (const file of [...archives, ...installers]) console.log(`${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file}`);
