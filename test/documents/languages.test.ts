/** Every paper of the plan in every language, short, long and overlong: whole, within its margins, and the same bytes again. */
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../documents/contract.ts';
import { loadFonts } from '../../documents/fonts.ts';
import { createPrinter } from '../../documents/render.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { packs } from '../../shared/languages/packs.ts';
import { languageCodes, rightToLeft, type LanguageCode } from '../../shared/languages/types.ts';
import type { SlipPaper, WallPaper } from '../../shared/plan/papers.ts';
import { noNative } from '../support/engines.ts';
import { readPdf, type PlacedPage } from '../support/pdf.ts';
import { sampleAgreement, sampleSlip, sampleWall } from '../support/sample-plan.ts';
import { agreementOf, slipOf, wallOf } from './support/papers.ts';

const { covers } = loadFonts();
const mm = 72 / 25.4;

/** What somebody could have written in that language: of its own pack, as no other texts are at hand. */
function words(code: LanguageCode): { readonly text: string; readonly translation: string } {
  return { text: 'Bei der Sprachschule anmelden und das Zeugnis mitnehmen', translation: packs[code].texts.agreed_text ?? '' };
}
const overlong = (code: LanguageCode): { readonly text: string; readonly translation: string } => ({
  text: `${'W'.repeat(200)} und ${'Berufsschulanmeldung'.repeat(10)}`,
  translation: (packs[code].texts.agreed_text ?? '').replaceAll(/\P{L}/gu, '').repeat(20).slice(0, 200),
});

/** Texts that stand further out than the margins of their paper allow, half a point for rounding. */
function outside({ width, height, texts }: PlacedPage, margin: number): readonly string[] {
  const within = (low: number, high: number, all: number): boolean => low >= margin * mm - 0.5 && high <= all - margin * mm + 0.5;
  return texts.filter(({ x, y, width: long, size }) => !within(x, x + long, width) || !within(y - size * 0.3, y + size * 0.75, height)).map(({ text }) => text);
}

/** Texts of a wall sheet within 3 mm of a fold. */
function onFolds({ width, height, texts }: PlacedPage): readonly string[] {
  const free = 3 * mm;
  const across = (low: number, high: number, fold: number): boolean => high > fold - free && low < fold + free;
  return texts.filter(({ x, y, width: long, size }) => across(x, x + long, width / 2) || across(y - size * 0.3, y + size * 0.75, height / 2)).map(({ text }) => text);
}

/** A day of a week whose name takes the most room. */
function longestDay(code: LanguageCode): IsoDay {
  const length = (weekday: number): number => packs[code].texts[`weekday.${String(weekday)}` as keyof (typeof packs)[LanguageCode]['texts']]?.length ?? 0;
  const longest = [1, 2, 3, 4, 5, 6, 7].reduce((most, one) => (length(one) > length(most) ? one : most));
  // The first of June 2026 is a Monday.
  return IsoDay.parse(`2026-06-0${String(longest)}`);
}

const { print } = await createPrinter();

describe.each(languageCodes)('in %s', (code) => {
  test('every fixed text can be printed with our fonts', () => {
    const missing = Object.values(packs[code].texts).flatMap((text) => [...text].filter((letter) => !covers(letter.codePointAt(0) ?? 0)));
    expect(missing).toEqual([]);
  });

  const papers: readonly (readonly [string, Paper, margin: number, pages: number | null])[] = [
    ['an agreement of usual size', { ...sampleAgreement, language: code }, 9, 2],
    ['an agreement of one step', agreementOf(code, 1, words(code)), 9, null],
    ['an agreement of forty steps', agreementOf(code, 40, words(code)), 9, null],
    ['an agreement with overlong words', agreementOf(code, 8, overlong(code)), 9, null],
    ['a wall sheet of one step', wallOf(code, 1, words(code)), 10, 1],
    ['a wall sheet of forty steps', wallOf(code, 40, words(code)), 10, 1],
    ['a wall sheet with overlong words', wallOf(code, 5, overlong(code)), 10, 1],
    ['a slip', slipOf(code), 6, 1],
  ];

  test.each(papers)('%s is tagged, named, in its languages, within its margins, and says every letter', async (name, paper, margin, pages) => {
    const { pdf, replacedCharacters } = print(paper);
    expect(replacedCharacters).toEqual([]);
    const read = await readPdf(pdf);
    expect(read.tagged).toBe(true);
    if (!noNative) expect(read.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(read.language).toBe('de');
    expect(read.title).toBe(paper.template === 'slip' ? packs[code === 'de-simple' ? code : 'de'].texts['slip_title.du'] : 'Mein Plan');
    expect(read.text).not.toContain('\uFFFD');
    if (code !== 'de' && code !== 'de-simple') expect(read.languages).toContain(code);
    if (pages !== null) expect(read.pages).toBe(pages);
    for (const page of read.placed) {
      expect([name, outside(page, margin)]).toEqual([name, []]);
      if (paper.template === 'wall') expect([name, onFolds(page)]).toEqual([name, []]);
    }
  });

  test.each(['du', 'sie'] as const)('whoever is addressed as %s, no fixed word of a wall sheet or a slip leaves its place, on the day with the longest name', async (address) => {
    const appointment = { day: longestDay(code), time: '14:30', place: 'outreach_site' as const };
    const frame = { language: code, address, training: false, appointment };
    const walls: readonly WallPaper[] = [
      { ...sampleWall, ...frame },
      { ...wallOf(code, 5, words(code)), ...frame },
      { ...sampleWall, ...frame, appointment: null, steps: [] },
    ];
    const slips: readonly SlipPaper[] = [
      { ...sampleSlip, ...frame },
      { ...sampleSlip, ...frame, appointment: null, firstName: '', bring: '' },
    ];
    for (const paper of [...walls, ...slips]) {
      const { placed } = await readPdf(print(paper).pdf);
      expect([paper.template, placed.length]).toEqual([paper.template, 1]);
      expect(placed.flatMap((page) => outside(page, paper.template === 'wall' ? 10 : 6))).toEqual([]);
      if (paper.template === 'wall') expect(placed.flatMap(onFolds)).toEqual([]);
    }
  });

  test('the same paper is the same bytes', () => {
    for (const paper of [agreementOf(code, 3, words(code)), wallOf(code, 3, words(code))])
      expect(Buffer.from(print(paper).pdf).equals(Buffer.from(print(paper).pdf))).toBe(true);
  });
});

test('papers are set from right to left where the language is', () => {
  expect(languageCodes.filter((code) => rightToLeft.has(code))).toEqual(['ar', 'prs', 'ps', 'ckb', 'fa']);
});
