/** Screens for the handbook, and the check that everybody can use them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { difference, readPicture, writePicture } from './picture.ts';
import { shellOfThisRun, type Shell } from './shells.ts';
import { handbook } from './windows.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** The small size at 200 % zoom: half as much room. */
const zoomed = { width: 683, height: 384 };

/** Share of pixels that may differ without a new picture: the rounding of a corner … */
const steadyShare = 0.0002;
/** … or a protected number, a check sum, a port, the order of two people of one name. */
const volatileShare = 0.02;

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: unknown }[] }[];
}

/** What a change of colours alone can break. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

interface Axe {
  run(root: Document, options: unknown): Promise<unknown>;
}

/** Serious and critical violations on the page, one line each; [] is what every screen must have. */
export async function barriers(page: Page, rules: 'all' | 'of colours' = 'all'): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy forbids that, as it should.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  // What follows the size of the window does so in the frame after it.
  await page.evaluate(async () => { for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame); });
  const options = { resultTypes: ['violations'], ...(rules === 'of colours' && { runOnly: { type: 'rule', values: rulesOfColours } }) };
  const { violations } = await page.evaluate(
    async (settings) => (await (globalThis as unknown as { axe: Axe }).axe.run(document, settings)) as AxeRun,
    options,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${String(impact)} ${id}: ${nodes.slice(0, 3).map(({ target }) => String(target)).join(' | ')}`);
}

/** Writes only what differs, so that a run without a change leaves no trace; true when it wrote. */
export function keep(file: string, bytes: Uint8Array): boolean {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return true;
}

function keepPicture(file: string, png: Buffer, mayDiffer: number): void {
  const picture = readPicture(png);
  if (existsSync(file) && difference(picture, readPicture(readFileSync(file))) <= mayDiffer) return;
  keep(file, writePicture(picture));
}

/** Nothing under the pointer, fonts there. */
async function photograph(page: Page, fullPage = false): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ animations: 'disabled', caret: 'hide', fullPage });
}

async function turnLight(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-scheme=${scheme}]`).waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    do await new Promise(requestAnimationFrame);
    while (document.getAnimations().length > 0);
  });
}

/**
 * Leaves `docs/handbook/<name>-1366.png` and `-1920.png` (not in `npm test`); returns the barriers found in light and dark.
 *
 * The pictures are those of one shell, the browser's unless only `of` has the page: elsewhere a page may offer more, and every run would write them anew.
 *
 * `volatile`: the screen shows what is another every time (protected numbers, check sums, people of one name). With LOTSE_LOOK=folder the dark page and
 * the page at 200 % zoom are left there, for a person to look at.
 */
export async function leaveScreen(page: Page, name: string, volatile = false, of: Shell = 'browser'): Promise<string[]> {
  const before = page.viewportSize() ?? sizes[0];
  // Pictures show nothing to a test; in `npm test` they would be a good part of its time.
  for (const size of process.env['LOTSE_E2E'] === 'npm test' ? [] : sizes) {
    await page.setViewportSize(size);
    const picture = await photograph(page);
    if (of === shellOfThisRun()) keepPicture(join(handbook, `${name}-${String(size.width)}.png`), picture, volatile ? volatileShare : steadyShare);
  }
  await page.setViewportSize(before);
  const light = await barriers(page);
  await turnLight(page, 'dark');
  // The same document, in other colours.
  const dark = await barriers(page, 'of colours');
  const look = process.env['LOTSE_LOOK'];
  if (look !== undefined) keep(join(look, `${name}-dark.png`), await photograph(page));
  await turnLight(page, 'light');
  if (look !== undefined) {
    await page.setViewportSize(zoomed);
    keep(join(look, `${name}-200.png`), await photograph(page));
    keep(join(look, `${name}-200-whole.png`), await photograph(page, true));
    await page.setViewportSize(before);
  }
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}
