import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../documents/fonts.ts';
import { makePrintable } from '../../documents/printable.ts';

const { covers } = loadFonts();

describe('what a person typed becomes printable', () => {
  it.each([
    ['leaves German, Polish, Ukrainian and Vietnamese as they are', 'Straße Łódź Київ Nguyễn', 'Straße Łódź Київ Nguyễn', []],
    ['leaves Arabic, Dari, Kurdish and Tigrinya as they are', 'مرحبا دری ڕۆژ ትግርኛ', 'مرحبا دری ڕۆژ ትግርኛ', []],
    ['marks and names an emoji', 'gut 😀 gut 😀', 'gut \uFFFD gut \uFFFD', ['U+1F600']],
    ['marks a lone surrogate', 'a\uD800b', 'a\uFFFDb', ['U+D800']],
    ['drops control characters and NUL', 'a\u0000b\u0007c\u009Dd', 'abcd', []],
    ['drops a byte order mark, wherever it stands', '\uFEFFሰላም\uFEFF ተስፋይ', 'ሰላም ተስፋይ', []],
    ['marks a letter that only one weight of a typeface has', '\u{1EE00} und \u2075', '\uFFFD und \u2075', ['U+1EE00']],
    ['closes a direction mark at the end of its line', '\u202Eabc\nx', '\u202Eabc\u202C\nx', []],
    ['closes nested marks innermost first', '\u2067a\u202Bb', '\u2067a\u202Bb\u202C\u2069', []],
    ['drops a closing mark without an opening one', 'a\u202Cb\u2069c', 'abc', []],
    ['reads all line ends as one', 'a\r\nb\rc', 'a\nb\nc', []],
    ['takes away the marks of a letter it could not print: they belong to it', '1😀\u06ed 7漢\u08f0\u200d\u0301x 2\uFFFD\u06ed', '1\uFFFD 7\uFFFDx 2\uFFFD', ['U+1F600', 'U+6F22']],
    ['leaves the marks of the next letter', '1😀 \u06ed a\u0323', '1\uFFFD \u06ed ạ', ['U+1F600']],
    ['ends a heap of marks on one letter with a sign that says so', `Z${'\u0316'.repeat(9)}algo`, `Z${'\u0316'.repeat(8)}…algo`, ['U+2026']],
    ['ends a word of more than 1,000 letters with the same sign, and goes on with the next word', `${'س'.repeat(1001)} سلام`, `${'س'.repeat(1000)}… سلام`, ['U+2026']],
    ['composes letters and accents', 'u\u0308', 'ü', []],
  ] as const)('%s', (_name, typed, text, replaced) => {
    expect(makePrintable(typed, covers)).toEqual({ text, replaced });
  });
});
