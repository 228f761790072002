/** SHA-256 of a file of any size, lower-case hex, without holding it in memory. */
import fs from 'node:fs';
import { sha256OfParts } from '../../shared/crypto/sodium.ts';

const chunkBytes = 1 << 20;

export function sha256OfFile(file: string): string {
  const handle = fs.openSync(file, 'r');
  try {
    return sha256OfParts(partsOf(handle));
  } finally {
    fs.closeSync(handle);
  }
}

function* partsOf(handle: number): Generator<Uint8Array> {
  const chunk = Buffer.alloc(chunkBytes);
  for (let read = fs.readSync(handle, chunk); read > 0; read = fs.readSync(handle, chunk)) yield chunk.subarray(0, read);
}
