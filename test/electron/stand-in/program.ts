/** One run of the desktop program on the stand-in: everything main may use of `electron`, and what a test does from outside. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { StandInApp } from './app.ts';
import { StandInWindow, type Host, type Printed, type StandInContents, type WindowOptions } from './browser-window.ts';
import { loadMain, processOfMain } from './load-main.ts';
import { loud } from './loud.ts';
import { MenuItem, menus } from './menu.ts';
import { MessageChannelMain } from './ports.ts';
import { sessions } from './session.ts';
import { systemOf, type Display } from './system.ts';
import { utilityProcesses, type Replacement } from './utility-process.ts';

export interface ProgramOptions {
  /** Of the test's Chromium; the program alone uses it, and its pages are closed with it. */
  readonly context: BrowserContext;
  /** Folder of the built program. */
  readonly appPath: string;
  /** After the program's name: `--dir`, `--today`, a file to open, switches. */
  readonly args?: readonly string[];
  /** Where userData lies; kept for the next start. By default a folder that goes with the program. */
  readonly home?: string;
  readonly packaged?: boolean;
  /** The program runs already: this start gets no lock. */
  readonly second?: boolean;
  readonly dark?: boolean;
  readonly displays?: readonly Display[];
  readonly printers?: Host['printers'];
  /** How a process that main starts is really started; null: as main says. */
  readonly replace?: (modulePath: string) => Replacement | null;
  /** Each page before its first load. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export type Program = Awaited<ReturnType<typeof startProgram>>;

function asError(problem: unknown): Error {
  return problem instanceof Error ? problem : new Error('not an error was thrown', { cause: problem });
}

const noPrinters: Host['printers'] = [];

/** Starts main and returns as soon as its first line to its last were run; windows come later (`firstWindow`). */
export async function startProgram(options: ProgramOptions) {
  const { context, appPath, args = [], packaged = false, prepare = async () => undefined } = options;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'lotse-stand-in-')));
  const problems: unknown[] = [];
  const fail = (problem: unknown): void => void problems.push(problem);
  const windows: StandInWindow[] = [];
  const printed: Printed[] = [];
  let over = (_code: number): void => undefined;
  const ended = new Promise<number>((resolve) => { over = resolve; });
  const switches = args.filter((one) => one.startsWith('--'));

  const app: StandInApp = loud('app', new StandInApp({
    appPath,
    home,
    packaged,
    switches,
    second: options.second ?? false,
    closeWindows: () => {
      const some = windows.length > 0;
      for (const window of [...windows]) window.close();
      return some;
    },
    ended: (code) => {
      for (const window of [...windows]) window.destroy();
      for (const child of processes.started) if (child.pid !== undefined) child.kill();
      over(code);
    },
  }));

  const contentsOf = (frame: Frame | null): StandInContents | null => {
    const page = frame?.page();
    return windows.find((window) => window.webContents.page === page)?.webContents ?? null;
  };
  const { session, of, begin } = sessions(context, (fresh) => { app.emit('session-created', fresh); }, contentsOf, fail);
  const processes = utilityProcesses(options.replace ?? (() => null), ({ serviceName, exitCode, crashed }) => {
    if (crashed) app.emit('child-process-gone', {}, { type: 'Utility', reason: exitCode === 9 ? 'killed' : 'abnormal-exit', exitCode, serviceName, name: serviceName });
  });
  const system = systemOf({ dark: options.dark ?? false, displays: options.displays });
  const { Menu, state: menu } = menus();

  /** Pages that are being made for windows of main. */
  let making = 0;
  const host: Host = {
    newPage: async () => {
      await app.whenReady();
      making += 1;
      const page = await context.newPage();
      await prepare(page);
      return page;
    },
    windows,
    printers: options.printers ?? noPrinters,
    printed,
    sessionOf: ({ webPreferences = {} }) => {
      if (webPreferences['session'] !== undefined) return webPreferences['session'] as ReturnType<typeof of>;
      return of(typeof webPreferences['partition'] === 'string' ? webPreferences['partition'] : '');
    },
    created: (window) => {
      windows.push(window);
      app.emit('web-contents-created', {}, window.webContents);
      app.emit('browser-window-created', {}, window);
    },
    closed: () => {
      if (windows.length === 0) app.allWindowsClosed();
    },
    stays: () => { app.windowStays(); },
    fail,
  };

  class BrowserWindow extends StandInWindow {
    constructor(given: WindowOptions = {}) {
      if (!app.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      super(host, given);
      const told = loud('BrowserWindow', this);
      host.created(told);
      return told;
    }

    static getAllWindows(): readonly StandInWindow[] { return windows; }
    static getFocusedWindow(): StandInWindow | null { return windows.find((window) => window.focused) ?? windows[0] ?? null; }
    static fromWebContents(contents: StandInContents): StandInWindow | null { return windows.find(({ webContents }) => webContents.id === contents.id) ?? null; }
    static fromId(id: number): StandInWindow | null { return windows.find((window) => window.id === id) ?? null; }
  }

  // A page that main did not make was opened by a page: Electron would not have made it, as main said no.
  context.on('page', (page) => {
    if (making > 0) making -= 1;
    else void page.close().catch(fail);
  });

  const registered: unknown[] = [];
  const electron = {
    app,
    BrowserWindow: loud('BrowserWindow', BrowserWindow),
    Menu,
    MenuItem,
    MessageChannelMain,
    session,
    protocol: loud('protocol', {
      registerSchemesAsPrivileged: (schemes: readonly unknown[]): void => {
        app.before('registerSchemesAsPrivileged');
        registered.push(...schemes);
      },
      handle: (scheme: string, handler: Parameters<ReturnType<typeof of>['protocol']['handle']>[1]): void => { session.defaultSession.protocol.handle(scheme, handler); },
      unhandle: (scheme: string): void => { session.defaultSession.protocol.unhandle(scheme); },
      isProtocolHandled: (scheme: string): boolean => session.defaultSession.protocol.isProtocolHandled(scheme),
    }),
    utilityProcess: processes.utilityProcess,
    webContents: loud('webContents', {
      getAllWebContents: () => windows.map(({ webContents }) => webContents),
      fromId: (id: number) => windows.find((window) => window.id === id)?.webContents ?? null,
      getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
    }),
    ...system.modules,
  };

  const { process: processForMain, events: processEvents } = processOfMain({
    argv: packaged ? [process.execPath, ...args] : [process.execPath, appPath, ...args],
    versions: { electron: '45.4.1', chrome: context.browser()?.version() ?? '' },
    resourcesPath: join(appPath, '..'),
    exit: (code) => { app.exit(code); },
  });
  await begin();
  await loadMain(join(appPath, 'main.mjs'), { electron, process: processForMain });
  if (!app.over) {
    app.ready = true;
    app.emit('will-finish-launching');
    app.emit('ready', {}, {});
  }

  return {
    app,
    home,
    windows,
    /** What main registered as schemes, before it was ready. */
    schemes: registered,
    /** Of the window, or before there is one the default session. */
    session: () => windows[0]?.webContents.session ?? session.defaultSession,
    /** Of whatever belongs to no window of main, like a page that Chromium opens by itself. */
    defaultSession: () => session.defaultSession,
    /** Processes main started, oldest first; those that ended are among them. */
    processes: processes.started,
    menu,
    dialogs: system.dialogs,
    /** What was given to other programs. */
    opened: system.opened,
    printed,
    powerMonitor: system.modules.powerMonitor,
    screen: system.modules.screen,
    /** Listeners main put on `process`. */
    processEvents,
    /** What went wrong where main does not hear it; [] in every good run. */
    problems,
    /** Code of the end of the program. */
    ended,
    /** The page of main's first window, once it is loaded. */
    firstWindow: async (): Promise<Page> => {
      const started = Date.now();
      for (;;) {
        const [problem] = problems;
        if (problem !== undefined) throw asError(problem);
        const window = windows[0];
        if (window !== undefined) {
          const page = await window.webContents.ready;
          await page.waitForURL('https://app/**');
          return page;
        }
        if (app.over || Date.now() - started > 30_000) throw new Error(`main opened no window: ${app.acts.join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** The system turns dark or light. */
    turn: async (dark: boolean): Promise<void> => {
      Object.assign(system.modules.nativeTheme, { shouldUseDarkColors: dark });
      for (const { webContents } of windows) await webContents.page?.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      system.modules.nativeTheme.emit('updated');
    },
    /** As the person does who closes the window, and waits until all of it is gone. A program that does not end by itself fails. */
    close: async (): Promise<void> => {
      if (!app.over) {
        for (const window of [...windows]) window.close();
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => { reject(new Error('the program did not end after its windows were closed')); }, 30_000);
        });
        await Promise.race([ended, late]).finally(() => { clearTimeout(timer); });
      }
      await Promise.all(processes.started.map(async (child) => {
        if (child.pid !== undefined) await new Promise((resolve) => child.child.once('exit', resolve));
      }));
      await context.close();
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
      const [problem] = problems;
      if (problem !== undefined) throw asError(problem);
    },
  };
}
