/** What a machine can say about reading a paper aloud; docs/accessibility-of-papers.md holds the results, docs/unverified.md what a person must hear. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../documents/contract.ts';
import { createPrinter } from '../../documents/render.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { pdfObjects } from '../support/pdf-objects.ts';
import { nodesOf, type StructureNode } from '../support/pdf.ts';
import { sampleLetterhead } from '../support/sample-plan.ts';
import { agreementOf, slipOf, wallOf } from './support/papers.ts';

const { print } = await createPrinter();

/** One white pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const words = { text: 'Bei der Sprachschule anmelden', translation: 'Sign up at the language school' };
const withLogo = { ...sampleLetterhead, logos: [{ mime: 'image/png' as const, data: pixel, alt: 'Logo des Sozialwerks' }] };

const languages: readonly LanguageCode[] = ['de', 'ar', 'ti', 'uk', 'de-simple'];
const papers: readonly (readonly [string, Paper])[] = languages.flatMap((code) => [
  [`an agreement (${code})`, { ...agreementOf(code, 24, words), letterhead: withLogo }] as const,
  [`a wall sheet (${code})`, wallOf(code, 5, words)] as const,
  [`a slip (${code})`, slipOf(code)] as const,
]);

interface Spot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

interface Tagged {
  readonly nodes: readonly StructureNode[];
  /** Where each piece of content begins, in the order it is read aloud. */
  readonly spots: readonly Spot[];
  /** Text that no tag holds and that is not marked as decoration. */
  readonly untagged: readonly string[];
}

async function tagged(bytes: Uint8Array): Promise<Tagged> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const nodes: StructureNode[] = [];
  const spots: Spot[] = [];
  const untagged: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const found = new Map<string, Spot>();
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const [, , , , x = 0, y = 0] = item.transform as number[];
        const id = open.findLast((one) => one !== '');
        if (item.str.trim() === '') continue;
        if (id === undefined) untagged.push(item.str);
        else if (id !== null && !found.has(id)) found.set(id, { page: number, x, y });
      } else if (item.type === 'endMarkedContent') open.pop();
      // An artifact is decoration; ActualText and the like only wrap what is inside a tag already.
      else open.push('tag' in item && item.tag === 'Artifact' ? null : 'id' in item && typeof item.id === 'string' ? item.id : '');
    }
    const below = nodesOf(await page.getStructTree());
    nodes.push(...below);
    spots.push(...below.flatMap(({ id }) => found.get(id ?? '') ?? []));
  }
  await task.destroy();
  return { nodes, spots, untagged };
}

const mm = 72 / 25.4;

/** Places in reading order that stand above the one before, within one column. */
function backwards(spots: readonly Spot[], column: (spot: Spot) => boolean): readonly Spot[] {
  const own = spots.filter(column);
  return own.filter((spot, at) => {
    const before = own[at - 1];
    return before !== undefined && (spot.page < before.page || (spot.page === before.page && spot.y > before.y + 4));
  });
}

/** Relative luminance and contrast of WCAG 2.2. */
function contrastOnWhite([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05);
}

/** Colours text is shown in: the last one set before each run. One number is a grey. */
function textColours(objects: string): readonly (readonly number[])[] {
  const colours = new Set([...objects.matchAll(/\n([\d. ]+) scn\nBT\n/g)].map(([, parts = '']) => parts));
  return [...colours].map((parts) => {
    const numbers = parts.trim().split(' ').map(Number);
    return numbers.length === 1 ? [numbers[0] ?? 0, numbers[0] ?? 0, numbers[0] ?? 0] : numbers;
  });
}

describe.each(papers)('%s', (_name, paper) => {
  const { pdf } = print(paper);
  const objects = pdfObjects(pdf);

  test('has a tag for every text, headings without a jump, and words for every picture', async () => {
    const { nodes, untagged } = await tagged(pdf);
    expect(untagged).toEqual([]);
    const levels = nodes.flatMap(({ role = '' }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    const figures = nodes.filter(({ role }) => role === 'Figure');
    // The QR code, or the logo; pictograms say nothing that is not said in words.
    expect(figures).toHaveLength(1);
    for (const { alt } of figures) expect(alt).toMatch(/^(QR-Code\. .+ 12\.02\.2026 .+|Logo des Sozialwerks)$/);
  });

  test('says of every head of a table what it is the head of', () => {
    const heads = objects.match(/\/S \/TH\n/g)?.length ?? 0;
    expect(objects.match(/\/Scope \/Column\n/g)?.length ?? 0).toBe(heads);
    expect(heads > 0).toBe(paper.template === 'agreement');
  });

  test('is read in the order it is seen', async () => {
    const { spots } = await tagged(pdf);
    expect(spots.length).toBeGreaterThan(5);
    if (paper.template === 'wall') {
      const panelOf = ({ x, y }: Spot): number => (y < 148.5 * mm ? 2 : 0) + (x > 105 * mm ? 1 : 0);
      const panels = spots.map(panelOf);
      expect(panels).toEqual([...panels].sort((a, b) => a - b));
      for (const panel of [0, 1, 2, 3]) expect(backwards(spots, (spot) => panelOf(spot) === panel)).toEqual([]);
    } else {
      // Two languages stand side by side: each is read downwards.
      const middle = (paper.template === 'slip' ? 52 : 105) * mm;
      expect(backwards(spots, ({ x }) => x < middle)).toEqual([]);
    }
  });

  test('is dark enough on white, 4.5 to 1 and more', () => {
    const colours = textColours(objects);
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours) expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the contrast of the lightest text is worked out as WCAG does', () => {
  expect(contrastOnWhite([0, 0, 0])).toBeCloseTo(21, 5);
  expect(contrastOnWhite([0x77 / 255, 0x77 / 255, 0x77 / 255])).toBeCloseTo(4.48, 2);
});
