/** A logo of nobody: three waves in two colours, drawn here. */
import { writePicture } from './picture.ts';

const waves = [
  [11, 74, 85],
  [28, 126, 140],
  [11, 74, 85],
] as const;

export function sampleLogo(width = 360, height = 150): Uint8Array {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (let x = 0; x < width; x += 1) {
    for (const [wave, colour] of waves.entries()) {
      const middle = height * (0.25 + 0.25 * wave) + Math.sin((x / width) * Math.PI * 4 + wave) * height * 0.08;
      for (let y = Math.round(middle - 9); y < middle + 9; y += 1) pixels.set(colour, (y * width + x) * 3);
    }
  }
  return writePicture({ width, height, depth: 3, pixels });
}
