/** Turns a sheet into what its template reads: printable text, nothing else. */
import { germanDay } from '../shared/domain/day.ts';
import type { SheetBlock, SheetPaper } from '../shared/rights/sheet-paper.ts';
import { makePrintable } from './printable.ts';
import type { TemplateData } from './template-data.ts';
import { words } from './words.ts';

export function sheetTemplateData(paper: SheetPaper, covers: (codePoint: number) => boolean): TemplateData {
  const replaced = new Set<string>();
  const print = (text: string): string => {
    const printable = makePrintable(text, covers);
    for (const character of printable.replaced) replaced.add(character);
    return printable.text.trim();
  };
  /** One line, never empty: PDF/UA wants a heading or a cell to say something. */
  const line = (text: string): string => print(text).replaceAll('\n', ' ') || '–';
  /** Each line of a text is a paragraph. */
  const lines = (texts: readonly string[]): readonly string[] => {
    const all = texts.flatMap((text) => print(text).split('\n')).map((one) => one.trim()).filter((one) => one !== '');
    return all.length === 0 ? ['–'] : all;
  };
  const block = (one: SheetBlock): Readonly<Record<string, unknown>> => {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: line(one.text) };
      case 'text':
        return { ...one, lines: lines([one.text]) };
      case 'rows':
        return { ...one, rows: one.rows.map(([label, said]) => ({ label: line(label), lines: lines(said) })) };
      case 'list':
        return { ...one, items: one.items.map(line) };
      case 'table':
        return { ...one, head: one.head.map(line), rows: one.rows.map((row) => row.map(line)) };
      case 'lines':
        return { ...one, labels: one.labels.map(line) };
    }
  };
  const fixed = words[paper.language];
  const [year, month, day] = paper.day.split('-').map(Number);
  const data = {
    title: line(paper.title),
    subtitle: print(paper.subtitle),
    mark: print(paper.mark),
    language: paper.language,
    officeName: line(paper.officeName),
    training: paper.training,
    date: { year, month, day },
    footer: `${line(paper.officeName)} · ${line(paper.title)} · ${germanDay(paper.day)}`,
    blocks: paper.blocks.map(block),
  };
  return { data, words: fixed, replaced: [...replaced] };
}
