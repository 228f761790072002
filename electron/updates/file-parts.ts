/** Reads files piece by piece. Whoever reads asks `plainFileSize` first, and watches how much comes. */
import { lstat, open } from 'node:fs/promises';
import { runningSha256 } from '../../shared/crypto/sodium.ts';

const partBytes = 1_000_000;

/** null: there is no such plain file. A symbolic link is none. */
export async function plainFileSize(file: string): Promise<number | null> {
  try {
    const found = await lstat(file);
    return found.isFile() ? found.size : null;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')) return null;
    throw problem;
  }
}

export async function* partsOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const buffer = new Uint8Array(partBytes);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, partBytes, null);
      if (bytesRead === 0) return;
      yield buffer.slice(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Whether the file is exactly these bytes; a file that is not there is not. */
export async function isExactly(file: string, { bytes, sha256 }: { readonly bytes: number; readonly sha256: string }): Promise<boolean> {
  if ((await plainFileSize(file)) !== bytes) return false;
  const hash = runningSha256();
  for await (const part of partsOf(file)) hash.add(part);
  return hash.end() === sha256;
}
