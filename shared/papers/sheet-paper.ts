/** A paper of headings, sentences, rows and lists: copies, breach sheets, the papers an office owes, forms. What it says is decided here, how it looks in documents/. */
import type { IsoDay } from '../domain/day.ts';
import type { Letterhead } from './letterhead.ts';

export type SheetBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A label and what is said there; several lines where there is more than one. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, lines: readonly string[]])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** For a pen. */
  | { readonly kind: 'lines'; readonly labels: readonly string[] }
  /** To tick. */
  | { readonly kind: 'boxes'; readonly items: readonly string[] }
  /** What is known stands there, what is not gets a line for a pen, or `lines` of them. */
  | { readonly kind: 'fill'; readonly rows: readonly (readonly [label: string, said: string, lines?: number])[] }
  /** Beside each other. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  /** A square for each character of a code, to be written by hand. */
  | { readonly kind: 'cells'; readonly groups: number; readonly each: number };

export interface SheetPaper {
  readonly template: 'sheet';
  readonly language: 'de';
  readonly title: string;
  /** Below the title: for whom, of which day. */
  readonly subtitle: string;
  /** Stands framed at the top: that it is a draft, that it is confidential. '' for none. */
  readonly mark: string;
  readonly officeName: string;
  readonly training: boolean;
  readonly day: IsoDay;
  /** Head and foot of the office; without it a paper has its name alone. */
  readonly letterhead?: Letterhead;
  /** Which version of the words this is; stands small in the foot. */
  readonly version?: string;
  readonly blocks: readonly SheetBlock[];
}
