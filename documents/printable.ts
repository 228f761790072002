/**
 * Makes what a person typed printable without changing what it says.
 *
 * PDF/UA-1 refuses a whole document for one character without a glyph, and one stray direction mark turns the rest of a line
 * around. So: lone surrogates and characters no shipped font has become a visible mark and are named, control characters go, direction
 * marks are balanced.
 */

/** Stands for a character we cannot print: U+FFFD, which Noto Sans has. */
export const unprintableMark = '\uFFFD';

export interface PrintableText {
  readonly text: string;
  /** `U+1F600`, each once, in order of appearance. */
  readonly replaced: readonly string[];
}

const isolates = new Set([0x2066, 0x2067, 0x2068]);
const embeddings = new Set([0x202a, 0x202b, 0x202d, 0x202e]);
const popIsolate = 0x2069;
const popEmbedding = 0x202c;
/** Joiners, marks and variation selectors shape their neighbours and need no glyph of their own. */
const invisible = new Set([0x200c, 0x200d, 0x200e, 0x200f, 0x061c, 0xfe0e, 0xfe0f, 0x00ad]);

/** Marks how bytes are ordered; within a text it says nothing, and beside a letter of another typeface it has no glyph. */
const byteOrderMark = 0xfeff;

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint === 0x2028 || codePoint === 0x2029 || codePoint === byteOrderMark;
}

export function makePrintable(text: string, covers: (codePoint: number) => boolean): PrintableText {
  const replaced = new Set<string>();
  /** Direction marks still open on this line, innermost last. */
  let open: number[] = [];
  let out = '';
  const close = (): void => {
    for (const mark of open.reverse()) out += String.fromCodePoint(mark);
    open = [];
  };
  for (const character of text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n') {
      close();
      out += '\n';
    } else if (character === '\t') out += ' ';
    else if (isControl(codePoint)) continue;
    else if (isolates.has(codePoint) || embeddings.has(codePoint)) {
      open.push(isolates.has(codePoint) ? popIsolate : popEmbedding);
      out += character;
    } else if (codePoint === popIsolate || codePoint === popEmbedding) {
      // Closes the innermost mark if it is of its kind; a stray one goes.
      if (open.at(-1) !== codePoint) continue;
      open.pop();
      out += character;
    } else if (invisible.has(codePoint)) out += character;
    else if ((codePoint >= 0xd800 && codePoint <= 0xdfff) || !covers(codePoint)) {
      replaced.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
      out += unprintableMark;
    } else out += character;
  }
  close();
  return { text: out, replaced: [...replaced] };
}
