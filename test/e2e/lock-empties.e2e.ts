/** A lock empties the window: what was stored is in no memory of the page any more, and what was not stored is still there afterwards. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeys } from '../../db/unlock.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { heapOf } from '../support/heap.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { shellOfThisRun } from '../support/shells.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

/** Typed and stored: name, place, a sentence of the plan. */
const stored = ['Adlerwachtelkönig', 'Seidenschwanzine', 'Rohrdommelhausen', 'Wir rufen zusammen beim Brachvogelwerk an'];
/** Typed when the lock came. */
const halfTyped = 'Sie möchte lieber im Zwergschnäpperhof';
const halfTypedLater = 'und am Sprosserplatz wohnen, weil';
const field = () => at.form(page).getByLabel('Das macht der JMD', { exact: true });

/** Names of the seeded rows that are on the screen in the list. */
let listed: readonly string[] = [];
/** `blob:` addresses made and not let go of. */
const blobs = () => page.evaluate(() => [...((globalThis as { heldBlobs?: Set<string> }).heldBlobs ?? [])]);

beforeAll(async () => {
  browser = await openBrowser();
  // The clock that stories set keeps every timer it ever saw, and with it what the timer held.
  office = await openOffice(browser, { pageClock: 'running' });
  page = office.page;
  // Derivation takes its time, on a busy machine more of it.
  page.setDefaultTimeout(45_000);
  await page.evaluate(() => {
    const held = new Set<string>();
    (globalThis as { heldBlobs?: Set<string> }).heldBlobs = held;
    const createObjectURL = URL.createObjectURL.bind(URL);
    const revokeObjectURL = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL(blob);
      held.add(url);
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      held.delete(url);
      revokeObjectURL(url);
    };
  });
  await at.setUpOffice(page);
  await office.core.seed({ cases: 40, year: 2025 });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

/** Looks at everything there is: list, search, start page, the case and its file. */
async function work(): Promise<void> {
  await at.newCase(page);
  await at.openSection(page, '1.1');
  await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
  await at.openSection(page, '2.1');
  await at.write(page, 'Nachname', stored[0] ?? '');
  await at.write(page, 'Vorname', stored[1] ?? '');
  await at.write(page, 'Ort', stored[2] ?? '');
  await at.openSection(page, '4');
  await at.form(page).getByText('Was auf dem Papier steht').click();
  await at.write(page, 'Das macht der JMD', stored[3] ?? '');
  await page.keyboard.press('Alt+2');
  const rows = page.getByRole('table', { name: 'Fälle' }).getByRole('rowheader');
  await rows.filter({ hasText: stored[0] ?? '' }).waitFor();
  const texts = await rows.allInnerTexts();
  listed = texts.filter((text) => text.includes(', ') && !text.includes('ohne Namen'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Adlerw');
  await page.getByRole('option', { name: /Adlerwachtelkönig/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `${stored[0] ?? ''}, ${stored[1] ?? ''}` }).waitFor();
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await office.fileSavedBy(() => at.saveCopy(page));
  await at.openSection(page, '4');
  if (!(await field().isVisible())) await at.form(page).getByText('Was auf dem Papier steht').click();
}

async function keysInAnyDress(): Promise<{ readonly bytes: readonly Uint8Array[]; readonly texts: readonly string[] }> {
  const keys = await openKeys(office.dir, null, counsellor.password);
  const bytes = Object.values(keys).filter((value): value is Uint8Array => value instanceof Uint8Array);
  const texts = bytes.flatMap((key) => [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64'), Buffer.from(key).toString('base64url')]);
  return { bytes, texts };
}

describe('R11: a lock empties the window', () => {
  test('while one works the memory of the page holds what one works at: the search would find it', async () => {
    await work();
    const heap = await heapOf(page);

    expect(heap.found(stored)).toEqual(stored);
    expect(listed.length).toBeGreaterThan(10);
    expect(heap.found(listed.slice(0, 5)).length).toBeGreaterThan(0);
    // A desktop shell takes the file itself: no address is made for it.
    expect(await blobs()).toHaveLength(shellOfThisRun() === 'browser' ? 1 : 0);
  });

  test('R14: no key and no password is in it even then', async () => {
    const { bytes, texts } = await keysInAnyDress();
    const heap = await heapOf(page);

    expect(bytes.length).toBeGreaterThanOrEqual(2);
    expect(heap.foundBytes(bytes)).toEqual([]);
    expect(heap.found([...texts, counsellor.password])).toEqual([]);
  });

  test('after Ctrl+L nothing of it is in memory, on the page, in its title or address, and no file is held', async () => {
    await field().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(`. ${halfTyped}`);
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await expect.poll(() => office.core.isOpen()).toBe(false);
    const { bytes, texts } = await keysInAnyDress();
    // What the last answers were waited for with goes a moment later.
    await expect.poll(async () => (await heapOf(page)).found([...stored, ...listed, halfTyped, counsellor.name]), { timeout: 90_000 }).toEqual([]);
    const heap = await heapOf(page);

    expect(heap.found([...texts, counsellor.password])).toEqual([]);
    expect(heap.foundBytes(bytes)).toEqual([]);
    expect(await page.title()).toBe('Gesperrt – Lotse');
    const markup = await page.content();
    expect([...stored, ...listed, halfTyped, counsellor.name].filter((word) => markup.includes(word) || page.url().includes(encodeURIComponent(word)))).toEqual([]);
    expect(await blobs()).toEqual([]);
  });

  test('after unlocking the half-typed sentence is there, behind what stood before', async () => {
    await at.unlock(page);
    await at.form(page).waitFor();
    await at.form(page).getByRole('heading', { level: 2, name: /^4 / }).waitFor();
    if (!(await field().isVisible())) await at.form(page).getByText('Was auf dem Papier steht').click();
    await expect.poll(() => field().inputValue()).toBe(`${stored[3] ?? ''}. ${halfTyped}`);
  });

  test('the caret is back in the field, at the end of what was typed', async () => {
    await expect.poll(() => field().evaluate((control) => [document.activeElement === control, (control as HTMLTextAreaElement).selectionStart])).toEqual([true, `${stored[3] ?? ''}. ${halfTyped}`.length]);
  });

  test('R14: the password that was typed to unlock is nowhere in the memory of the page', async () => {
    await expect.poll(async () => (await heapOf(page)).found([counsellor.password]), { timeout: 90_000 }).toEqual([]);
  });

  test('a core that locked by itself keeps the unsaved words in the window, and nothing else', async () => {
    await field().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` ${halfTypedLater}`);
    await office.core.lock();
    await page.keyboard.type(' es');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await expect.poll(async () => (await heapOf(page)).found([...stored.slice(0, 3), ...listed]), { timeout: 90_000 }).toEqual([]);

    expect((await heapOf(page)).found([halfTypedLater])).toEqual([halfTypedLater]);
    expect(await page.content()).not.toContain(halfTypedLater);
  });

  test('and after unlocking they are in their field and are stored', async () => {
    await at.unlock(page);
    await at.form(page).getByRole('heading', { level: 2, name: /^4 / }).waitFor();
    await expect.poll(() => field().inputValue()).toMatch(new RegExp(`${halfTypedLater} es$`));
    await at.saved(page);
  });
});

describe('R11: nobody is there', () => {
  const begun = Date.now();

  async function jump(milliseconds: number): Promise<void> {
    await page.clock.setFixedTime(new Date(begun + milliseconds));
  }

  test('after the minutes that are set the window locks', async () => {
    await jump(60 * 60_000);
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await expect.poll(() => office.core.isOpen()).toBe(false);
  });

  test('a PC that slept is locked when it wakes, before the minutes are over', async () => {
    await at.unlock(page);
    await at.form(page).waitFor();
    await jump(60 * 60_000 + 100_000);
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
