/** A file that calls itself a logo is looked at before it reaches a paper. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isLogo, pictureOf } from '../../../shared/papers/logo.ts';
import { writePicture } from '../../support/picture.ts';

const madePng = (width: number, height: number): Uint8Array => writePicture({ width, height, depth: 3, pixels: new Uint8Array(width * height * 3) });

const jpegHead = (width: number, height: number): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0, 0, 0]);

describe('a picture', () => {
  it('says its kind and size', () => {
    expect(pictureOf(madePng(3, 2))).toEqual({ mime: 'image/png', width: 3, height: 2 });
    expect(pictureOf(jpegHead(640, 480))).toEqual({ mime: 'image/jpeg', width: 640, height: 480 });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a drawing', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n')],
    ['a GIF', new TextEncoder().encode('GIF89a\u0001\u0000\u0001\u0000')],
    ['the beginning of a PNG', madePng(3, 2).slice(0, 20)],
    ['a PNG without its header', Uint8Array.from([...madePng(3, 2).slice(0, 8), ...deflateSync(Buffer.alloc(40))])],
    ['a JPEG that ends before its size', jpegHead(640, 480).slice(0, 14)],
    ['a JPEG whose parts lead nowhere', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('is not %s', (_what, bytes) => {
    expect(pictureOf(bytes)).toBeNull();
  });
});

describe('a logo', () => {
  it('is what it says it is, of a size a paper can take', () => {
    expect(isLogo(madePng(3, 2), 'image/png')).toBe(true);
    expect(isLogo(madePng(3, 2), 'image/jpeg')).toBe(false);
    expect(isLogo(jpegHead(4_000, 10), 'image/jpeg')).toBe(true);
    expect(isLogo(jpegHead(4_001, 10), 'image/jpeg')).toBe(false);
    expect(isLogo(jpegHead(10, 0), 'image/jpeg')).toBe(false);
    expect(isLogo(Buffer.concat([madePng(3, 2), Buffer.alloc(300_000)]), 'image/png')).toBe(false);
  });
});
