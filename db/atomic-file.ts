/** Small files that are there whole or not at all, also after a power cut. */
import fs from 'node:fs';
import path from 'node:path';
import { randomId } from '../shared/crypto/sodium.ts';
import { syncFolder } from './sync.ts';

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
