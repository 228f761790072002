/** A disk that fills up while somebody works: what was typed stays and says what to do, and nothing that was saved is lost. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { newOfficeFolder, openOffice, type OfficeWindow } from '../support/office-window.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

/** Too small for the reserve of 50 MB, large enough to work on. */
const size = '30m';
const dir = await newOfficeFolder();
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'lotse-test', dir]).status === 0;
if (!mounted) console.log('skipped: a full disk, because only root on Linux may mount a small one');

let browser: Browser;
let office: OfficeWindow;
let page: Page;
const ballast = join(dir, 'ballast');
const first = 'Datum Erstgespräch';
/** The files as they were before anybody answered anything. */
const older = mkdtempSync(join(tmpdir(), 'lotse-e2e-older-'));
const files = ['cases.db', 'desk.db'] as const;

beforeAll(async () => {
  if (!mounted) return;
  browser = await openBrowser();
  // A real office, not one for practice: only there a reserve is kept. The place is a stand-in for the disk of a PC.
  office = await openOffice(browser, { dir, today: null, anyPlace: true });
  page = office.page;
  page.setDefaultTimeout(60_000);
  const { session, cases } = office.core.client;
  const { recoveryCode } = await session.initialise({
    officeId: counsellor.officeId,
    officeName: counsellor.officeName,
    carrierGroup: 'bag_ejsa',
    land: '03',
    privacyLaw: 'dsg_ekd',
    login: counsellor.login,
    displayName: counsellor.name,
    password: counsellor.password,
    training: false,
  });
  await session.confirmRecovery({ code: recoveryCode });
  await cases.create();
  await session.lock();
  for (const file of files) copyFileSync(join(dir, file), join(older, file));
  // The window was open before there was an office: a fresh one finds it.
  await office.openAgain();
  await at.unlock(page);
  await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
  await openCase();
  await at.write(page, first, '20.11.2025');
});

afterAll(async () => {
  await office?.end();
  await browser?.close();
  if (mounted) spawnSync('umount', ['-l', dir]);
  for (const folder of [dir, older]) rmSync(folder, { recursive: true, force: true });
});

const line = () => page.locator('header .save');
const field = () => at.form(page).getByLabel(first, { exact: true });

async function openCase(): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.getByRole('table', { name: 'Fälle' }).getByRole('rowheader').first().getByRole('link').click();
  await at.form(page).waitFor();
}

/** To the last byte. */
function fill(): void {
  for (const piece of [1_000_000, 4_096, 1]) {
    for (;;) {
      try {
        writeFileSync(ballast, new Uint8Array(piece), { flag: 'a' });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') break;
        throw error;
      }
    }
  }
}

describe.skipIf(!mounted)('a disk', () => {
  test('that is nearly full is said above every page, with what helps', async () => {
    await page.keyboard.press('Alt+8');
    await page.getByRole('link', { name: /^Sicherungen/ }).click();
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await page.getByRole('region', { name: 'Hinweise' }).getByText('Der Datenträger ist fast voll.').waitFor();
    await page.getByText('Gesichert und geprüft.', { exact: true }).waitFor();
    await page.getByText('Die Akten liegen auf diesem PC in').locator('code').evaluate((code) => { code.textContent = 'C:\\ProgramData\\Lotse'; });
    expect.soft(await leaveScreen(page, '25-fast-voll', true)).toEqual([]);
  });

  test('that is full takes nothing back: the answer stays in its field, and the line says what to do', async () => {
    await openCase();
    await at.openSection(page, '1.1');
    fill();
    for (let day = 1; day <= 28 && (await line().getByText('Nicht gespeichert').count()) === 0; day += 1) {
      await field().fill(`${String(day).padStart(2, '0')}.12.2025`);
      await field().blur();
      await expect.poll(() => line().getByText('Wird gespeichert').count()).toBe(0);
    }
    const banner = page.getByRole('alert').filter({ hasText: 'noch nicht gespeichert' });
    await banner.getByText('Der Datenträger ist voll.', { exact: false }).waitFor();
    const kept = await field().inputValue();
    expect(kept).toMatch(/\.12\.2025$/);
    await banner.getByText('Lotse versucht es auch von selbst wieder.', { exact: false }).waitFor();
    expect(await banner.getByRole('button', { name: 'Erneut versuchen' }).isEnabled()).toBe(true);
    expect.soft(await leaveScreen(page, '25-voll', true)).toEqual([]);
    expect(await field().inputValue()).toBe(kept);
  });

  test('that was full: the answer waits over the lock and while older files can only be read, and is saved once the Leitung goes on', async () => {
    const kept = await field().inputValue();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await expect.poll(() => office.core.isOpen(), { timeout: 60_000 }).toBe(false);
    rmSync(ballast);
    for (const file of files) {
      for (const beside of ['-wal', '-shm']) rmSync(join(dir, `${file}${beside}`), { force: true });
      copyFileSync(join(older, file), join(dir, file));
    }
    await at.unlock(page);
    await page.getByRole('button', { name: 'Mit diesem Stand weiterarbeiten …' }).waitFor();
    await line().getByText('Nicht gespeichert').waitFor();
    await page.getByRole('alert').getByText('Solange sich hier nur lesen lässt', { exact: false }).waitFor();
    expect(await field().inputValue()).toBe(kept);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mit diesem Stand weiterarbeiten …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Weiterarbeiten', exact: true }).click();
    await at.saved(page);
    expect(await field().inputValue()).toBe(kept);
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
