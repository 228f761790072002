/** What a script of the page itself could do: no test tool stands beside it. */
import type { Page } from 'playwright-core';

/**
 * Runs `attack` as a script of the page: what `evaluate` runs stands above the policy, also what it clicks. So it only leaves a button behind, and
 * the mouse clicks it. Answers what came of it, an error by its name.
 */
export async function fromThePage<T>(page: Page, attack: () => T | Promise<T>): Promise<T | string> {
  await page.evaluate((source) => {
    // eslint-disable-next-line no-eval -- brings the attack into the page; it runs later, as a script of the page
    const act = (0, eval)(`(${source})`) as () => unknown;
    const button = document.createElement('button');
    button.id = 'attack';
    button.textContent = 'attack';
    Object.assign(button.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99', inlineSize: '200px', blockSize: '40px' });
    button.addEventListener('click', () => {
      const tried = (async () => act())().catch((problem: unknown) => (problem instanceof Error || problem instanceof DOMException ? problem.name : String(problem)));
      (globalThis as unknown as { tried: Promise<unknown> }).tried = tried;
    });
    document.body.append(button);
  }, attack.toString());
  await page.mouse.click(12, 12);
  const result = await page.evaluate(() => (globalThis as unknown as { tried: Promise<unknown> }).tried);
  await page.evaluate(() => document.getElementById('attack')?.remove());
  return result as T | string;
}
