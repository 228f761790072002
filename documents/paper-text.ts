/** Makes the texts of one paper printable, and remembers what could not be printed. */
import { numbersFromLeft } from '../shared/languages/number-runs.ts';
import { cutShort } from '../shared/papers/replaced.ts';
import { makePrintable } from './printable.ts';

/** Letters of one text of a plan; about five pages in a column of an agreement. */
const most = 10_000;

export interface PaperText {
  /** Lines as they were typed; '' stays ''. */
  readonly print: (text: string) => string;
  /** One line; '' where nothing is said. */
  readonly line: (text: string) => string;
  /** One line, never empty: PDF/UA wants a heading or a cell to say something. */
  readonly said: (text: string) => string;
  /** The same of what somebody wrote into the plan: five pages of it at most, "…" behind them. A page that is one heading without end is never done. */
  readonly own: (text: string) => string;
  readonly replaced: () => readonly string[];
}

export function paperText(covers: (codePoint: number) => boolean): PaperText {
  const replaced = new Set<string>();
  const print = (text: string): string => {
    const printable = makePrintable(text, covers);
    for (const character of printable.replaced) replaced.add(character);
    return numbersFromLeft(printable.text.trim());
  };
  const line = (text: string): string => print(text).replaceAll(/\s*\n\s*/g, ' ');
  const said: PaperText['said'] = (text) => line(text) || '–';
  const own: PaperText['own'] = (text) => {
    if (text.length <= most) return said(text);
    replaced.add(cutShort);
    return said(`${text.slice(0, most).toWellFormed().trimEnd()}…`);
  };
  return { print, line, said, own, replaced: () => [...replaced] };
}
