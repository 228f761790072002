/** Screens for the handbook, and the check that everybody can use them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { handbook } from './windows.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: unknown }[] }[];
}

/** Serious and critical violations on the page, one line each; [] is what every screen must have. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy forbids that, as it should.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    async () => (await (globalThis as unknown as { axe: { run(root: Document): Promise<unknown> } }).axe.run(document)) as AxeRun,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${String(impact)} ${id}: ${nodes.slice(0, 3).map(({ target }) => String(target)).join(' | ')}`);
}

/** Writes only what differs, so that a run without a change leaves no trace. */
export function keep(file: string, bytes: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
}

/** Scrolled to the top, nothing under the pointer, no caret, fonts there. */
async function still(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Leaves `docs/handbook/<name>-1366.png` and `-1920.png`, and looks also at the dark page and at 200 % zoom.
 *
 * With LOTSE_LOOK=folder the dark and the enlarged pictures are left there, to be looked at by a person. Returns the barriers found in light and dark.
 */
export async function leaveScreen(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize() ?? sizes[0];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await still(page);
    keep(join(handbook, `${name}-${String(size.width)}.png`), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  }
  await page.setViewportSize(before);
  const found = await barriers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const foundDark = await barriers(page);
  const look = process.env['LOTSE_LOOK'];
  if (look !== undefined) {
    keep(join(look, `${name}-dark.png`), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 683, height: 384 });
    await still(page);
    keep(join(look, `${name}-200.png`), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    keep(join(look, `${name}-200-whole.png`), await page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: true }));
    await page.setViewportSize(before);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...foundDark.map((line) => `dark: ${line}`)];
}
