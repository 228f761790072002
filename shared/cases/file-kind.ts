/**
 * What a file is by its content. Its name says nothing: a renamed program is still a program.
 *
 * A file that is two things at once is refused: what is shown here as a photo could be opened as an archive elsewhere.
 */
import type { KeptFile } from '../history/intent.ts';

export type FileKind = KeptFile['mime'];

/** null for everything that is not exactly one of the three. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const kind = isPdf(bytes) ? 'application/pdf' : isPng(bytes) ? 'image/png' : isJpeg(bytes) ? 'image/jpeg' : null;
  return kind === null || isAlsoArchive(bytes) || (kind !== 'application/pdf' && isAlsoPdf(bytes)) ? null : kind;
}

/** PDF 1.x or 2.0 from the first byte to the end mark; behind that only blanks and NULs, which scanners add. An encrypted one, too. */
function isPdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.\d/.test(latin(bytes, 0, 8))) return false;
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1])) end -= 1;
  return latin(bytes, end - 5, end) === '%%EOF';
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunk after chunk from the header to the end, and nothing behind it. */
function isPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, pngStart)) return false;
  let at = pngStart.length;
  let first = true;
  while (at + 12 <= bytes.length) {
    const type = latin(bytes, at + 4, at + 8);
    if (first && type !== 'IHDR') return false;
    first = false;
    at += 12 + uint32(bytes, at);
    if (type === 'IEND') return at === bytes.length;
  }
  return false;
}

/**
 * Segment after segment to the picture itself, and an end mark behind that. What phones put behind the end (a second picture, a short film)
 * stays.
 */
function isJpeg(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker < 0xc0 || length < 2) return false;
    at += 2 + length;
    // The picture itself: in it every 0xff is followed by 0 or by a mark, so the first FF D9 is its end.
    if (marker === 0xda) return indexOf(bytes, [0xff, 0xd9], at) !== -1;
  }
  return false;
}

/** Readers of PDF accept its first line anywhere among the first bytes. */
function isAlsoPdf(bytes: Uint8Array): boolean {
  return latin(bytes, 0, 1_024).includes('%PDF-');
}

const archives = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
];
const zipEnd = [0x50, 0x4b, 0x05, 0x06];
/** The end record of a ZIP (which a docx, jar or apk is) and the longest comment that may follow it. */
const zipTail = 22 + 65_535;

/** RAR and 7z are found wherever they begin, ZIP by its end. */
function isAlsoArchive(bytes: Uint8Array): boolean {
  if (archives.some((start) => indexOf(bytes, start, 0) !== -1)) return true;
  for (let at = indexOf(bytes, zipEnd, Math.max(0, bytes.length - zipTail)); at !== -1; at = indexOf(bytes, zipEnd, at + 1)) {
    const comment = (bytes[at + 20] ?? 0) | ((bytes[at + 21] ?? 0) << 8);
    // Of one volume, as all are: four bytes alone stand anywhere by chance.
    if ([4, 5, 6, 7].every((i) => bytes[at + i] === 0) && at + 22 + comment <= bytes.length) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function indexOf(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, from), Math.max(0, to)));
}
