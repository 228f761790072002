/**
 * The folder in which an update lies ready: the installer, and beside it the signed manifest that says which bytes it must have.
 *
 * The manifest is written last: without it nothing lies ready. What is being loaded has a name of its own; a load that was cut off is begun anew.
 */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { runningSha256 } from '../../shared/crypto/sodium.ts';
import { manifestName, maxManifestBytes, type ManifestFile } from '../../shared/updates/manifest.ts';
import { renamePatiently, replaceFile } from './atomic-file.ts';
import { plainFileSize } from './file-parts.ts';
import { UpdateError } from './update-error.ts';

/** What has to stay free on the disk of an office beside the installer, bytes. */
const spareBytes = 20_000_000;
/** Something that a virus scanner or an open window still holds is tried again, with growing pauses: 3 s in all. */
const patiently = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

/** Loads the installer under another name, compares, and only then lays it ready. Whatever goes wrong leaves nothing of it. */
export async function layReady(folder: string, file: ManifestFile, manifestBytes: Uint8Array, source: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `${randomUUID()}.part`);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < file.bytes + spareBytes) throw new UpdateError('UPDATE_DISK_FULL');
  try {
    await load(part, file, source);
    await makeWay(join(folder, file.name));
    await renamePatiently(part, join(folder, file.name));
    await replaceManifest(folder, manifestBytes);
  } finally {
    await rm(part, { force: true });
  }
}

/** For the same installer: its manifest was signed anew. */
export async function replaceManifest(folder: string, manifestBytes: Uint8Array): Promise<void> {
  await makeWay(join(folder, manifestName));
  await replaceFile(join(folder, manifestName), manifestBytes);
}

/** A plain file is replaced by the rename; a folder would stand in its way. */
async function makeWay(path: string): Promise<void> {
  if ((await plainFileSize(path)) === null) await rm(path, patiently);
}

async function load(part: string, { bytes, sha256 }: ManifestFile, source: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(part, 'wx', 0o600);
  try {
    const hash = runningSha256();
    let length = 0;
    for await (const piece of source) {
      length += piece.length;
      if (length > bytes) throw new UpdateError('UPDATE_HASH_MISMATCH');
      hash.add(piece);
      await handle.appendFile(piece);
    }
    if (length < bytes) throw new UpdateError('UPDATE_TRUNCATED');
    if (hash.end() !== sha256) throw new UpdateError('UPDATE_HASH_MISMATCH');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The manifest of what lies ready; null: nothing does. Nobody has looked at its signature. */
export async function readyManifest(folder: string): Promise<Uint8Array | null> {
  const file = join(folder, manifestName);
  const size = await plainFileSize(file);
  return size === null || size > maxManifestBytes ? null : new Uint8Array(await readFile(file));
}

/** Removes everything that does not belong to what lies ready. Returns what would not go; the rest is gone all the same. */
export async function sweep(folder: string, keep: readonly string[] = []): Promise<readonly string[]> {
  const names = (await namesIn(folder)).filter((name) => !keep.includes(name));
  const removed = await Promise.allSettled(names.map((name) => rm(join(folder, name), patiently)));
  return names.filter((_name, at) => removed[at]?.status === 'rejected');
}

/** A link that stands in place of the folder is taken away, so that nothing is swept or written where it leads. */
export async function ownFolder(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => null);
  if (found?.isSymbolicLink() === true) await rm(folder);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
    throw problem;
  }
}
