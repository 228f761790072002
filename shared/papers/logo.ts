/** What a picture says of itself, so that a file that is none never reaches a paper. */

export interface Picture {
  readonly mime: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Largest logo, in bytes and in pixels of its longer side. */
export const maxLogo = { bytes: 300_000, side: 4_000 } as const;

const pngBegin = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function begins(bytes: Uint8Array, with_: readonly number[], at = 0): boolean {
  return with_.every((byte, index) => bytes[at + index] === byte);
}

/** null: neither PNG nor JPEG, or cut off before its size. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(bytes, pngBegin)) return pngOf(view, bytes);
  return begins(bytes, [0xff, 0xd8, 0xff]) ? jpegOf(view) : null;
}

/** The header chunk comes first (RFC 2083). */
function pngOf(view: DataView, bytes: Uint8Array): Picture | null {
  if (view.byteLength < 24 || !begins(bytes, [0x49, 0x48, 0x44, 0x52], 12)) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** SOF0 to SOF15 hold the size; C4, C8 and CC among them are something else (ITU T.81). */
function jpegOf(view: DataView): Picture | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mime: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Whether it may stand on a paper as what it says it is. */
export function isLogo(bytes: Uint8Array, mime: Picture['mime']): boolean {
  const picture = pictureOf(bytes);
  if (picture === null || picture.mime !== mime || bytes.length > maxLogo.bytes) return false;
  const { width, height } = picture;
  return width > 0 && height > 0 && Math.max(width, height) <= maxLogo.side;
}
