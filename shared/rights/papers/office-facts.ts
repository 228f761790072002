/** What a paper of the office is filled with: settings, nothing of a young person. */
import type { ClockSettings } from '../../clock/types.ts';
import type { IsoDay } from '../../domain/day.ts';
import type { SheetBlock } from '../../papers/sheet-paper.ts';

export interface OfficeFacts {
  readonly officeName: string;
  readonly officeId: string;
  /** Group of carriers. */
  readonly carrier: string;
  readonly land: string;
  readonly lawName: string;
  readonly authority: string;
  /** Paragraphs of the law by subject. */
  readonly paragraphs: Readonly<Record<string, string>>;
  readonly lockAfterMinutes: number;
  readonly clock: ClockSettings;
  /** From the letterhead of the papers; '' where nobody wrote it yet. */
  readonly carrierName: string;
  readonly address: string;
  readonly training: boolean;
  readonly day: IsoDay;
}

export interface OfficePaper {
  readonly title: string;
  readonly fileName: string;
  readonly blocks: (facts: OfficeFacts) => readonly SheetBlock[];
}

export const heading = (text: string): SheetBlock => ({ kind: 'heading', level: 2, text });
export const list = (...items: readonly string[]): SheetBlock => ({ kind: 'list', items });
export const rows = (...pairs: readonly (readonly [string, string])[]): SheetBlock => ({ kind: 'rows', rows: pairs.map(([label, text]) => [label, [text]] as const) });
/** Where the office has to write something itself. */
export const open = 'bitte ergänzen';
