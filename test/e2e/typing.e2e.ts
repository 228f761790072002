/** What stands in a field and cannot be stored is said, kept and given up only by hand. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { skippedHere } from '../support/shells.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
const first = 'Datum Erstgespräch';

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await at.newCase(page);
  await at.write(page, first, '20.11.2025');
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

const line = () => page.locator('header .save');
const field = () => at.form(page).getByLabel(first, { exact: true });

describe('a date that cannot be read', () => {
  test('is not saved, and the save line says which', async () => {
    await field().fill('31.02.2020');
    await page.keyboard.press('Tab');
    await line().getByText('Nicht gespeichert').waitFor();
    await line().getByRole('button', { name: `${first} (1.1)` }).waitFor();
  });

  test('outlives the change of section, and the save line leads back to it', async () => {
    await at.openSection(page, '2.1');
    await line().getByRole('button', { name: `${first} (1.1)` }).click();
    await expect.poll(() => field().inputValue()).toBe('31.02.2020');
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('outlives a lock, which hides the case at once and comes back to the same section', async () => {
    await at.openSection(page, '2.1');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    expect(await page.locator('[data-case]').count()).toBe(0);
    await at.unlock(page);
    await at.form(page).getByRole('heading', { level: 2, name: /^2\.1 / }).waitFor();
    await line().getByText('Nicht gespeichert').waitFor();
    await at.openSection(page, '1.1');
    expect(await field().inputValue()).toBe('31.02.2020');
  });

  test('is given up by hand, and the focus stays in the field', async () => {
    await at.form(page).getByRole('button', { name: 'Eingabe verwerfen' }).click();
    await expect.poll(() => field().inputValue()).toBe('20.11.2025');
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await line().getByText('Nicht gespeichert').count()).toBe(0);
  });

  test('gives way to a special answer chosen by key in the menu of the field', async () => {
    await field().fill('2007');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('menuitem', { name: 'Angabe zurücknehmen' }).click();
    await at.saved(page);
    await expect.poll(() => field().inputValue()).toBe('');
    expect(await line().getByText('Nicht gespeichert').count()).toBe(0);
  });
});

describe.skipIf(skippedHere('a core that is gone', ['browser'], 'there it comes back by itself: core-gone.e2e.ts'))('a core that is gone', () => {
  test('does not keep the case on screen', async () => {
    await office.served.close();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await page.getByText('Keine Verbindung zu Lotse').waitFor();
    expect(await page.locator('[data-case]').count()).toBe(0);
  });
});
