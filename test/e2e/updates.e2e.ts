/** A new version of the desktop program, from the menu to the installer: real main, real window, a real server on this PC. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedAs } from '../../electron/updates/installed-as.ts';
import { manifestName } from '../../shared/updates/manifest.ts';
import { sha256Hex, toBase64 } from '../../shared/crypto/sodium.ts';
import { builtProgram, startProgram, type Program } from '../electron/stand-in/index.ts';
import { startFileServer, type FileServer } from '../electron/updates/server.ts';
import { content, installer, publisher, signed, stranger } from '../shared/updates/publisher.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, newWindow } from '../support/office-window.ts';
import { leaveScreen } from '../support/screens.ts';

const here = installedAs(process);
if (here === null) throw new Error('no installers are made for this kind of PC');
const { platform, kind } = here;
const name = `Lotse-0.9.0-test.${kind}`;
/** Only `.exe` and `.msi` are started. */
const act = kind === 'exe' || kind === 'msi' ? 'openPath' : 'showItemInFolder';

/** The program asks the clock of this PC. */
function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

const published = content({
  version: '0.9.0',
  released: day(-1),
  expires: `${day(60)}T00:00:00Z`,
  minimum: '0.0.1',
  files: [{ platform, name, bytes: installer.length, sha256: sha256Hex(installer) }],
});

let browser: Browser;
let server: FileServer;
let dir: string;
let appPath: string;
let home: string;
let program: Program;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startFileServer();
  server.files.set(name, installer);
  dir = await newOfficeFolder();
  home = mkdtempSync(join(tmpdir(), 'lotse-e2e-home-'));
  // As somebody built it who publishes.
  appPath = mkdtempSync(join(tmpdir(), 'lotse-e2e-app-'));
  cpSync(builtProgram(), appPath, { recursive: true });
  writeFileSync(join(appPath, 'operator.json'), JSON.stringify({ keys: [toBase64(publisher.publicKey)], address: server.address }));
  program = await startProgram({ context: await newWindow(browser), appPath, home, args: ['--dir', dir] });
  page = await program.firstWindow();
  await at.setUpOffice(page);
});

afterAll(async () => {
  await program?.close();
  await server?.close();
  await browser?.close();
  for (const folder of [appPath, home]) rmSync(folder, { recursive: true, force: true });
  await rm(dir, { recursive: true, force: true });
});

const button = (label: string) => page.getByRole('button', { name: label, exact: true });
const ready = (): string => {
  const folder = join(program.app.getPath('userData'), 'updates');
  return existsSync(join(folder, name)) ? join(folder, name) : '';
};

test('the version that runs is remembered as seen, though nobody has asked for anything', async () => {
  const file = join(program.app.getPath('userData'), 'updates.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: program.app.getVersion(), lookedAt: null });
});

test('the menu leads to it, and nobody is asked before somebody clicks', async () => {
  program.menu.application?.find('Hilfe', 'Nach Aktualisierungen suchen …').click();
  await button('Nach Aktualisierungen suchen').waitFor();
  await page.getByText('Noch nie gesucht.').waitFor();
  expect(server.asked).toEqual([]);
});

test('one that a stranger signed is refused with its advice, and nothing is loaded', async () => {
  server.files.set(manifestName, signed(published, stranger));
  await button('Nach Aktualisierungen suchen').click();
  await page.getByText('Diese Aktualisierung hat jemand unterschrieben, den Ihr Lotse nicht kennt.').waitFor();
  await page.getByText('UPDATE_KEY_UNKNOWN').waitFor();
  expect(server.asked.map(({ line }) => line)).toEqual(['GET /lotse/lotse-update.json']);
  expect(ready()).toBe('');
});

test('a good one is shown, loaded by a second click, and lies ready', async () => {
  server.files.set(manifestName, signed(published));
  await button('Nach Aktualisierungen suchen').click();
  await page.getByText('Lotse 0.9.0 ist da.').waitFor();
  await page.getByText('Die Suche findet Umlaute.').waitFor();
  expect.soft(await leaveScreen(page, '32-neue-version', true, 'stand-in')).toEqual([]);
  expect(ready()).toBe('');
  await button('Laden und prüfen').click();
  await page.getByText('Lotse 0.9.0 ist geladen, geprüft und liegt bereit.').waitFor();
  expect(new Uint8Array(readFileSync(ready()))).toEqual(installer);
  expect(program.opened).toEqual([]);
});

test('is not installed when the question of the program is answered with no', async () => {
  program.dialogs.expect('showMessageBox', { response: 1 });
  await button('Installieren …').click();
  await expect.poll(() => program.dialogs.shown.map(({ options }) => options['message'])).toEqual(['Lotse 0.9.0 jetzt installieren?']);
  expect(program.opened).toEqual([]);
  expect(program.app.over).toBe(false);
});

test('is installed after consent: the core has ended before the installer is opened, and the program ends', async () => {
  const core = program.processes.find(({ modulePath }) => modulePath.endsWith('core.mjs'));
  let openedBefore: number | null = null;
  core?.child.once('exit', () => { openedBefore = program.opened.length; });
  program.dialogs.expect('showMessageBox', { response: 0 });
  // Where the file is only shown, the program says where it lies before it ends.
  if (act === 'showItemInFolder') program.dialogs.expect('showMessageBox', { response: 0 });
  await button('Installieren …').click();
  await program.ended;
  expect(openedBefore).toBe(0);
  expect(program.opened).toEqual([{ act, what: ready() }]);
});
