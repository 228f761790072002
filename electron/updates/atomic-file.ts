/** Small files of the shell that are there whole or not at all, also after a power cut. */
import { open, rename as renameOnce, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const busy = ['EPERM', 'EACCES', 'EBUSY'];
const tries = 20;
/** Between two tries, ms. */
const pauseMs = 250;

/** Renames; waits some seconds for a virus scanner that still looks at what was just written, as they do on Windows. */
export async function renamePatiently(from: string, to: string, rename: (from: string, to: string) => Promise<void> = renameOnce): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await rename(from, to);
      return;
    } catch (problem) {
      const mayPass = problem instanceof Error && 'code' in problem && busy.includes(String(problem.code));
      if (!mayPass || left === 1) throw problem;
    }
    await pause(pauseMs);
  }
}

/** Temporary file beside it, flush, rename. Whatever lies there is replaced. */
export async function replaceFile(file: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${file}.tmp`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renamePatiently(temporary, file);
  await syncFolder(dirname(file));
}

/** Windows has no such thing and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
