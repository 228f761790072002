/**
 * Decrypts the pages of a database file without SQLite: proof of what lies on the disk and under which key.
 *
 * Format of SQLite3MultipleCiphers' `chacha20`: a page of 4,096 bytes ends with a nonce of 16 and a Poly1305 tag of 16 bytes; page 1
 * begins with 16 bytes of salt and 8 of the plain SQLite header. The one-time key block comes from ChaCha20 under the raw key.
 */
import { createCipheriv } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

const pageBytes = 4096;
const contentBytes = pageBytes - 32;

export interface Page {
  readonly number: number;
  readonly plain: Buffer;
  readonly authentic: boolean;
}

export function decryptPages(file: Buffer, key: Uint8Array): readonly Page[] {
  return Array.from({ length: file.length / pageBytes }, (_, i) => {
    const page = file.subarray(i * pageBytes, (i + 1) * pageBytes);
    return decryptPage(page, i + 1, key);
  });
}

function decryptPage(page: Buffer, number: number, key: Uint8Array): Page {
  const nonce = page.subarray(contentBytes, contentBytes + 16);
  const tag = page.subarray(contentBytes + 16);
  const counter = (nonce.readUInt32LE(12) ^ number) >>> 0;
  const block = chacha20(key, nonce, counter, Buffer.alloc(64));
  const start = number === 1 ? 24 : 0;
  return {
    number,
    plain: chacha20(block.subarray(32), nonce, counter + 1, page.subarray(start, contentBytes)),
    authentic: sodium.crypto_onetimeauth_verify(tag, page.subarray(0, contentBytes + 16), block.subarray(0, 32)),
  };
}

function chacha20(key: Uint8Array, nonce: Buffer, counter: number, data: Buffer): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt32LE(counter >>> 0, 0);
  nonce.copy(start, 4, 0, 12);
  return createCipheriv('chacha20', key, start).update(data);
}
