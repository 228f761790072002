/**
 * Makes what a person typed printable without changing what it says.
 *
 * PDF/UA-1 refuses a whole document for one character without a glyph, and one stray direction mark turns the rest of a line
 * around. So: lone surrogates and characters no shipped font has become a visible mark and are named, control characters go, direction
 * marks are balanced. A word or a heap of accents that no paper has room for ends with "…".
 */
import { cutShort } from '../shared/papers/replaced.ts';

/** Stands for a character we cannot print: U+FFFD, which Noto Sans has. */
export const unprintableMark = '\uFFFD';

export interface PrintableText {
  readonly text: string;
  /** `U+1F600`, each once, in order of appearance; {@link cutShort} where something was left off. */
  readonly replaced: readonly string[];
}

/** No script we know needs four; setting a letter with thousands takes longer than anybody waits. */
const mostMarks = 8;
/** Letters of one word, several lines. One of 100,000 Arabic letters takes longer than anybody waits. */
const mostLetters = 1000;

const isolates = new Set([0x2066, 0x2067, 0x2068]);
const embeddings = new Set([0x202a, 0x202b, 0x202d, 0x202e]);
const popIsolate = 0x2069;
const popEmbedding = 0x202c;
/** Joiners and variation selectors shape their neighbours and need no glyph of their own. */
const shaping = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);
/** So do direction marks and the soft hyphen. */
const unseen = new Set([0x200e, 0x200f, 0x061c, 0x00ad]);

/** Marks how bytes are ordered; within a text it says nothing, and beside a letter of another typeface it has no glyph. */
const byteOrderMark = 0xfeff;
const mark = /^\p{M}$/u;

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint === 0x2028 || codePoint === 0x2029 || codePoint === byteOrderMark;
}

export function makePrintable(text: string, covers: (codePoint: number) => boolean): PrintableText {
  const replaced = new Set<string>();
  /** Direction marks still open on this line, innermost last. */
  let open: number[] = [];
  let out = '';
  /** Of the word, of the letter; and whether {@link unprintableMark} stands for that letter: then for its marks, too. No font has the mark and an Arabic sign for it. */
  let [letters, marks, isReplaced] = [0, 0, false];
  const close = (): void => {
    for (const one of open.reverse()) out += String.fromCodePoint(one);
    open = [];
  };
  /** True where there is room for one more; says "…" where there is none for the first time. */
  const hasRoom = (count: number, most: number): boolean => {
    if (count === most + 1) {
      replaced.add(cutShort);
      out += '…';
    }
    return count <= most;
  };
  for (const character of text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || character === '\t' || character === ' ') {
      if (character === '\n') close();
      out += character === '\t' ? ' ' : character;
      [letters, marks, isReplaced] = [0, 0, false];
    } else if (isControl(codePoint)) continue;
    else if (isolates.has(codePoint) || embeddings.has(codePoint)) {
      open.push(isolates.has(codePoint) ? popIsolate : popEmbedding);
      out += character;
    } else if (codePoint === popIsolate || codePoint === popEmbedding) {
      // Closes the innermost mark if it is of its kind; a stray one goes.
      if (open.at(-1) !== codePoint) continue;
      open.pop();
      out += character;
    } else if (unseen.has(codePoint)) out += character;
    else if (shaping.has(codePoint)) out += isReplaced ? '' : character;
    else {
      const isPrintable = (codePoint < 0xd800 || codePoint > 0xdfff) && covers(codePoint);
      if (!isPrintable) replaced.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
      const isMark = mark.test(character);
      if (isMark) marks += 1;
      else [letters, marks, isReplaced] = [letters + 1, 0, false];
      if (isMark && isReplaced) continue;
      if (!(isMark ? letters <= mostLetters && hasRoom(marks, mostMarks) : hasRoom(letters, mostLetters))) continue;
      isReplaced = !isPrintable || character === unprintableMark;
      out += isPrintable ? character : unprintableMark;
    }
  }
  close();
  return { text: out, replaced: [...replaced] };
}
