/** Small files that are there whole or not at all, also after a power cut. */
import fs from 'node:fs';
import path from 'node:path';
import { randomId } from '../shared/crypto/sodium.ts';

/** Makes a rename in `dir` durable. Windows cannot open folders and journals renames itself. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(dir, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Temporary file, flush, rename, flush of the folder. `durable: false` leaves the flushing to the system. */
export function writeFileAtomically(file: string, bytes: Uint8Array | string, { durable = true } = {}): void {
  const temporary = `${file}.${randomId().slice(0, 8)}.tmp`;
  const handle = fs.openSync(temporary, 'wx', 0o600);
  try {
    fs.writeFileSync(handle, bytes);
    if (durable) fs.fsyncSync(handle);
  } catch (error) {
    fs.closeSync(handle);
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  fs.closeSync(handle);
  fs.renameSync(temporary, file);
  if (durable) syncFolder(path.dirname(file));
}
