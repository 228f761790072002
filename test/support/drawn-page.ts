/** A page as a printer would draw it, in greys, by another program than wrote it (pdftoppm). */
import { execFileSync, spawnSync } from 'node:child_process';

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, 0 black. */
  readonly grey: Uint8Array;
}

export const canDraw = spawnSync('pdftoppm', ['-v']).status === 0;
if (!canDraw) console.warn('pdftoppm is not on this machine: what looks at drawn pages is skipped.');

export function drawnPage(pdf: Uint8Array, dpi: number): DrawnPage {
  const picture = execFileSync('pdftoppm', ['-r', String(dpi), '-f', '1', '-l', '1', '-gray', '-'], { input: pdf, maxBuffer: 64_000_000, stdio: ['pipe', 'pipe', 'ignore'] });
  const [head = '', width = '', height = ''] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), grey: picture.subarray(head.length) };
}
