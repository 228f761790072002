/**
 * Going through a window as somebody does who has no mouse: Tab until one is there, then keys. Nothing here puts the focus anywhere by itself;
 * what cannot be reached cannot be walked, and the walk says what it passed on the way.
 */
import type { Locator, Page } from 'playwright-core';

/** More stops than any page of Lotse has between two things one does after another. */
const mostStops = 150;

/** `element` or something in it has the focus. */
async function isThere(element: Locator): Promise<boolean> {
  return element.evaluateAll((found) => found.some((one) => one.contains(document.activeElement)));
}

/** What has the focus, in words for whoever reads a failure; and whether one can see that it has it. */
async function focused(page: Page): Promise<{ readonly name: string; readonly visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    // The page itself has the focus when nothing in it has: there is nothing to see.
    const visible = element === document.body || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    return { name: name.replaceAll(/\s+/g, ' ').trim().slice(0, 60), visible };
  });
}

/** Tabs until `target`, or something in it, has the focus; every stop on the way can be seen. Returns how many it took. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  await target.first().waitFor();
  const passed: string[] = [];
  for (let stops = 0; stops <= mostStops; stops += 1) {
    if (await isThere(target)) return stops;
    await page.keyboard.press(key);
    const { name, visible } = await focused(page);
    passed.push(name);
    if (!visible) throw new Error(`the focus cannot be seen on "${name}"`);
  }
  throw new Error(`${String(target)} cannot be reached by ${key}: ${passed.join(' → ')}`);
}

/** A button, a link, a summary: there, and Enter. */
export async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Writes into a field, over what it held. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** A check box, turned over. Several that belong together are one stop: arrows go from one to the next. */
export async function tick(page: Page, box: Locator): Promise<void> {
  const group = box.locator('xpath=ancestor::fieldset[1]').getByRole('checkbox');
  await box.waitFor();
  const all = (await box.getAttribute('tabindex')) === '-1' ? await group.count() : 0;
  await tabTo(page, all === 0 ? box : group);
  for (let steps = 0; steps < all && !(await isThere(box)); steps += 1) await page.keyboard.press('ArrowDown');
  if (!(await isThere(box))) throw new Error(`no arrow leads to ${String(box)}`);
  await page.keyboard.press('Space');
}

/** Radio buttons: arrows go from one to the next, as everywhere. */
export async function pick(page: Page, group: Locator, choice: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name: choice, exact: true });
  await tabTo(page, group.getByRole('radio'));
  const all = await group.getByRole('radio').count();
  for (let steps = 0; steps < all && !(await isThere(wanted)); steps += 1) await page.keyboard.press('ArrowDown');
  if (!(await isThere(wanted))) throw new Error(`no arrow leads to ${String(wanted)}`);
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
}

/** A list that opens: its first letters choose, as the system does it. */
export async function choose(page: Page, list: Locator, choice: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(choice);
  const chosen = await list.locator('option:checked').innerText();
  if (!chosen.trim().startsWith(choice)) throw new Error(`"${choice}" was typed, "${chosen.trim()}" is chosen`);
}

/** A long list that is searched by typing: arrow down to the one, Enter. */
export async function find(page: Page, box: Locator, typed: string, option: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.type(typed);
  await option.waitFor();
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** A menu: its button, then down to the item. */
export async function fromMenu(page: Page, button: Locator, item: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await press(page, button, key);
  await item.waitFor();
  for (let steps = 0; steps < 20 && !(await isThere(item)); steps += 1) await page.keyboard.press('ArrowDown');
  if (!(await isThere(item))) throw new Error(`no arrow leads to ${String(item)}`);
  await page.keyboard.press('Enter');
}
