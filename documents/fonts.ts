/** The fonts Lotse prints with: shipped with the program, so that a paper looks the same on every PC. */
import { coveredCharacters } from './character-map.ts';
import { readFont } from './resources.ts';

/** In order of preference per script; Amiri is the Arabic face whose text can be copied from the PDF in order. */
export const fontFiles = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf',
] as const;

export interface Fonts {
  readonly blobs: readonly Buffer[];
  /** True when a shipped font has a glyph for this code point. */
  readonly covers: (codePoint: number) => boolean;
}

export function loadFonts(): Fonts {
  const blobs = fontFiles.map(readFont);
  const covered = new Set(blobs.flatMap((blob) => [...coveredCharacters(blob)]));
  return { blobs, covers: (codePoint) => covered.has(codePoint) };
}
