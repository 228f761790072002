/** Files that are damaged or older than what was saved: the page says so, leads back to a backup, and says what came of it. */
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
const first = 'Datum Erstgespräch';
const files = ['cases.db', 'desk.db'] as const;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  page.setDefaultTimeout(60_000);
  await at.setUpOffice(page);
  await at.newCase(page);
  await at.write(page, first, '20.11.2025');
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

async function lock(): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  await expect.poll(() => office.core.isOpen()).toBe(false);
}

/** Copies what lies in the data folder while nothing is open, and puts it back. */
function keep(name: string): void {
  for (const file of files) copyFileSync(join(office.dir, file), join(office.dir, `${file}.${name}`));
}

function putBack(name: string): void {
  for (const file of files) {
    for (const beside of ['-wal', '-shm']) rmSync(join(office.dir, `${file}${beside}`), { force: true });
    copyFileSync(join(office.dir, `${file}.${name}`), join(office.dir, file));
    rmSync(join(office.dir, `${file}.${name}`));
  }
}

describe('files that are older than what was saved', () => {
  test('are read and not written, and every page says so', async () => {
    await lock();
    keep('yesterday');
    await at.unlock(page);
    await at.form(page).waitFor();
    await at.write(page, first, '21.11.2025');
    await lock();
    putBack('yesterday');
    await at.unlock(page);
    await page.getByRole('region', { name: 'Hinweise' }).getByText('Sie können lesen, aber nichts ändern.', { exact: false }).waitFor();
    await page.getByText(/^Es fehl(t|en) \d+ Vorg(ang|änge)/).waitFor();
    const field = at.form(page).getByLabel(first, { exact: true });
    await expect.poll(() => field.inputValue()).toBe('20.11.2025');
    expect(await field.evaluate((input: HTMLInputElement) => input.readOnly)).toBe(true);
    const print = page.getByRole('button', { name: 'Plan drucken' });
    expect(await print.getAttribute('aria-disabled')).toBe('true');
    expect(await print.getAttribute('title')).toContain('Nur lesen');
    expect.soft(await leaveScreen(page, '22-nur-lesen')).toEqual([]);
  });

  test('the Leitung may go on with them, once she was told what is missing', async () => {
    await page.getByRole('button', { name: 'Mit diesem Stand weiterarbeiten …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/gespeichert (war|waren), fehl(t|en) hier/).waitFor();
    expect.soft(await leaveScreen(page, '22-weiterarbeiten')).toEqual([]);
    await dialog.getByRole('button', { name: 'Weiterarbeiten', exact: true }).click();
    await page.getByText('Sie können lesen, aber nichts ändern.', { exact: false }).waitFor({ state: 'detached' });
    await at.write(page, first, '24.11.2025');
  });
});

describe('a damaged file', () => {
  test('is not the fault of the password, and the way back is shown', async () => {
    await page.keyboard.press('Alt+8');
    await page.getByRole('link', { name: /^Sicherungen/ }).click();
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await page.getByText('Gesichert und geprüft.', { exact: true }).waitFor();
    await lock();
    for (const beside of ['-wal', '-shm']) rmSync(join(office.dir, `cases.db${beside}`), { force: true });
    writeFileSync(join(office.dir, 'cases.db'), '');
    await at.unlock(page);
    await page.getByRole('button', { name: 'Sicherung zurückholen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sicherung zurückholen' }).waitFor();
    await page.getByRole('radio', { name: /von Hand/ }).first().check();
    expect.soft(await leaveScreen(page, '23-zurueckholen', true)).toEqual([]);
  });

  test('after the password it says what came back, and where the former files lie', async () => {
    await page.getByLabel('Passwort', { exact: true }).last().fill(counsellor.password);
    await page.getByRole('button', { name: 'Jetzt zurückholen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Die Sicherung ist zurück.' }).waitFor();
    await page.getByText(/^Zurück ist der Stand vom/).waitFor();
    const aside = join(office.dir, 'set-aside');
    const [folder = ''] = readdirSync(aside).toSorted().slice(-1);
    expect(readdirSync(join(aside, folder)).length).toBeGreaterThan(0);
    await page.getByText(folder, { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '23-zurueckgeholt', true)).toEqual([]);
  });

  test('and after unlocking the case is there with its last answer', async () => {
    await page.getByRole('button', { name: 'Weiter zum Entsperren' }).click();
    await at.unlock(page);
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('table', { name: 'Fälle' }).getByRole('rowheader').first().getByRole('link').click();
    await at.form(page).waitFor();
    await at.openSection(page, '1.1');
    await expect.poll(() => at.form(page).getByLabel(first, { exact: true }).inputValue()).toBe('24.11.2025');
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
