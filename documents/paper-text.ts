/** Makes the texts of one paper printable, and remembers what could not be printed. */
import { makePrintable } from './printable.ts';

export interface PaperText {
  /** Lines as they were typed; '' stays ''. */
  readonly print: (text: string) => string;
  /** One line; '' where nothing is said. */
  readonly line: (text: string) => string;
  /** One line, never empty: PDF/UA wants a heading or a cell to say something. */
  readonly said: (text: string) => string;
  readonly replaced: () => readonly string[];
}

export function paperText(covers: (codePoint: number) => boolean): PaperText {
  const replaced = new Set<string>();
  const print = (text: string): string => {
    const printable = makePrintable(text, covers);
    for (const character of printable.replaced) replaced.add(character);
    return printable.text.trim();
  };
  const line = (text: string): string => print(text).replaceAll(/\s*\n\s*/g, ' ');
  return { print, line, said: (text) => line(text) || '–', replaced: () => [...replaced] };
}
