import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as FakeElectron from './fake-electron.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

let electron: typeof FakeElectron;

interface Start {
  readonly packaged?: boolean;
  readonly firstInstance?: boolean;
  readonly switches?: readonly string[];
}

/** Runs main from its first line, as a fresh process would. */
async function start({ packaged = false, firstInstance = true, switches = [] }: Start = {}): Promise<void> {
  vi.resetModules();
  electron = (await import('electron')) as unknown as typeof FakeElectron;
  electron.app.removeAllListeners();
  electron.powerMonitor.removeAllListeners();
  for (const list of [electron.calls, electron.FakeWindow.all, electron.FakeCore.all]) list.length = 0;
  Object.assign(electron.state, { packaged, firstInstance });
  electron.switches.clear();
  for (const name of switches) electron.switches.add(name);
  await import('../../electron/main.ts');
  await Promise.resolve();
}

function onlyWindow(): FakeElectron.FakeWindow {
  const [window, ...more] = electron.FakeWindow.all;
  if (window === undefined || more.length > 0) throw new Error('not exactly one window');
  return window;
}

function onlyCore(): FakeElectron.FakeCore {
  const [core, ...more] = electron.FakeCore.all;
  if (core === undefined || more.length > 0) throw new Error('not exactly one core');
  return core;
}

/** Calls what main registered, as Electron would. */
function call(name: string, ...args: unknown[]): unknown {
  const handler = electron.registered[name] as ((...given: unknown[]) => unknown) | undefined;
  if (handler === undefined) throw new Error(`main registered no ${name}`);
  return handler(...args);
}

describe('the desktop shell', () => {
  beforeEach(async () => {
    await start();
  });

  it('switches the sandbox on and names its scheme before anything is ready', () => {
    expect(electron.calls[0]).toBe('enableSandbox');
    expect(electron.calls[1]).toBe('schemes [{"scheme":"lotse","privileges":{"standard":true,"secure":true}}]');
    expect(electron.calls[2]).toBe('ready');
  });

  it('opens one window with every secure default spelt out', () => {
    const { options, loaded } = onlyWindow();
    expect(loaded).toBe('lotse://app/');
    expect(options.webPreferences).toEqual({
      preload: expect.stringMatching(/[\\/]preload\.cjs$/) as string,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    });
  });

  it('has no developer tools once it is packaged', async () => {
    await start({ packaged: true });
    expect(onlyWindow().options.webPreferences['devTools']).toBe(false);
  });

  it('refuses every permission and every device', () => {
    const decide = vi.fn();
    call('permissionRequest', {}, 'media', decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    expect(call('permissionCheck', {}, 'clipboard-read')).toBe(false);
    expect(call('devicePermission', { deviceType: 'hid' })).toBe(false);
  });

  it.each([
    ['lotse://app/assets/index.js', false],
    ['blob:lotse://app/4f', false],
    ['data:image/png;base64,AA==', false],
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['lotse://application/', true],
  ])('%s from a window is cancelled: %s', (url, cancel) => {
    const decide = vi.fn();
    call('beforeRequest', { url }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('keeps the window where it is on %s', (event) => {
    for (const [url, kept] of [['https://example.org/', true], ['file:///C:/', true], ['lotse://other/', true], ['lotse://app/#/cases', false]] as const) {
      const details = { url, preventDefault: vi.fn() };
      onlyWindow().webContents.emit(event, details);
      expect([url, details.preventDefault.mock.calls.length > 0]).toEqual([url, kept]);
    }
  });

  it('opens no second window and no webview', () => {
    const { webContents } = onlyWindow();
    expect(webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    const event = { preventDefault: vi.fn() };
    webContents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('starts the core in a process of its own and hands each load of the window one port', () => {
    const core = onlyCore();
    expect(core.module).toMatch(/[\\/]core\.mjs$/);
    expect(core.args[0]).toBe('--dir');
    const { webContents } = onlyWindow();
    expect(webContents.posted).toEqual([]);
    webContents.emit('did-finish-load');
    webContents.emit('did-finish-load');
    expect(core.posted.map(({ message }) => message)).toEqual(['window', 'window']);
    expect(webContents.posted.map(({ channel }) => channel)).toEqual(['lotse:shell', 'lotse:core', 'lotse:shell', 'lotse:core']);
    const ports = [...core.posted, ...webContents.posted].flatMap(({ ports: given }) => given);
    expect(new Set(ports).size).toBe(6);
  });

  it('locks when the screen is locked or the PC sleeps, ends with its window, and with its core', () => {
    const core = onlyCore();
    electron.powerMonitor.emit('lock-screen');
    electron.powerMonitor.emit('suspend');
    electron.app.emit('window-all-closed');
    expect(core.posted.map(({ message }) => message)).toEqual(['lock', 'lock', 'end']);
    expect(electron.calls).not.toContain('quit');
    core.emit('exit', 0);
    expect(electron.calls).toContain('quit');
  });

  it('is there once: a second start shows the first', async () => {
    electron.app.emit('second-instance');
    expect(onlyWindow().focused).toBe(1);
    await start({ firstInstance: false });
    expect(electron.calls).toEqual(['quit']);
    expect(electron.FakeWindow.all).toEqual([]);
  });

  it.each(['remote-debugging-port', 'inspect', 'no-sandbox', 'disable-web-security'])('does not start packaged with --%s', async (name) => {
    await start({ packaged: true, switches: [name] });
    expect(electron.calls).toEqual(['quit']);
    expect(electron.FakeCore.all).toEqual([]);
  });
});
