import type { Script } from './script.ts';

/** The consonants in the order of Unicode, eight signs each: Tigrinya, Amharic. `-`: a breath nobody writes; two, where both are spoken. */
const consonants = 'h l h m s r s š k k k|kh k b v t č h h n ny - k k kh|k kh|k v - z ž y d d dzh g g g t č p ts ts f p'.split(' ').map((letters) => letters.replace('-', '').split('|'));
const first = 0x1200;
/** With the consonant in the seven ways to speak it; the eighth is ua. The sixth is no vowel, or a short one. */
const vowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'ua'] as const;
const sixth = 5;

export const ethiopic: Script = Object.fromEntries(
  consonants.flatMap((readings, row) =>
    vowels.flatMap((vowel, way): readonly (readonly [string, string | readonly string[]])[] => {
      const sign = String.fromCodePoint(first + row * vowels.length + way);
      if (readings.includes('')) return [[sign, way === 0 ? 'a' : way === sixth ? ['e', 'i'] : vowel]];
      // A first h is spoken ha; a y before a consonant is heard with a vowel only.
      const spoken = readings.map((consonant) => consonant + (consonant === 'h' && way === 0 ? 'a' : vowel));
      return [[sign, spoken], ...(way === sixth && readings.includes('y') ? [[`^${sign}`, 'yi'] as const] : [])];
    }),
  ),
);
