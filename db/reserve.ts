/**
 * Empty space kept back for the day the disk is full (R36): when a write does not fit any more, the reserve is let go, so that the next
 * try and the lock succeed.
 */
import fs from 'node:fs';
import { randomBytes } from '../shared/crypto/sodium.ts';
import { storeCodeOf } from './errors.ts';
import { folderPaths } from './folder.ts';

export const reserveBytes = 50 * 1024 * 1024;
const pieceBytes = 65_536;

/** True when the reserve stands. Random bytes: a drive that packs files must not pack it away. Written piece by piece: nobody waits. */
export async function makeReserve(dir: string, bytes = reserveBytes): Promise<boolean> {
  const { reserve } = folderPaths(dir);
  if (fs.existsSync(reserve) && fs.statSync(reserve).size >= bytes) return true;
  try {
    const handle = await fs.promises.open(reserve, 'w', 0o600);
    try {
      const piece = randomBytes(pieceBytes);
      for (let written = 0; written < bytes; written += piece.length) await handle.write(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (storeCodeOf(error) === null) throw error;
    letReserveGo(dir);
    return false;
  }
}

/** Nothing happens when there is none. */
export function letReserveGo(dir: string): void {
  fs.rmSync(folderPaths(dir).reserve, { force: true });
}

export function hasReserve(dir: string): boolean {
  return fs.existsSync(folderPaths(dir).reserve);
}
