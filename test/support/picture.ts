/**
 * Pictures of screens as plain pixels: to pack them smaller than the browser does, and to see whether two show the same.
 *
 * Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced (PNG specification, third edition, §9).
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3 or 4. */
  readonly depth: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

export function readPicture(png: Buffer): Picture {
  const data: Buffer[] = [];
  let [width, height, depth] = [0, 0, 0];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (name === 'IDAT') data.push(body);
    if (name === 'IHDR') [width, height, depth] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] === 6 ? 4 : 3];
  }
  return { width, height, depth, pixels: unfilter(inflateSync(Buffer.concat(data)), width * depth, height, depth) };
}

/** Every row says how it was predicted: from the left, from above, from both. A window has millions of bytes: one loop for each way. */
function unfilter(raw: Uint8Array, stride: number, height: number, depth: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = pixels.subarray(y * stride, (y + 1) * stride);
    row.set(raw.subarray(start + 1, start + 1 + stride));
    undo(raw[start] ?? 0, row, above, depth);
    above = row;
  }
  return pixels;
}

/** `row` holds the differences, and afterwards the bytes. */
function undo(filter: number, row: Uint8Array, above: Uint8Array, depth: number): void {
  const { length } = row;
  const at = (bytes: Uint8Array, x: number): number => (x < 0 ? 0 : (bytes[x] as number));
  if (filter === 1) for (let x = depth; x < length; x += 1) row[x] = at(row, x) + at(row, x - depth);
  if (filter === 2) for (let x = 0; x < length; x += 1) row[x] = at(row, x) + at(above, x);
  if (filter === 3) for (let x = 0; x < length; x += 1) row[x] = at(row, x) + ((at(row, x - depth) + at(above, x)) >> 1);
  if (filter === 4) for (let x = 0; x < length; x += 1) row[x] = at(row, x) + paeth(at(row, x - depth), at(above, x), at(above, x - depth));
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Flat areas of a window pack best unpredicted: about a fifth smaller than the browser's own. */
export function writePicture({ width, height, depth, pixels }: Picture): Buffer {
  const stride = width * depth;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) raw.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, depth === 4 ? 6 : 2, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  whole.writeUInt32BE(body.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

/** Share of pixels that differ, 0 to 1; 1 for pictures of different sizes. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height || one.depth !== other.depth) return 1;
  const [a, b, { depth }] = [one.pixels, other.pixels, one];
  let differing = 0;
  for (let at = 0; at < a.length; at += depth) {
    for (let channel = at; channel < at + depth; channel += 1) {
      if (a[channel] === b[channel]) continue;
      differing += 1;
      break;
    }
  }
  return differing / (one.width * one.height);
}
