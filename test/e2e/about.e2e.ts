/** What a desktop program owes its people: About, updates, keys, printers by name, files that are saved and opened. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTinyServer, type TinyServer } from '../office/support/tiny-server.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { leaveScreen } from '../support/screens.ts';
import { shellOfThisRun, skippedHere } from '../support/shells.ts';

const printers = [
  { name: 'HP_Flur', displayName: 'HP LaserJet', description: '', options: { 'printer-location': 'Flur, 1. Stock' } },
  { name: 'Kyo', displayName: 'Kyocera ECOSYS', description: '', options: { 'printer-location': 'Büro von Frau Amsel' } },
] as const;

const root = join(import.meta.dirname, '..', '..');

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let server: TinyServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-e2e-files-'));
  browser = await openBrowser();
  office = await openOffice(browser, { program: { printers } });
  page = office.page;
  page.setDefaultTimeout(60_000);
  await at.setUpOffice(page);
  await office.core.seed({ cases: 30, year: 2025 });
  server = await startTinyServer();
  server.approved = true;
  const { client } = office.core;
  await client.monitoring.connect({ url: server.url, code: 'MOEWE-12' });
  const { delivery } = await client.monitoring.build({ year: 2025, half: null });
  await client.monitoring.approve({ deliveryId: delivery.id });
  await client.monitoring.send();
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function help(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Datei und Hilfe' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Opens a file by the menu, as somebody with a stick does. */
async function openFile(path: string): Promise<void> {
  await chosen(path, () => help('Datei von Lotse öffnen …'));
}

/** What the person answers to the dialog that `act` leads to: of the browser, or of the system. */
async function chosen(path: string, act: () => Promise<void>): Promise<void> {
  if (shellOfThisRun() === 'browser') {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
    await chooser.setFiles(path);
  } else {
    office.program.dialogs.expect('showOpenDialog', { canceled: false, filePaths: [path] });
    await act();
  }
}

describe('Über Lotse', () => {
  test('says version, edition and what Lotse runs in, and lists every part with its licence', async () => {
    await help('Über Lotse');
    await page.getByRole('heading', { level: 1, name: 'Über Lotse' }).waitFor();
    const program = page.getByRole('region', { name: 'Programm' });
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    await program.getByText(version, { exact: true }).waitFor();
    await program.getByText(/^Ausgabe \d{4}\.\d/).waitFor();
    await program.getByText(shellOfThisRun() === 'browser' ? 'Seite im Browser' : 'eigenes Programm', { exact: false }).waitFor();

    const parts = page.getByRole('region', { name: 'Woraus Lotse besteht' });
    await parts.getByRole('listitem').first().waitFor();
    const names = await parts.locator('summary .name').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['electron', 'libsodium-wrappers-sumo', 'svelte', 'yjs']));
    expect(new Set(names).size).toBe(names.length);
    expect.soft(await leaveScreen(page, '26-ueber-lotse', true)).toEqual([]);
  });

  test('unfolds the text of a licence by keyboard alone', async () => {
    await page.getByLabel('Bausteine suchen').fill('yjs');
    const parts = page.getByRole('region', { name: 'Woraus Lotse besteht' });
    await expect.poll(() => parts.getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await parts.getByRole('region', { name: 'Lizenz: yjs' }).getByText('Permission is hereby granted', { exact: false }).waitFor();
    await page.getByText('Text der EUPL-1.2').click();
    await page.getByRole('region', { name: 'Text der EUPL-1.2' }).getByText('EUROPEAN UNION PUBLIC LICENCE', { exact: false }).first().waitFor();
  });

  test('asks nobody outside: the list comes from beside the window', () => {
    expect(office.complaints).toEqual([]);
  });
});

describe('keys and updates', () => {
  test('F1 shows every key from anywhere, Escape goes back', async () => {
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('F1');
    const keys = page.getByRole('dialog', { name: 'Tastenkürzel' });
    await keys.getByText('Plan drucken').waitFor();
    expect.soft(await leaveScreen(page, '29-tastenkuerzel', true)).toEqual([]);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
  });

  test.skipIf(skippedHere('updates come from elsewhere', ['browser'], 'the desktop shell brings its own'))('in the browser shell updates come from whoever installed Lotse, and nothing here pretends otherwise', async () => {
    await help('Aktualisierungen');
    await page.getByRole('heading', { level: 2, name: 'Aktualisierungen' }).waitFor();
    await page.getByText('Lotse läuft hier im Browser.').waitFor();
    expect(await page.getByRole('button', { name: 'Nach Aktualisierungen suchen' }).count()).toBe(0);
  });
});

describe('a Monitoring-Meldung as a file', () => {
  let file: string;

  test('is saved from the Versandprotokoll, byte for byte what was sent', async () => {
    await page.keyboard.press('Alt+7');
    const saved = await office.fileSavedBy(() => page.getByRole('button', { name: /^Als Datei speichern/ }).click());
    expect(saved.name).toBe('Monitoring-Meldung-NI-0417-2025-Nr-1.lotse-meldung');
    file = join(folder, saved.name);
    writeFileSync(file, saved.bytes);
    expect(readFileSync(file)).toEqual(server.received[0]);
  });

  test('opened again it shows the same tables, who signed it and where it stands', async () => {
    await openFile(file);
    const dialog = page.getByRole('dialog', { name: 'Geöffnete Datei' });
    await dialog.getByText('Unterschrieben von diesem PC, seither unverändert.').waitFor();
    await dialog.getByText('NI-0417 (unser JMD)').waitFor();
    await dialog.getByText('Eingang bestätigt').waitFor();
    expect(await dialog.getByRole('table').count()).toBe(5);
    expect.soft(await leaveScreen(page, '28-geoeffnete-datei', true)).toEqual([]);
    await dialog.getByRole('link', { name: 'Zum Versandprotokoll' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('changed after the signature it is refused, and so is what no file of Lotse is', async () => {
    const dialog = page.getByRole('dialog', { name: 'Geöffnete Datei' });
    const changed = join(folder, 'verändert.lotse-meldung');
    const envelope = JSON.parse(readFileSync(file, 'utf8')) as { payload: string };
    const payload = Buffer.from(envelope.payload, 'base64').toString('utf8').replace('"period":"2025"', '"period":"2024"');
    writeFileSync(changed, readFileSync(file, 'utf8').replace(envelope.payload, Buffer.from(payload).toString('base64')));
    await openFile(changed);
    await dialog.getByText('Diese Datei wurde nach dem Unterschreiben verändert.').waitFor();

    const letter = join(folder, 'Brief.lotse-meldung');
    writeFileSync(letter, 'Liebe Grüße vom Deich <img src=x onerror=alert(1)>');
    await chosen(letter, () => dialog.getByRole('button', { name: 'Andere Datei öffnen …' }).click());
    await dialog.getByText('Diese Datei kann Lotse nicht lesen.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('leaves the window with the lock, like everything else', async () => {
    await openFile(file);
    await page.getByRole('dialog', { name: 'Geöffnete Datei' }).getByText('NI-0417 (unser JMD)').waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    expect(await page.getByText('NI-0417').count()).toBe(0);
    await at.unlock(page);
    await page.getByRole('heading', { level: 1, name: 'Monitoring' }).waitFor();
    expect(await page.getByRole('dialog', { name: 'Geöffnete Datei' }).isVisible()).toBe(false);
  });
});

/** A seeded case whose plan has a goal, open in the window. */
async function openCaseWithPlan(): Promise<void> {
  const { client } = office.core;
  const { rows } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 100 });
  for (const { id } of rows) {
    const view = await client.cases.open({ caseId: id });
    if (!view.consentGiven || !view.entries.some((entry) => entry.group === 'goal' && !entry.retired)) continue;
    await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${id}`);
    await at.form(page).waitFor();
    return;
  }
  throw new Error('no case with a plan was made');
}

describe.skipIf(skippedHere('printers, dialogs of the system and its menu', ['stand-in'], 'only the desktop shell has them'))('in the desktop shell', () => {
  const menu = (...labels: readonly string[]): void => { office.program.menu.application?.find(...labels).click(); };

  test('a plan goes to the printer that is named with its place, in as many copies as wanted', async () => {
    await openCaseWithPlan();
    await at.makePlan(page);
    // Printed, it is a version and called so.
    const dialog = page.getByRole('dialog', { name: /^Vereinbarung – (?:Vorschau|Fassung 1)$/ });
    const list = dialog.getByLabel('Drucker', { exact: true }).and(dialog.locator('select'));
    await list.waitFor();
    expect((await list.locator('option').allInnerTexts()).slice(-2)).toEqual(['HP LaserJet · Flur, 1. Stock', 'Kyocera ECOSYS · Büro von Frau Amsel']);
    const print = dialog.getByRole('button', { name: 'Drucken', exact: true });
    expect(await print.getAttribute('title')).toBe('Bitte einen Drucker wählen.');
    await print.click({ force: true });
    expect(office.program.printed).toEqual([]);

    await list.selectOption('HP_Flur');
    await dialog.getByText('Das Papier kommt hier heraus: Flur, 1. Stock.').waitFor();
    await dialog.getByText('Vertraulicher Druck', { exact: false }).waitFor();
    await dialog.getByLabel('Exemplare').fill('2');
    expect.soft(await leaveScreen(page, '30-drucker-waehlen', true, 'stand-in')).toEqual([]);
    await print.click();
    await dialog.getByText('An den Drucker geschickt: HP LaserJet · Flur, 1. Stock.').waitFor();
    expect(office.program.printed.map(({ options: { deviceName, copies, silent } }) => ({ deviceName, copies, silent }))).toEqual([{ deviceName: 'HP_Flur', copies: 2, silent: true }]);
    expect(Buffer.from(office.program.printed[0]?.pdf ?? []).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  test('the printer of this sitting stands first the next time; it is written down nowhere', async () => {
    await page.keyboard.press('Escape');
    await at.makePlan(page);
    const list = page.getByRole('dialog', { name: /^Vereinbarung – Fassung/ }).locator('select');
    await list.waitFor();
    expect(await list.inputValue()).toBe('HP_Flur');
  });

  test('a PDF saved beside a cloud is not saved silently, and is deleted again by one click', async () => {
    const cloud = join(folder, 'OneDrive');
    mkdirSync(cloud);
    let filePath = '';
    office.program.dialogs.expect('showSaveDialog', ({ defaultPath }) => {
      filePath = join(cloud, String(defaultPath).split(/[\\/]/).at(-1) ?? '');
      return { canceled: false, filePath };
    });
    await page.getByRole('button', { name: 'PDF speichern' }).click();
    const told = page.getByRole('dialog', { name: 'Gespeichert' });
    await told.getByText('Dieser Ordner wird mit einer Cloud abgeglichen.').waitFor();
    expect(existsSync(filePath)).toBe(true);
    expect.soft(await leaveScreen(page, '31-gespeichert', true, 'stand-in')).toEqual([]);

    await told.getByRole('button', { name: /^Im Ordner zeigen/ }).click();
    await expect.poll(() => office.program.opened.at(-1)).toEqual({ act: 'showItemInFolder', what: filePath });
    await told.getByRole('button', { name: /^Gespeicherte Datei löschen/ }).click();
    await told.waitFor({ state: 'hidden' });
    expect(existsSync(filePath)).toBe(false);
    await page.keyboard.press('Escape');
  });

  test('a dialog that is closed without a place saves nothing and says nothing', async () => {
    office.program.dialogs.expect('showSaveDialog', { canceled: true, filePath: '' });
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await at.saveCopy(page);
    await expect.poll(() => office.program.dialogs.expected.length).toBe(0);
    expect(await page.getByRole('dialog', { name: 'Gespeichert' }).isVisible()).toBe(false);
  });

  test('the menu of the program does what the keys do', async () => {
    for (const [label, title] of [['Fälle', 'Fälle'], ['Monitoring', 'Monitoring'], ['Verwaltung', 'Verwaltung'], ['Start', 'Guten Tag, Petra Amsel']] as const) {
      menu('Ansicht', label);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    }
    menu('Datei', 'Neuer Fall');
    await page.getByRole('heading', { level: 1, name: 'Ohne Namen' }).waitFor();
    menu('Bearbeiten', 'Suchen');
    await expect.poll(() => page.getByRole('combobox', { name: 'Alles durchsuchen' }).evaluate((box) => box === document.activeElement)).toBe(true);
    menu('Hilfe', 'Nach Aktualisierungen suchen …');
    await page.getByText('Für diese Fassung ist keine Aktualisierung eingerichtet.').waitFor();
    for (const button of (await page.getByRole('button', { name: 'Hinweis ausblenden' }).all()).reverse()) await button.click();
    expect.soft(await leaveScreen(page, '27-aktualisierungen', false, 'stand-in')).toEqual([]);
    menu('Datei', 'Sperren');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  });

  test('who looks after the PC has no password: About, updates and keys are there while it is locked', async () => {
    menu('Hilfe', 'Über Lotse');
    const about = page.getByRole('dialog', { name: 'Über Lotse' });
    await about.getByText('Electron', { exact: true }).waitFor();
    await about.getByText('Woraus Lotse besteht').waitFor();
    expect(await about.getByText('Fachkatalog').count()).toBe(0);
    await page.keyboard.press('Escape');
    menu('Hilfe', 'Nach Aktualisierungen suchen …');
    await page.getByRole('dialog', { name: 'Aktualisierungen' }).getByText('Für diese Fassung ist keine Aktualisierung eingerichtet.').waitFor();
    await page.keyboard.press('Escape');
    menu('Hilfe', 'Tastenkürzel');
    await page.getByRole('dialog', { name: 'Tastenkürzel' }).getByText('Strg+N').waitFor();
    await page.keyboard.press('Escape');
    menu('Datei', 'Neuer Fall');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  });

  test('a file that Lotse is opened with waits for the password, and is shown then', async () => {
    const file = join(folder, 'Monitoring-Meldung-NI-0417-2025-Nr-1.lotse-meldung');
    office.program.app.emit('second-instance', {}, ['lotse', file], folder);
    await page.getByText('Die Datei zeigt Lotse, sobald Sie entsperrt haben.').waitFor();
    await at.unlock(page);
    const dialog = page.getByRole('dialog', { name: 'Geöffnete Datei' });
    await dialog.getByText('Unterschrieben von diesem PC, seither unverändert.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    office.program.app.emit('second-instance', {}, ['lotse', file], folder);
    await dialog.getByText('Unterschrieben von diesem PC, seither unverändert.').waitFor();
  });
});
