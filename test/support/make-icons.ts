/**
 * Draws renderer/office/icon.svg into build/package/icons: PNG for Linux, ICO for Windows, ICNS for macOS. Run by hand when the icon changes:
 * `node test/support/make-icons.ts`. Here and not in build/, because it needs the browser of the tests.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../cli/bench/browser.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'build', 'package', 'icons');
const source = readFileSync(join(root, 'renderer', 'office', 'icon.svg'));

interface Drawn {
  readonly size: number;
  readonly png: Buffer;
  /** Red, green, blue, alpha; from the top. */
  readonly pixels: Buffer;
}

/** For the icons an .ico may hold up to 64 pixels, Windows' own tools expect pixels, not PNG: blue, green, red, alpha, from the bottom. */
function bitmap({ size, pixels }: Drawn): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // Twice: a mask follows, all zero, because alpha says it better.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Array.from({ length: size }, (_row, index) => pixels.subarray((size - 1 - index) * size * 4, (size - index) * size * 4));
  const turned = Buffer.concat(rows);
  for (let at = 0; at < turned.length; at += 4) [turned[at], turned[at + 2]] = [turned[at + 2] ?? 0, turned[at] ?? 0];
  return Buffer.concat([header, turned, Buffer.alloc(Math.ceil(size / 32) * 4 * size)]);
}

function ico(drawn: readonly Drawn[]): Buffer {
  const bodies = drawn.map((one) => (one.size >= 256 ? one.png : bitmap(one)));
  const head = Buffer.alloc(6 + 16 * drawn.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(drawn.length, 4);
  let offset = head.length;
  for (const [index, body] of bodies.entries()) {
    const at = 6 + 16 * index;
    // 0 means 256.
    head.writeUInt8((drawn[index]?.size ?? 0) % 256, at);
    head.writeUInt8((drawn[index]?.size ?? 0) % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(body.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += body.length;
  }
  return Buffer.concat([head, ...bodies]);
}

/** Names macOS gives the sizes, each as PNG. */
const icnsNames: readonly (readonly [string, number])[] = [['icp4', 16], ['icp5', 32], ['icp6', 64], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024]];

function icns(drawn: ReadonlyMap<number, Drawn>): Buffer {
  const entry = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return entry('icns', Buffer.concat(icnsNames.map(([name, size]) => entry(name, drawn.get(size)?.png ?? Buffer.alloc(0)))));
}

const browser = await openBrowser();
const page = await browser.newPage();
const drawn = new Map<number, Drawn>();
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  const { png, pixels } = await page.evaluate(
    async ({ svg, size }) => {
      const image = new Image(size, size);
      image.src = `data:image/svg+xml;base64,${svg}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [size, size];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0, size, size);
      const bytes = context.getImageData(0, 0, size, size).data;
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { png: canvas.toDataURL('image/png').slice('data:image/png;base64,'.length), pixels: btoa(text) };
    },
    { svg: source.toString('base64'), size },
  );
  drawn.set(size, { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels, 'base64') });
}
await browser.close();

const of = (...sizes: readonly number[]): readonly Drawn[] => [...drawn.values()].filter(({ size }) => sizes.includes(size));
for (const { size, png } of of(16, 32, 48, 64, 128, 256, 512)) writeFileSync(join(folder, `${String(size)}x${String(size)}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico(of(16, 24, 32, 48, 64, 256)));
writeFileSync(join(folder, 'icon.icns'), icns(drawn));
// A test compares it: nobody forgets to draw a new icon anew.
writeFileSync(join(folder, 'source.sha256'), `${createHash('sha256').update(source).digest('hex')}\n`);
