/** Turns a sheet into what its template reads: printable text, nothing else. */
import { germanDay } from '../shared/domain/day.ts';
import { inItsOwnDirection } from '../shared/languages/number-runs.ts';
import type { SheetBlock, SheetPaper } from '../shared/papers/sheet-paper.ts';
import { letterheadData } from './letterhead-data.ts';
import { paperText, type PaperText } from './paper-text.ts';
import type { TemplateData } from './template-data.ts';
import { words } from './words.ts';

export function sheetTemplateData(paper: SheetPaper, covers: (codePoint: number) => boolean): TemplateData {
  const text = paperText(covers);
  const fixed = words[paper.language];
  const head = paper.letterhead === undefined ? null : letterheadData(paper.officeName, paper.letterhead, text);
  const [year, month, day] = paper.day.split('-').map(Number);
  const data = {
    title: text.said(paper.title),
    subtitle: text.print(paper.subtitle),
    mark: text.print(paper.mark),
    language: paper.language,
    officeName: text.said(paper.officeName),
    training: paper.training,
    date: { year, month, day },
    letterhead: head?.data ?? null,
    footer: `${text.said(paper.officeName)} · ${text.said(paper.title)} · ${germanDay(paper.day)}`,
    version: paper.version === undefined ? '' : `Textfassung: ${text.said(paper.version)}`,
    blocks: paper.blocks.map((one) => blockData(one, text)),
  };
  return { data, words: fixed, replaced: text.replaced(), ...(head !== null && { files: head.files }) };
}

/** Each line of a text is a paragraph. */
function paragraphs(texts: readonly string[], text: PaperText): readonly string[] {
  const all = texts.flatMap((one) => text.print(one).split('\n')).map((one) => one.trim()).filter((one) => one !== '');
  return all.length === 0 ? ['–'] : all.map(inItsOwnDirection);
}

function blockData(one: SheetBlock, text: PaperText): Readonly<Record<string, unknown>> {
  const said = (line: string): string => inItsOwnDirection(text.said(line));
  switch (one.kind) {
    case 'heading':
      return { ...one, text: text.said(one.text) };
    case 'text':
      // Not as it was typed: one lone surrogate in the data and Typst reads none of it.
      return { kind: one.kind, lines: paragraphs([one.text], text) };
    case 'rows':
      return { ...one, rows: one.rows.map(([label, lines]) => ({ label: text.said(label), lines: paragraphs(lines, text) })) };
    case 'list':
    case 'boxes':
      return { ...one, items: one.items.map(said) };
    case 'table':
      return { ...one, head: one.head.map(text.said), rows: one.rows.map((row) => row.map(said)) };
    case 'lines':
    case 'signatures':
      return { ...one, labels: one.labels.map(text.said) };
    case 'fill':
      return { ...one, rows: one.rows.map(([label, line, room = 1]) => ({ label: text.said(label), room, lines: text.print(line) === '' ? [] : paragraphs([line], text) })) };
    case 'cells':
      return { ...one };
  }
}
