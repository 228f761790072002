/** Which Electron is packed: the one `npm run electron:get` fetched for this PC, or an archive somebody brought, checked against the package's hashes. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { thisPlatform, type Platform } from '../desktop/platforms.ts';

/** No Electron for that platform, or one that is not the one the lockfile names: nothing is packed. */
export class NoElectron extends Error {}

const electron = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');

/** SHA-256 by file name, as the npm package has them; the package itself is pinned by the lockfile. */
function knownHashes(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')) as Readonly<Record<string, string>>;
}

/** `electron-v45.4.1-win32-x64.zip`, whose name says what it is and whose hash says that it is true. */
async function checkedArchive(file: string, platform: Platform, folder: string): Promise<string> {
  const name = basename(file);
  const wanted = knownHashes(folder)[name];
  if (wanted === undefined || !name.endsWith(`-${platform}.zip`)) throw new NoElectron(`${name} ist kein Electron dieser Fassung für ${platform} · is not this version of Electron for ${platform}`);
  if (!existsSync(file)) throw new NoElectron(`${file} gibt es nicht · is not there`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== wanted) throw new NoElectron(`${name} hat nicht den erwarteten SHA-256 · does not have the expected SHA-256`);
  return file;
}

/** `given`: an archive; null: the one that was fetched. `folder` is the npm package. Throws {@link NoElectron}. */
export async function electronDist(platform: Platform, given: string | null, folder = electron): Promise<string> {
  if (given !== null) return checkedArchive(given, platform, folder);
  if (platform === thisPlatform() && existsSync(join(folder, 'path.txt'))) return join(folder, 'dist');
  throw new NoElectron(
    `Electron für ${platform} ist nicht da. Auf diesem System: npm run electron:get. Für ein anderes: --electron electron-vX-${platform}.zip\n` +
      `Electron for ${platform} is not here. On that system: npm run electron:get. For another one: --electron electron-vX-${platform}.zip`,
  );
}
