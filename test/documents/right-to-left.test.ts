/** Arabic, Dari, Farsi, Paschtu and Sorani, read back out of the PDF: letters in their order, numbers from left to right. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPrinter } from '../../documents/render.ts';
import { packs } from '../../shared/languages/packs.ts';
import { rightToLeft, type LanguageCode } from '../../shared/languages/types.ts';
import { wordsFor } from '../../shared/languages/words.ts';
import { pdfObjects } from '../support/pdf-objects.ts';
import { sampleForm } from '../support/sample-forms.ts';
import { samplePlanContent, sampleSlip } from '../support/sample-plan.ts';
import { agreementOf, slipOf, wallOf } from './support/papers.ts';

const { print } = await createPrinter();
const mm = 72 / 25.4;

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Every page, or a part of it: millimetres from the upper left corner. */
function pagesOf(pdf: Uint8Array, part: Part | null): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-rtl-'));
  writeFileSync(join(folder, 'paper.pdf'), pdf);
  const sizes = part === null ? [] : [['-x', part.x], ['-y', part.y], ['-W', part.width], ['-H', part.height]];
  const box = sizes.flatMap(([name, size]) => [String(name), String(Math.round(Number(size) * mm))]);
  const text = execFileSync('pdftotext', ['-r', '72', '-layout', ...box, join(folder, 'paper.pdf'), '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  rmSync(folder, { recursive: true });
  return text.split('\f');
}

function linesIn(pdf: Uint8Array, part: Part | null): readonly string[] {
  return pagesOf(pdf, part).flatMap((page) => page.split('\n')).filter((line) => line.trim() !== '');
}

/** Without white space and the marks that only steer direction and joining; vowel signs are not printed. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Words of the Arabic script alone, what stands between them left out. */
const wordsOf = (text: string): readonly string[] => squeezed(text).split(/[^\p{Script=Arabic}\p{M}]+/u).filter((piece) => piece !== '');

/**
 * What stands in Arabic script on whole pages, in the order it is read. On a page with more German pdftotext marks each run from right to left
 * (U+202B … U+202C) and says the runs of a line from the left; on one with more Arabic it marks what runs the other way (U+202A), and each column of a line is in order.
 */
function runsOf(pdf: Uint8Array): readonly string[] {
  return pagesOf(pdf, null).flatMap((page) => {
    const inOrder = page.includes('\u202a');
    const runs = (line: string): readonly string[] => [...line.matchAll(/\u202b([^\u202c]*)\u202c/gu)].map(([, run = '']) => run).reverse();
    return page.split('\n').flatMap((line) => (inOrder ? line.split(/\s{2,}/) : runs(line))).flatMap(wordsOf);
  });
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

  test('so it is on whole pages of every paper: each run from right to left is a piece of its source, and every text is there', () => {
    const withoutSigns = sources.map((source) => wordsOf(source).join(''));
    const agreement = runsOf(print(agreementOf(code, 6, words)).pdf);
    const slip = runsOf(print(slipOf(code)).pdf);
    const wall = runsOf(print(wallOf(code, 3, words)).pdf);
    expect([agreement.length > 40, slip.length > 8, wall.length > 15]).toEqual([true, true, true]);
    for (const run of [...agreement, ...slip, ...wall]) expect(withoutSigns.some((source) => source.includes(run)) || run).toBe(true);

    const whole = (text: string | undefined): string => wordsOf(text ?? '–').join('');
    const onAgreement = ['title', 'i_want', 'i_do', 'others_do', 'later', 'later_text', 'other_plans', 'review', 'agreed', 'agreed_text', 'translation', 'area.language', 'area.social', 'area.school'] as const;
    for (const key of onAgreement) expect([key, agreement.join('').includes(whole(packs[code].texts[key]))]).toEqual([key, true]);
    const { address } = sampleSlip;
    const said = wordsFor(code, address);
    for (const key of ['slip_title', 'weekday.4', 'slip_bring', 'scan', 'cannot_come', 'translation', 'translation_unreviewed', 'training'] as const)
      expect([key, slip.join('').includes(whole(said[key]))]).toEqual([key, true]);
  });

  test('vowel signs that somebody typed stand in the file behind their letter, for a reader that heeds ActualText; pdftotext only turns each pair around', () => {
    const typed = 'تَعْلِيمٌ';
    const { pdf } = print({ ...slipOf(code), bring: typed });
    const letters = typed.match(/\p{L}[\u064b-\u0652]+/gu) ?? [];
    const spoken = [...pdfObjects(pdf).matchAll(/\/ActualText <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    // Drawn from the left: the last letter of the word comes first.
    expect(spoken.filter((one) => /[\u064b-\u0652]/u.test(one)).reverse()).toEqual(letters);
    const read = linesIn(pdf, null).join('\n').replaceAll(/([\u064b-\u0652]+)(\p{L})/gu, '$2$1');
    expect(read.normalize('NFKC')).toContain(typed);
  });

  test('days, times, page numbers and phone numbers run from left to right', () => {
    const agreement = linesIn(print(agreementOf(code, 6, words)).pdf, rightColumn).join('\n');
    expect(agreement).toContain('04.05.2026');
    expect(agreement).toContain('03.02.2026');
    expect(agreement).not.toMatch(/6202|50\.40|20\.30/);
    const wall = panels.flatMap((panel) => linesIn(print(wallOf(code, 3, words)).pdf, panel)).join('\n');
    for (const said of ['12.02.2026', '14:30', '05555 123-457', '30.06.2026']) expect(wall).toContain(said);
    const slip = linesIn(print({ ...slipOf(code), phone: '05555 123-457' }).pdf, null).join('\n');
    for (const said of ['12.02.2026', '14:30', '05555 123-457']) expect(slip).toContain(said);
    expect(slip).not.toMatch(/6202|03:41|754-321/);
  });

  test('so do those that somebody typed between Arabic words: in own words, names, addresses, on every paper and whatever they look like', () => {
    const typed = [
      ['اتصل بالمدرسة على الرقم 0261 123 456 قبل يوم 01.03.2026', ['0261 123 456', '01.03.2026']],
      ['الاتصال على +49 261 98765-43', ['+49 261 98765-43']],
      ['الموعد 2026-03-01 من 14:00-16:00', ['2026-03-01', '14:00-16:00']],
      ['الهاتف: 05555 123-457 أو (0261) 77-88', ['05555 123-457', '(0261) 77-88']],
      ['الرقم ٠٢٦١-١٢٣', ['٠٢٦١-١٢٣']],
    ] as const;
    const [goal] = samplePlanContent.goals;
    const [step] = goal?.steps ?? [];
    if (goal === undefined || step === undefined) throw new Error('the sample has no step');
    const read = (paper: Parameters<typeof print>[0]): string => linesIn(print(paper).pdf, null).join('\n').replaceAll(/[\u00a0\u2066-\u2069\u202a-\u202e]/gu, (sign) => (sign === '\u00a0' ? ' ' : ''));
    for (const [text, numbers] of typed) {
      const steps = [{ ...step, text: 'Anrufen', translation: text, who: { role: 'other' as const, name: text, institution: null } }];
      const plan = { ...samplePlanContent, sentence: { text: 'Ich rufe an.', translation: text }, goals: [{ ...goal, text, translation: text, steps, subgoals: [] }] };
      const agreement = read({ ...agreementOf(code, 0, words), plan, personName: `سارة ${numbers[0]}` });
      const wall = read({ ...wallOf(code, 0, words), steps, achieved: [{ text, translation: text }] });
      const slip = read({ ...slipOf(code), bring: text, counsellor: 'Jonas', letterhead: { ...sampleSlip.letterhead, address: text } });
      const form = read({ ...sampleForm('release'), blocks: [{ kind: 'text', text }, { kind: 'rows', rows: [['Name', [text]]] }, { kind: 'list', items: [text] }] });
      for (const number of numbers) {
        expect([number, ...[agreement, wall, slip, form].map((paper) => paper.split(number).length - 1 > 0)]).toEqual([number, true, true, true, true]);
        // On the agreement in every one of its places: goal twice, step, helper twice; the first of a text also beside the name.
        expect(agreement.split(number).length).toBeGreaterThan(5);
      }
    }
  });
});
