/** What a desktop program owes its people, on the stand-in: menu, printers, dialogs of the system, sleep, light and dark, a second start, its place. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram, startProgram, type Program } from '../electron/stand-in/index.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { complaintsOf, newOfficeFolder, newWindow, storyDay, storyTime } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';

const printers = [
  { name: 'Flur_1OG', displayName: 'Drucker im Flur', description: '', options: { 'printer-location': 'Flur, 1. Stock' } },
  { name: 'Buero', displayName: 'Drucker im Büro', description: '', options: {} },
];

let browser: Browser;
let program: Program;
let page: Page;
let dir: string;
/** Where userData lies, over several starts. */
let home: string;
let complaints: string[] = [];

async function start(more: { readonly args?: readonly string[]; readonly dark?: boolean } = {}): Promise<void> {
  program = await startProgram({
    context: await newWindow(browser),
    appPath: builtProgram(),
    args: ['--dir', dir, '--today', storyDay, ...(more.args ?? [])],
    home,
    printers,
    dark: more.dark ?? false,
    prepare: async (fresh) => {
      complaints = complaintsOf(fresh);
      await fresh.clock.setFixedTime(storyTime);
    },
  });
  page = await program.firstWindow();
}

const window = () => {
  const [first] = program.windows;
  if (first === undefined) throw new Error('there is no window');
  return first;
};
const choose = (...labels: readonly string[]): void => {
  if (program.menu.application === null) throw new Error('there is no menu');
  program.menu.application.find(...labels).click();
};
const unlockPage = () => page.getByRole('heading', { name: 'Entsperren' });

beforeAll(async () => {
  browser = await openBrowser();
  dir = await newOfficeFolder();
  home = await mkdtemp(join(tmpdir(), 'lotse-e2e-home-'));
  await start();
  await at.setUpOffice(page);
});

afterAll(async () => {
  await program?.close();
  await browser?.close();
  for (const folder of [dir, home]) await rm(folder ?? '', { recursive: true, force: true });
});

describe('the menu', () => {
  test('is German, and each entry that the window carries out leads there', async () => {
    const menu = program.menu.application;
    if (process.platform !== 'darwin') expect(menu?.items.map(({ label }) => label)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Hilfe']);
    choose('Datei', 'Neuer Fall');
    await at.form(page).waitFor();
    choose('Ansicht', 'Fälle');
    await page.getByRole('table', { name: 'Fälle' }).waitFor();
    choose('Ansicht', 'Verwaltung');
    await page.getByRole('heading', { level: 1, name: 'Verwaltung' }).waitFor();
    choose('Ansicht', 'Monitoring');
    await page.getByRole('heading', { level: 1, name: /Monitoring/ }).waitFor();
    choose('Ansicht', 'Start');
    await page.getByRole('heading', { name: /^Guten Tag/ }).waitFor();
    choose('Bearbeiten', 'Suchen');
    await expect.poll(() => page.getByRole('search').getByRole('combobox').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    choose('Hilfe', 'Über Lotse');
    await page.getByRole('heading', { level: 1, name: 'Über Lotse' }).waitFor();
    await page.getByText('45.4.1').first().waitFor();
  });

  test('locks', async () => {
    choose('Datei', 'Sperren');
    await unlockPage().waitFor();
    await at.unlock(page);
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
  });

  test('makes the text larger and smaller, and remembers it', () => {
    choose('Ansicht', 'Vergrößern');
    choose('Ansicht', 'Vergrößern');
    expect(window().webContents.getZoomFactor()).toBeCloseTo(1.25, 5);
    choose('Ansicht', 'Normale Größe');
    expect(window().webContents.getZoomFactor()).toBe(1);
    choose('Ansicht', 'Verkleinern');
    expect(window().webContents.getZoomFactor()).toBeCloseTo(0.9, 5);
  });
});

describe('a plan', () => {
  beforeAll(async () => {
    choose('Datei', 'Neuer Fall');
    await at.form(page).waitFor();
    await at.openSection(page, '1.1');
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '4');
    const part = at.form(page).getByRole('region', { name: 'sprachlich', exact: true });
    await part.getByRole('button', { name: /^Ziel hinzufügen/ }).click();
    await at.write(page, 'Ziel in eigenen Worten', 'Ich will den B2-Kurs schaffen.', part);
    await at.makePlan(page);
    await page.getByRole('dialog').getByRole('heading', { name: 'Vereinbarung – Vorschau' }).waitFor({ timeout: 60_000 });
  });

  test('goes to the printer that was named, whole, as many times as was said, and lies in no file', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Drucker', exact: true }).selectOption('Flur_1OG');
    await dialog.getByText('Das Papier kommt hier heraus: Flur, 1. Stock.').waitFor();
    await dialog.getByLabel('Exemplare').fill('2');
    await dialog.getByRole('button', { name: 'Drucken', exact: true }).click();
    await dialog.getByText('An den Drucker geschickt: Drucker im Flur').waitFor();
    expect(program.printed).toHaveLength(1);
    const [{ pdf, options } = { pdf: null, options: {} }] = program.printed;
    expect(options).toMatchObject({ silent: true, deviceName: 'Flur_1OG', copies: 2 });
    expect((await readPdf(pdf ?? new Uint8Array())).text).toContain('Ich will den B2-Kurs schaffen.');
    // The window that printed is gone, and its paper with it.
    expect(program.windows).toHaveLength(1);
    const papers = program.session().askedFor.filter(({ url }) => url.startsWith('lotse://paper/'));
    expect(papers.map(({ answer }) => answer)).toEqual([200]);
    const again = await program.session().handlers.get('lotse')?.(new Request(papers[0]?.url ?? ''));
    expect(again?.status).toBe(404);
  });

  test('is saved where the person chooses, shown in its folder, and deleted again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotse-e2e-saved-'));
    const file = join(folder, 'Plan.pdf');
    program.dialogs.expect('showSaveDialog', { canceled: false, filePath: file });
    await page.getByRole('dialog').getByRole('button', { name: 'PDF speichern' }).click();
    const told = page.getByRole('dialog', { name: 'Gespeichert' });
    await told.getByText('Plan.pdf').first().waitFor();
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    await told.getByRole('button', { name: /^Im Ordner zeigen/ }).click();
    await expect.poll(() => program.opened).toEqual([{ act: 'showItemInFolder', what: file }]);
    await told.getByRole('button', { name: /^Gespeicherte Datei löschen/ }).click();
    await told.waitFor({ state: 'detached' });
    expect(existsSync(file)).toBe(false);
    await rm(folder, { recursive: true, force: true });
  });

  test('is not saved when the person closes the dialog of the system', async () => {
    program.dialogs.expect('showSaveDialog', { canceled: true, filePath: '' });
    await page.getByRole('dialog').getByRole('button', { name: 'PDF speichern' }).click();
    await expect.poll(() => program.dialogs.shown.filter(({ kind }) => kind === 'showSaveDialog')).toHaveLength(2);
    expect(await page.getByRole('dialog', { name: 'Gespeichert' }).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click();
  });
});

describe('the PC', () => {
  test.each(['lock-screen', 'suspend', 'shutdown'] as const)('%s locks Lotse', async (event) => {
    program.powerMonitor.emit(event);
    await unlockPage().waitFor();
    expect(await page.locator('[data-case]').count()).toBe(0);
    await at.unlock(page);
    await at.form(page).waitFor();
  });

  test('that turns dark takes window and page along, and back', async () => {
    const light = window().getBackgroundColor();
    await program.turn(true);
    await page.locator('html[data-scheme=dark]').waitFor({ state: 'attached' });
    expect(window().getBackgroundColor()).not.toBe(light);
    await program.turn(false);
    await page.locator('html[data-scheme=light]').waitFor({ state: 'attached' });
    expect(window().getBackgroundColor()).toBe(light);
  });
});

describe('a second start', () => {
  test('shows the window that is there', () => {
    window().minimize();
    program.app.emit('second-instance', {}, [process.execPath, '--dir', dir], tmpdir(), {});
    expect([window().isMinimized(), window().isFocused()]).toEqual([false, true]);
    expect(program.windows).toHaveLength(1);
  });

  test('with a file hands it over, and the window says what it is', async () => {
    const file = join(home, 'Meldung.lotse-meldung');
    await writeFile(file, '{"payloadType":"nothing of ours"}');
    program.app.emit('second-instance', {}, [process.execPath, 'Meldung.lotse-meldung'], home, {});
    const shown = page.getByRole('dialog');
    await shown.getByText('Diese Datei kann Lotse nicht lesen.').waitFor();
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
  });

  test('of the program itself, beside the one that runs, ends at once', async () => {
    const second = await startProgram({ context: await newWindow(browser), appPath: builtProgram(), args: ['--dir', dir], second: true });
    expect(await second.ended).toBe(0);
    expect([second.windows, second.processes]).toEqual([[], []]);
    await second.close();
  });
});

describe('the next start', () => {
  test('nobody complained on the way', () => {
    expect(complaints).toEqual([]);
  });

  test('stands where the window was left, as large, and dark from its first moment', async () => {
    const bounds = { x: 120, y: 80, width: 1100, height: 700 };
    window().setBounds(bounds);
    window().maximize();
    await program.close();
    expect(existsSync(join(home, 'userData', 'window.json'))).toBe(true);

    await start({ dark: true });
    expect(window().options).toMatchObject(bounds);
    expect(window().isMaximized()).toBe(true);
    expect(window().options.webPreferences).toMatchObject({ zoomFactor: 0.9 });
    expect(window().options.backgroundColor).toBe('#0e1a1e');
    await unlockPage().waitFor();
    await at.unlock(page);
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
  });

  test('ends in order: windows, core, program; nothing is left running', async () => {
    choose('Datei', 'Lotse beenden');
    expect(await program.ended).toBe(0);
    expect(program.processes.filter(({ pid }) => pid !== undefined)).toEqual([]);
    expect(program.problems).toEqual([]);
  });
});

describe('a start that would let others in', () => {
  test.each(['--remote-debugging-port=9222', '--inspect', '--no-sandbox', '--disable-web-security'])('packaged with %s: says why, opens nothing, and ends', async (name) => {
    const open = await startProgram({ context: await newWindow(browser), appPath: builtProgram(), args: ['--dir', dir, name], packaged: true });
    expect(await open.ended).toBe(2);
    expect(open.dialogs.shown.map(({ kind, options }) => [kind, options['title']])).toEqual([['showErrorBox', 'Lotse startet so nicht']]);
    expect([open.windows, open.processes]).toEqual([[], []]);
    await open.close();
  });
});
