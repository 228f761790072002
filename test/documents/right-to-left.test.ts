/** Arabic, Dari, Farsi, Paschtu and Sorani, read back out of the PDF: letters in their order, numbers from left to right. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPrinter } from '../../documents/render.ts';
import { packs } from '../../shared/languages/packs.ts';
import { rightToLeft, type LanguageCode } from '../../shared/languages/types.ts';
import { agreementOf, wallOf } from './support/papers.ts';

const { print } = await createPrinter();
const mm = 72 / 25.4;

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines of a part of every page, millimetres from the upper left corner. */
function linesIn(pdf: Uint8Array, { x, y, width, height }: Part): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-rtl-'));
  writeFileSync(join(folder, 'paper.pdf'), pdf);
  const box = [['-x', x], ['-y', y], ['-W', width], ['-H', height]].flatMap(([name, size]) => [String(name), String(Math.round(Number(size) * mm))]);
  const text = execFileSync('pdftotext', ['-r', '72', '-layout', ...box, join(folder, 'paper.pdf'), '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  rmSync(folder, { recursive: true });
  return text.split(/[\n\f]/).filter((line) => line.trim() !== '');
}

/** Without white space and the marks that only steer direction and joining; vowel signs are not printed. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

const ofOneScript = /^[\p{Script=Arabic}\p{P}\p{M}]+$/u;

const rightColumn: Part = { x: 108, y: 5, width: 88, height: 285 };
const panels: readonly Part[] = [[0, 0], [105, 0], [0, 149], [105, 149]].map(([x = 0, y = 0]) => ({ x, y, width: 105, height: 148 }));

describe.each([...rightToLeft])('in %s', (code: LanguageCode) => {
  const texts = Object.values(packs[code].texts);
  const own = packs[code].texts.to_agree_text ?? '';
  const words = { text: 'Bei der Sprachschule anmelden', translation: own };
  const sources = [...texts, own, `${packs[code].texts.translation ?? ''} ${packs[code].texts.translation_unreviewed ?? ''}`].map(squeezed);

  test('each line of one script is a piece of its source, letter by letter, and every text is there', () => {
    const lines = linesIn(print(agreementOf(code, 6, words)).pdf, rightColumn).map(squeezed);
    const single = lines.filter((line) => ofOneScript.test(line));
    expect(single.length).toBeGreaterThan(20);
    for (const line of single) expect(sources.some((source) => source.includes(line)) || line).toBe(true);
    const all = lines.join('');
    const printed = ['title', 'i_want', 'i_do', 'others_do', 'later', 'later_text', 'other_plans', 'review', 'agreed', 'agreed_text', 'translation', 'area.language', 'area.social', 'area.school'] as const;
    for (const key of printed) expect([key, all.includes(squeezed(packs[code].texts[key] ?? '–'))]).toEqual([key, true]);
  });

  // Beside more German than Arabic, pdftotext reads a line from the left and only what lies between two signs from the right.
  test('so it is on the wall sheet, between one full stop and the next', () => {
    const { pdf } = print(wallOf(code, 3, words));
    const single = panels.flatMap((panel) => linesIn(pdf, panel)).map(squeezed).filter((line) => ofOneScript.test(line));
    const pieces = single.flatMap((line) => line.split(/\p{P}/u)).filter((piece) => piece !== '');
    expect(pieces.length).toBeGreaterThan(6);
    for (const piece of pieces) expect(sources.some((source) => source.includes(piece)) || piece).toBe(true);
  });

  test('days, times, page numbers and phone numbers run from left to right', () => {
    const agreement = linesIn(print(agreementOf(code, 6, words)).pdf, rightColumn).join('\n');
    expect(agreement).toContain('04.05.2026');
    expect(agreement).toContain('03.02.2026');
    expect(agreement).not.toMatch(/6202|50\.40|20\.30/);
    const wall = panels.flatMap((panel) => linesIn(print(wallOf(code, 3, words)).pdf, panel)).join('\n');
    for (const said of ['12.02.2026', '14:30', '05555 123-457', '30.06.2026']) expect(wall).toContain(said);
  });
});
