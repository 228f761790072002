/** What was acknowledged stays, whatever ends: the core, the connection, the window. */
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startCoreProcess, type CoreProcess } from '../support/core-process.ts';
import * as at from '../support/counsellor.ts';
import { cableOf } from '../support/cut-connections.ts';
import { newOfficeFolder, newWindow, openOffice, openPage, storyDay } from '../support/office-window.ts';
import { builtWindows } from '../support/windows.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe('a core that is killed right after "Gespeichert"', () => {
  let dir: string;
  let core: CoreProcess;

  beforeAll(async () => {
    dir = await newOfficeFolder();
    core = await startCoreProcess(dir, builtWindows().office, storyDay);
  });

  afterAll(async () => {
    await core?.kill();
    await rm(dir, { recursive: true, force: true });
  });

  test('has the answer when it comes back, and says meanwhile that it is gone', async () => {
    const context = await newWindow(browser);
    const page = await openPage(context, core.address);
    await at.setUpOffice(page);
    await at.newCase(page);
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '2.1');
    await at.write(page, 'Nachname', 'Haydari');
    await core.kill();
    await page.getByText('Keine Verbindung zu Lotse').waitFor();
    await page.close();

    core = await startCoreProcess(dir, builtWindows().office, storyDay);
    const again = await openPage(context, core.address);
    await at.unlock(again);
    await again.getByRole('link', { name: /Haydari/ }).first().click();
    await at.openSection(again, '2.1');
    expect(await at.form(again).getByLabel('Nachname', { exact: true }).inputValue()).toBe('Haydari');
    await context.close();
  });
});

describe('a connection that breaks while somebody types', () => {
  test('leaves the words in the field, says so, and stores them when it is back', async () => {
    let port = 0;
    const cable = cableOf(() => port);
    const office = await openOffice(browser);
    const { page } = office;
    port = office.served.port;
    // The page was loaded before the port was known: a fresh window is connected through the cable.
    await page.goto('about:blank');
    await page.goto(office.served.address());
    await at.setUpOffice(page);
    await at.newCase(page);
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '2.1');

    cable.cut();
    await page.getByText('Keine Verbindung zu Lotse').waitFor();
    const field = at.form(page).getByLabel('Nachname', { exact: true });
    await field.fill('Haydari');
    await field.blur();
    await expect.poll(() => page.locator('header .save').getByText(/Gespeichert/).count()).toBe(0);
    expect(await field.inputValue()).toBe('Haydari');

    cable.mend();
    await expect.poll(() => page.getByText('Keine Verbindung zu Lotse').count(), { timeout: 20_000 }).toBe(0);
    await at.saved(page);
    await page.getByRole('heading', { level: 1, name: 'Haydari' }).waitFor();
    await page.keyboard.press('Control+l');
    await at.unlock(page);
    await at.openSection(page, '2.1');
    expect(await at.form(page).getByLabel('Nachname', { exact: true }).inputValue()).toBe('Haydari');
    cable.remove();
    await office.close();
  });
});

describe('a second window', () => {
  test('locks the office and puts the first one aside, with a reason', async () => {
    const office = await openOffice(browser);
    await at.setUpOffice(office.page);
    const second = await openPage(office.context, office.served.address());
    await second.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await office.page.getByRole('heading', { name: 'Lotse ist jetzt in einem anderen Fenster geöffnet.' }).waitFor();
    await at.unlock(second);
    await second.getByRole('heading', { name: /^Guten Tag/ }).waitFor();
    await office.close();
  });
});
