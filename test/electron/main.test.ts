/** Shows 1: a window that tries everything; what main answers is asserted for each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../../electron/channels.ts';
import { MainProgram, type Start } from './run-main.ts';
import { clientOn, codeOf } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

let program: MainProgram;
beforeAll(async () => {
  program = await MainProgram.start();
});
afterAll(() => {
  program.end();
});
async function start(how: Start = {}): Promise<void> {
  program.end();
  program = await MainProgram.start(how);
}

/** Loads the window and gives the page's ends of its ports, newest last. */
function load(): { readonly core: readonly MainPort[]; readonly shell: readonly MainPort[] } {
  program.contents.emit('did-navigate', {}, 'lotse://app/', 200, '');
  program.contents.emit('did-finish-load');
  const of = (channel: string) => program.contents.posted.filter((one) => one.channel === channel).flatMap(({ ports }) => ports);
  return { core: of('lotse:core'), shell: of('lotse:shell') };
}
type MainPort = MainProgram['contents']['posted'][number]['ports'][number];

function newest<T>(list: readonly T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new Error('there is none');
  return last;
}

/** What main answered a page that wanted to go somewhere. */
function navigation(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', url: string, isMainFrame = true): 'refused' | 'allowed' {
  const details = { url, isMainFrame, preventDefault: vi.fn() };
  program.contents.emit(event, details);
  return details.preventDefault.mock.calls.length > 0 ? 'refused' : 'allowed';
}

describe('main, before there is a window', () => {
  beforeEach(async () => start());

  it('switches the sandbox on and names its scheme before anything is ready', () => {
    expect(program.electron.calls.filter((call) => !/^(setPath|id) /.test(call))).toEqual([
      'enableSandbox',
      'schemes [{"scheme":"lotse","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]',
      'ready',
    ]);
  });

  it.each([
    'remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'no-sandbox', 'disable-web-security', 'js-flags', 'load-extension',
    'allow-file-access-from-files', 'disable-site-isolation-trials', 'renderer-cmd-prefix', 'ssl-key-log-file', 'single-process', 'enable-crash-reporter',
  ])('does not start packaged with --%s, says why and ends with 2', async (name) => {
    await start({ packaged: true, switches: [name] });
    expect(program.electron.shown).toEqual([{ kind: 'error', options: { title: 'Lotse startet so nicht', content: expect.stringContaining(`--${name}`) as string } }]);
    expect(program.electron.calls).toEqual(['exit 2']);
    expect([program.electron.FakeWindow.all, program.processes]).toEqual([[], []]);
  });

  it('does not start packaged with such switches in NODE_OPTIONS', async () => {
    await start({ packaged: true, nodeOptions: '--max-old-space-size=4096 --inspect=0.0.0.0:9229' });
    expect(program.electron.shown[0]?.options['content']).toContain('NODE_OPTIONS --inspect=0.0.0.0:9229');
    expect(program.electron.calls).toEqual(['exit 2']);
  });

  it('starts with them while it is developed', async () => {
    await start({ switches: ['remote-debugging-port', 'no-sandbox'] });
    expect(program.contents.loaded).toBe('lotse://app/');
  });

  it('is there once: a second start ends, and the first shows itself and takes its file over', async () => {
    const client = clientOn(newest(load().shell));
    const file = join(program.userData, 'Meldung 2026.lotse-meldung');
    writeFileSync(file, '{"payload":""}');
    program.electron.app.emit('second-instance', {}, ['/usr/bin/lotse', '--original-process-start-time=1', file], '/home/petra');
    expect(program.window.done).toEqual(['restore', 'show', 'focus']);
    const taken = await client.files.takeOpened();
    expect([taken?.name, await taken?.text()]).toEqual(['Meldung 2026.lotse-meldung', '{"payload":""}']);
    expect(await client.files.takeOpened()).toBeNull();
    await start({ firstInstance: false });
    expect(program.electron.calls.filter((call) => !call.startsWith('setPath'))).toEqual(['quit']);
    expect(program.electron.FakeWindow.all).toEqual([]);
  });
});

describe('the window', () => {
  beforeEach(async () => start());

  it('is one, with every secure default spelt out', () => {
    expect(program.contents.loaded).toBe('lotse://app/');
    expect(program.window.options.show).toBe(false);
    expect(program.window.options.webPreferences).toEqual({
      preload: expect.stringMatching(/[\\/]preload\.cjs$/) as string,
      session: program.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform !== 'linux',
      devTools: true,
      zoomFactor: 1,
    });
  });

  it('keeps nothing on the disk: its session is in memory, without a cache, and leads nowhere', () => {
    expect([program.session.name, program.session.options]).toEqual(['lotse-window', { cache: false }]);
    expect(program.session.name.startsWith('persist:')).toBe(false);
    expect(program.session.proxy).toEqual({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
    expect(program.contents.done).toContain('webrtc disable_non_proxied_udp');
  });

  it('has no developer tools once it is packaged', async () => {
    await start({ packaged: true });
    expect(program.window.options.webPreferences['devTools']).toBe(false);
  });

  it('has the colour of its paper before the page is there, by day and by night', async () => {
    expect(program.window.options.backgroundColor).toBe('#f5f1e8');
    program.electron.state.dark = true;
    program.electron.nativeTheme.emit('updated');
    expect(program.window.done).toContain('background #0e1a1e');
    await start({ dark: true });
    expect(program.window.options.backgroundColor).toBe('#0e1a1e');
  });

  it('stands where it stood, as large as it was', async () => {
    program.window.emit('close');
    const file = join(program.userData, 'window.json');
    const kept = await vi.waitFor(() => readFileSync(file, 'utf8'));
    expect(JSON.parse(kept)).toEqual({ bounds: { x: 40, y: 30, width: 1000, height: 700 }, maximised: false, zoom: 1 });
    const { userData } = program;
    writeFileSync(file, JSON.stringify({ bounds: { x: 40, y: 30, width: 1000, height: 700 }, maximised: true, zoom: 1.5 }));
    program = await MainProgram.start({ userData });
    expect(program.window.options).toMatchObject({ x: 40, y: 30, width: 1000, height: 700 });
    expect([program.window.maximised, program.window.done, program.window.options.webPreferences['zoomFactor']]).toEqual([false, [], 1.5]);
    program.window.emit('ready-to-show');
    expect([program.window.maximised, program.window.done]).toEqual([true, ['show']]);
  });
});

describe('a window that tries', () => {
  // One program hears it all: nothing it tries changes what main answers next.
  beforeAll(async () => start());

  it.each(['https://example.org/', 'http://127.0.0.1:8080/', 'file:///C:/Windows/win.ini', 'lotse://other/', 'lotse://paper/1', 'lotse://application/', 'javascript:alert(1)', 'data:text/html,x', 'blob:lotse://app/1', 'blob:https://example.org/1', 'about:blank', 'chrome://gpu', 'devtools://devtools/x', 'ms-settings:', 'mailto:a@example.org'])(
    'to navigate to %s stays where it is',
    (url) => {
      expect([navigation('will-navigate', url), navigation('will-redirect', url), navigation('will-frame-navigate', url)]).toEqual(['refused', 'refused', 'refused']);
    },
  );

  it('to load itself anew may', () => {
    expect([navigation('will-navigate', 'lotse://app/'), navigation('will-frame-navigate', 'lotse://app/#/cases')]).toEqual(['allowed', 'allowed']);
  });

  it('to put a foreign frame in itself gets none, but the preview of its own paper', () => {
    for (const url of ['https://example.org/', 'lotse://app/', 'file:///etc/passwd', 'data:text/html,x', 'blob:https://example.org/1', 'javascript:1', 'chrome-extension://other/x.html']) {
      expect([url, navigation('will-frame-navigate', url, false)]).toEqual([url, 'refused']);
    }
    expect(navigation('will-frame-navigate', 'blob:lotse://app/4f', false)).toBe('allowed');
    expect(navigation('will-frame-navigate', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', false)).toBe('allowed');
    // The viewer's own frame around a paper that is printed; the window could not guess its address, and its policy allows no such frame.
    expect(navigation('will-frame-navigate', 'lotse://paper/4f', false)).toBe('allowed');
  });

  it.each(['https://example.org/', 'lotse://app/', 'about:blank', 'javascript:1'])('window.open(%s) gets no window', (url) => {
    expect(program.contents.openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  it('a form post to its own origin gets nothing, and its policy allows no form', async () => {
    const answer = await (program.session.registered['lotse'] as unknown as (request: object) => Promise<Response>)({ url: 'lotse://app/', method: 'POST', headers: new Headers() });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Security-Policy')).toContain("form-action 'none'");
  });

  it('eval or an inline script finds them forbidden by the policy on every answer', async () => {
    for (const url of ['lotse://app/', 'lotse://app/nowhere']) {
      const answer = await (program.session.registered['lotse'] as unknown as (request: object) => Promise<Response>)({ url, method: 'GET', headers: new Headers() });
      const policy = answer.headers.get('Content-Security-Policy');
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("require-trusted-types-for 'script'");
    }
  });

  it('a file dropped on it leads it nowhere', () => {
    expect(program.window.options.webPreferences['navigateOnDragDrop']).toBe(false);
    expect(navigation('will-navigate', 'file:///home/petra/x.html')).toBe('refused');
  });

  it('a webview gets none', () => {
    const event = { preventDefault: vi.fn() };
    program.contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('a download gets none', () => {
    const event = { preventDefault: vi.fn() };
    program.session.emit('will-download', event, {}, program.contents);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it.each(['media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'fullscreen', 'openExternal', 'clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fileSystem', 'storage-access', 'idle-detection', 'hid', 'serial', 'usb', 'unknown'])(
    'the permission %s is told no',
    (permission) => {
      for (const session of [program.session, program.electron.session.defaultSession]) {
        const decide = vi.fn();
        (session.registered['permissionRequest'] as unknown as (...args: unknown[]) => void)({}, permission, decide, {});
        expect(decide).toHaveBeenCalledExactlyOnceWith(false);
        expect((session.registered['permissionCheck'] as unknown as (...args: unknown[]) => boolean)({}, permission, 'lotse://app', {})).toBe(false);
      }
    },
  );

  it('a device or the screen is told no', () => {
    // Without a handler of ours Electron refuses the screen by itself.
    expect(program.session.registered['displayMedia']).toBeUndefined();
    expect((program.session.registered['devicePermission'] as unknown as (details: object) => boolean)({ deviceType: 'hid', origin: 'lotse://app', device: {} })).toBe(false);
    const [event, choose] = [{ preventDefault: vi.fn() }, vi.fn()];
    program.contents.emit('select-bluetooth-device', event, [{ deviceId: '1' }], choose);
    expect([event.preventDefault.mock.calls.length, choose.mock.calls]).toEqual([1, [['']]]);
  });

  it.each([
    ['lotse://app/assets/index.js', false],
    ['lotse://paper/4f', false],
    ['blob:lotse://app/4f', false],
    ['data:image/png;base64,AA==', false],
    ['devtools://devtools/bundled/x.js', false],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', false],
    ['chrome-extension://other/index.html', true],
    ['blob:https://example.org/4f', true],
    ['https://example.org/', true],
    ['wss://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['http://localhost/', true],
    ['ftp://example.org/', true],
    ['file:///etc/passwd', true],
    ['lotse://application/', true],
    ['filesystem:lotse://app/x', true],
    ['chrome://gpu/', true],
  ])('to load %s has it cancelled: %s', (url, cancel) => {
    for (const session of [program.session, program.electron.session.defaultSession]) {
      const decide = vi.fn();
      (session.registered['beforeRequest'] as unknown as (details: object, decide: unknown) => void)({ url }, decide);
      expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
    }
  });

  it('developer tools in a packaged program has them cancelled', async () => {
    await start({ packaged: true });
    const decide = vi.fn();
    (program.session.registered['beforeRequest'] as unknown as (details: object, decide: unknown) => void)({ url: 'devtools://devtools/x' }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: true });
  });

  it('a bad certificate, a certificate of its own or a password for a server: none is given', () => {
    const event = { preventDefault: vi.fn() };
    const [trust, choose, answer] = [vi.fn(), vi.fn(), vi.fn()];
    program.electron.app.emit('certificate-error', event, {}, 'https://x/', 'net::ERR', {}, trust);
    program.electron.app.emit('select-client-certificate', event, {}, 'https://x/', [{}], choose);
    program.electron.app.emit('login', event, {}, {}, {}, answer);
    expect([trust.mock.calls, choose.mock.calls, answer.mock.calls]).toEqual([[[false]], [[]], [[]]]);
    expect(event.preventDefault).toHaveBeenCalledTimes(3);
  });

  it('a channel finds nobody: main listens to none', () => {
    expect(channels).toEqual(['lotse:core', 'lotse:shell']);
    for (const event of ['ipc-message', 'ipc-message-sync']) expect(program.contents.listenerCount(event)).toBe(0);
    expect('ipcMain' in program.electron).toBe(false);
  });

  it('a message of 100 MB is cut off, and its next load is heard again', async () => {
    const port = newest(load().shell);
    port.start();
    port.postMessage('x'.repeat(100_000_000));
    await vi.waitFor(() => { expect(port.closed).toBe(true); });
    expect(readFileSync(join(program.userData, 'notes.log'), 'utf8')).toContain('SHELL_MESSAGE_REFUSED');
    expect((await clientOn(newest(load().shell)).about()).version).toBe('0.1.0');
  });
});

describe('the ports', () => {
  beforeEach(async () => start());

  it('are handed out once per load, one of each kind, and only when the page is there', () => {
    expect(program.contents.posted).toEqual([]);
    load();
    expect(program.contents.posted.map(({ channel, ports }) => [channel, ports.length])).toEqual([['lotse:shell', 1], ['lotse:core', 1]]);
    load();
    expect(program.contents.posted).toHaveLength(4);
    expect(new Set(program.contents.posted.flatMap(({ ports }) => ports)).size).toBe(4);
  });

  it.each(['https://example.org', 'lotse://other', 'lotse://paper', 'null', 'file://', ''])('are not handed to a main frame of %j', (origin) => {
    program.contents.mainFrame.origin = origin;
    load();
    expect(program.contents.posted).toEqual([]);
  });

  it('of a former load are cut off by the next one, and by the end of the page', async () => {
    const { shell } = load();
    load();
    await vi.waitFor(() => { expect(shell[0]?.closed).toBe(true); });
    const second = newest(load().shell);
    program.electron.state.answers.push({ response: 0 });
    program.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    await vi.waitFor(() => { expect(second.closed).toBe(true); });
  });

  it('to the core that are gone with their page have it locked, also when no page follows', () => {
    program.core.emit('message', { kind: 'ready' });
    load();
    const said = () => program.core.posted.map(({ message }) => message);
    expect(said()).toEqual([{ kind: 'window' }]);
    load();
    expect(said()).toEqual([{ kind: 'window' }, { kind: 'lock' }, { kind: 'window' }]);
    program.electron.state.answers.push({ response: 0 });
    program.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect(said().slice(3)).toEqual([{ kind: 'lock' }]);
  });

  it('to the core go to the core, which is told that a window is there', () => {
    program.core.emit('message', { kind: 'ready' });
    load();
    expect(program.core.posted.map(({ message, ports }) => [message, ports.length])).toEqual([[{ kind: 'window' }, 1]]);
  });

  it('to a core that is back are new ones for the same page, which hears of it', async () => {
    program.core.emit('message', { kind: 'ready' });
    const { shell } = load();
    const events = await clientOn(newest(shell)).events();
    program.core.emit('exit', 137);
    expect((await events.next()).value).toEqual({ kind: 'core', state: 'lost' });
    const first = program.processes.length;
    await vi.waitFor(() => { expect(program.processes.length).toBeGreaterThan(first); });
    program.core.emit('message', { kind: 'ready' });
    expect((await events.next()).value).toEqual({ kind: 'core', state: 'back' });
    expect(program.contents.posted.map(({ channel }) => channel)).toEqual(['lotse:shell', 'lotse:core', 'lotse:core']);
    expect(program.core.posted.map(({ message }) => message)).toEqual([{ kind: 'window' }]);
  });
});

describe('the program', () => {
  beforeEach(async () => start());

  it.each(['lock-screen', 'suspend', 'user-did-resign-active', 'shutdown'])('locks on %s', (event) => {
    program.core.emit('message', { kind: 'ready' });
    program.electron.powerMonitor.emit(event);
    expect(program.core.posted.map(({ message }) => message)).toEqual([{ kind: 'lock' }]);
  });

  it('ends with its window, after its core has closed the files', async () => {
    program.core.emit('message', { kind: 'ready' });
    program.electron.app.emit('window-all-closed');
    expect(program.electron.calls).toContain('quit');
    const event = { preventDefault: vi.fn() };
    program.electron.app.emit('will-quit', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(program.core.posted.map(({ message }) => message)).toEqual([{ kind: 'end' }]);
    expect(program.electron.calls).not.toContain('exit 0');
    program.core.emit('exit', 0);
    await vi.waitFor(() => { expect(program.electron.calls).toContain('exit 0'); });
  });

  /** What main did from its `quit` on, when all windows are gone and its core has ended. */
  async function ended(): Promise<readonly string[]> {
    program.electron.app.emit('will-quit', { preventDefault: () => undefined });
    program.core.emit('exit', 0);
    await vi.waitFor(() => { expect(program.electron.calls).toContain('exit 0'); });
    return program.electron.calls.slice(program.electron.calls.lastIndexOf('quit') + 1);
  }

  it('that is started while it ends starts anew afterwards, with the file it was started with', async () => {
    await start({ args: ['--dir', '/data/übung', join('/home/petra', 'a.lotse-uebergabe')] });
    program.window.destroyed = true;
    program.electron.app.emit('second-instance', {}, ['/usr/bin/lotse', 'b.lotse-meldung'], '/home/petra');
    expect(program.electron.calls).not.toContain('relaunch');
    expect(program.window.done).toEqual([]);
    expect((await ended()).slice(-2)).toEqual([`relaunch --dir /data/übung ${join('/home/petra', 'b.lotse-meldung')}`, 'exit 0']);
  });

  it('that macOS gives a file while it ends starts anew with it', async () => {
    program.window.destroyed = true;
    program.electron.app.emit('open-file', { preventDefault: () => undefined }, '/home/petra/b.lotse-meldung');
    expect((await ended()).slice(-2)).toEqual(['relaunch /home/petra/b.lotse-meldung', 'exit 0']);
  });

  it('starts anew when the window asks for it, in its last moment, and does not open its first file again', async () => {
    await start({ args: ['--dir', '/data/übung', join('/home/petra', 'a.lotse-uebergabe')] });
    await clientOn(newest(load().shell)).restart();
    expect(program.electron.calls.at(-1)).toBe('quit');
    expect(await ended()).toEqual(['relaunch --dir /data/übung', 'exit 0']);
  });

  it('does not start anew at its next end after a person went back to her text instead', async () => {
    await clientOn(newest(load().shell)).restart();
    program.electron.state.answers.push({ response: 0 });
    program.contents.emit('will-prevent-unload', { preventDefault: () => undefined });
    expect(await ended()).toEqual(['exit 0']);
  });

  it('says what it is', async () => {
    expect(await clientOn(newest(load().shell)).about()).toEqual({ version: '0.1.0', electron: '', chromium: '', node: process.versions.node, platform: process.platform, packaged: false });
  });

  it('gives the file it was started with to the window, which hears that one waits', async () => {
    await start({ args: ['--dir', '/data/übung', join('/home/petra', 'a.lotse-uebergabe')] });
    expect(program.core.args).toEqual(['--dir', '/data/übung']);
    const client = clientOn(newest(load().shell));
    const events = await client.events();
    expect((await events.next()).value).toEqual({ kind: 'file_waiting' });
    expect(await codeOf(client.files.takeOpened())).toBe('FILE_UNREADABLE');
  });

  it('takes a file from macOS, also before there is a window', async () => {
    const client = clientOn(newest(load().shell));
    const events = await client.events();
    const event = { preventDefault: vi.fn() };
    program.electron.app.emit('open-file', event, join(program.userData, 'b.lotse-meldung'));
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect((await events.next()).value).toEqual({ kind: 'file_waiting' });
    expect(program.window.done).toContain('focus');
  });

  it('brings a window back whose process is gone, says so, and gives up when that does not help', async () => {
    program.electron.state.answers.push({}, {}, {}, {});
    for (const loads of [1, 2, 3]) {
      program.contents.loaded = null;
      program.contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: -536870904 });
      expect([loads, program.contents.loaded]).toEqual([loads, 'lotse://app/']);
    }
    program.contents.loaded = null;
    program.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    expect(program.contents.loaded).toBeNull();
    expect(program.electron.shown.map(({ options }) => options['type'])).toEqual(['info', 'info', 'info', 'error']);
    const notes = readFileSync(join(program.userData, 'notes.log'), 'utf8');
    expect(notes).toContain('WINDOW_GONE oom -536870904');
    expect(notes).toContain('WINDOW_GIVEN_UP');
  });

  it('notes a process that is gone, and leaves a window alone that was closed', () => {
    program.electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
    program.electron.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    program.contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(readFileSync(join(program.userData, 'notes.log'), 'utf8').split('\n').map((line) => line.slice(25))).toEqual(['PROCESS_GONE GPU crashed 139', '']);
    expect(program.electron.shown).toEqual([]);
  });

  it('asks before a text is lost that is not saved, and keeps the window when she wants', () => {
    for (const [answer, left] of [[0, false], [1, true]] as const) {
      program.electron.state.answers.push({ response: answer });
      const event = { preventDefault: vi.fn() };
      program.contents.emit('will-prevent-unload', event);
      expect(event.preventDefault.mock.calls.length > 0).toBe(left);
    }
    expect(program.electron.shown.map(({ options }) => options['buttons'])).toEqual([['Zurück zum Text', 'Trotzdem schließen'], ['Zurück zum Text', 'Trotzdem schließen']]);
  });

  it('offers to load a window anew that hangs, once at a time, and waits when it is told to', async () => {
    program.electron.state.answers.push({ response: 0 }, { response: 1 });
    program.contents.emit('unresponsive');
    program.contents.emit('unresponsive');
    await vi.waitFor(() => { expect(program.electron.shown).toHaveLength(1); });
    expect(program.contents.done).not.toContain('crash');
    program.contents.emit('responsive');
    program.contents.emit('unresponsive');
    await vi.waitFor(() => { expect(program.contents.done).toContain('crash'); });
  });

  it('nobody is asked about a text when the office is closed already, for an installer', async () => {
    program.electron.app.emit('will-quit', { preventDefault: () => undefined });
    program.core.emit('exit', 0);
    await vi.waitFor(() => { expect(program.electron.calls).toContain('exit 0'); });
    const event = { preventDefault: vi.fn() };
    program.contents.emit('will-prevent-unload', event);
    expect([event.preventDefault.mock.calls.length, program.electron.shown]).toEqual([1, []]);
  });

  it('has what is typed stored when Windows asks whether the session may end, and ends by itself, unasked, when it does', async () => {
    program.core.emit('message', { kind: 'ready' });
    const events = await clientOn(newest(load().shell)).events();
    program.window.emit('query-session-end', { preventDefault: () => undefined });
    expect((await events.next()).value).toEqual({ kind: 'command', command: 'lock' });
    // The core locks when the window has handed it the last words, not before.
    expect(program.core.posted.map(({ message }) => message)).toEqual([{ kind: 'window' }]);
    expect(program.electron.calls).not.toContain('quit');
    program.window.emit('session-end', {});
    expect(program.electron.calls.at(-1)).toBe('quit');
    const event = { preventDefault: vi.fn() };
    program.contents.emit('will-prevent-unload', event);
    expect([event.preventDefault.mock.calls.length, program.electron.shown]).toEqual([1, []]);
    expect((await ended()).at(-1)).toBe('exit 0');
    expect(program.core.posted.map(({ message }) => message)).toEqual([{ kind: 'window' }, { kind: 'end' }]);
  });

  it('starts no crash reporter: nothing of memory is ever written or sent', () => {
    expect('crashReporter' in program.electron).toBe(false);
  });

  it('hands the commands of its menu to the window and does the rest itself', async () => {
    const events = await clientOn(newest(load().shell)).events();
    const item = (part: string, label: string) => program.electron.menus.application.find((one) => one.label === part)?.submenu?.find((one) => one.label === label);
    item('Datei', 'Neuer Fall')?.click?.();
    expect((await events.next()).value).toEqual({ kind: 'command', command: 'new_case' });
    item('Ansicht', 'Vergrößern')?.click?.();
    item('Ansicht', 'Verkleinern')?.click?.();
    item('Ansicht', 'Normale Größe')?.click?.();
    program.contents.emit('zoom-changed', {}, 'in');
    expect(program.contents.done.filter((act) => act.startsWith('zoom')).slice(-4)).toEqual(['zoom 1.1', 'zoom 1', 'zoom 1', 'zoom 1.1']);
    item('Ansicht', 'Neu laden')?.click?.();
    item('Ansicht', 'Entwicklerwerkzeuge')?.click?.();
    expect(program.contents.done.slice(-2)).toEqual(['reload', 'devtools']);
    item('Datei', 'Lotse beenden')?.click?.();
    expect(program.electron.calls.at(-1)).toBe('quit');
  });
});
