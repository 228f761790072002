/**
 * Decrypts the pages of a database file and the frames of a WAL without SQLite: proof of what lies on the disk and under which key.
 *
 * Format of SQLite3MultipleCiphers' `chacha20`: a page of 4,096 bytes ends with a nonce of 16 and a Poly1305 tag of 16 bytes; page 1
 * begins with 16 bytes of salt and 8 of the plain SQLite header. The one-time key block comes from ChaCha20 under the raw key. A WAL is
 * SQLite's own (https://sqlite.org/walformat.html): a header of 32 bytes, then frames of a plain header of 24 and such a page.
 */
import { createCipheriv } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

export const pageBytes = 4096;
const contentBytes = pageBytes - 32;
const walHeaderBytes = 32;
const frameHeaderBytes = 24;

export interface Page {
  readonly number: number;
  /** Page 1 without its first 24 bytes. */
  readonly plain: Buffer;
  readonly authentic: boolean;
}

/** Every page of a file, in use or free. */
export function decryptPages(file: Buffer, key: Uint8Array): readonly Page[] {
  return Array.from({ length: Math.floor(file.length / pageBytes) }, (_, i) => {
    const page = file.subarray(i * pageBytes, (i + 1) * pageBytes);
    return decryptPage(page, i + 1, key);
  });
}

export interface Frame extends Page {
  /** Of the transactions that count: those before the last commit of this life of the WAL. Others are left over and decrypted as well. */
  readonly live: boolean;
  /** Pages of the database after this commit; 0 in the middle of one. */
  readonly databasePages: number;
  readonly encrypted: Buffer;
}

export function isWal(file: Buffer): boolean {
  return file.length >= walHeaderBytes && (file.readUInt32BE(0) & 0xff_ff_ff_fe) >>> 0 === 0x37_7f_06_82;
}

export function decryptFrames(wal: Buffer, key: Uint8Array): readonly Frame[] {
  const salts = wal.subarray(16, 24);
  const frames: Frame[] = [];
  let ofThisLife = true;
  for (let at = walHeaderBytes; at + frameHeaderBytes + pageBytes <= wal.length; at += frameHeaderBytes + pageBytes) {
    ofThisLife &&= wal.subarray(at + 8, at + 16).equals(salts);
    const encrypted = wal.subarray(at + frameHeaderBytes, at + frameHeaderBytes + pageBytes);
    const page = decryptPage(encrypted, wal.readUInt32BE(at), key);
    frames.push({ ...page, live: ofThisLife, databasePages: wal.readUInt32BE(at + 4), encrypted });
  }
  const lastCommit = frames.findLastIndex((frame) => frame.live && frame.databasePages > 0);
  return frames.map((frame, i) => ({ ...frame, live: i <= lastCommit }));
}

/** The database as plain SQLite would have written it, the live frames of its WAL put in; null when not one page is under this key. */
export function plainImage(file: Buffer, wal: Buffer | null, key: Uint8Array): Buffer | null {
  const frames = wal !== null && isWal(wal) ? decryptFrames(wal, key).filter((frame) => frame.live) : [];
  const pages = new Map<number, { readonly plain: Buffer; readonly raw: Buffer }>();
  for (const page of decryptPages(file, key)) {
    if (page.authentic) pages.set(page.number, { plain: page.plain, raw: file.subarray((page.number - 1) * pageBytes) });
  }
  for (const frame of frames) if (frame.authentic) pages.set(frame.number, { plain: frame.plain, raw: frame.encrypted });
  if (!pages.has(1)) return null;
  const count = frames.at(-1)?.databasePages ?? Math.floor(file.length / pageBytes);
  const image = Buffer.alloc(count * pageBytes);
  for (const [number, { plain, raw }] of pages) {
    if (number > count) continue;
    const start = (number - 1) * pageBytes;
    if (number === 1) raw.copy(image, 16, 16, 24);
    plain.copy(image, number === 1 ? 24 : start);
  }
  image.write('SQLite format 3\0', 0, 'latin1');
  // Not a WAL database any more: what was in its WAL is in the image.
  image[18] = image[19] = 1;
  return image;
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
