/** The fonts Lotse prints with: shipped with the program, so that a paper looks the same on every PC. */
import { coveredCharacters } from './character-map.ts';
import { readFont } from './resources.ts';

/** Regular and bold of each family, in order of preference per script; Amiri is the Arabic face whose text can be copied from the PDF in order. */
const families = [
  ['@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf', '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'],
  ['@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf', '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf'],
  [
    '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
    '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf',
  ],
] as const;

export const fontFiles = families.flat();

export interface Fonts {
  readonly blobs: readonly Buffer[];
  /** True when a shipped family has a glyph for this code point in both its weights: a text may be set in either. */
  readonly covers: (codePoint: number) => boolean;
}

export function loadFonts(): Fonts {
  const loaded = families.map((weights) => weights.map(readFont));
  const covered = loaded.map((weights) => weights.map(coveredCharacters));
  return { blobs: loaded.flat(), covers: (codePoint) => covered.some((weights) => weights.every((weight) => weight.has(codePoint))) };
}
