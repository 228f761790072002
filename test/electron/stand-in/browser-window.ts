/** `BrowserWindow` and its `webContents` over a page of the test's Chromium. */
import { readFileSync } from 'node:fs';
import type { CDPSession, Dialog, Frame, Page } from 'playwright-core';
import { KnownEvents, loud, preventable, type Preventable } from './loud.ts';
import { PageBridge } from './page-bridge.ts';
import type { MessagePortMain } from './ports.ts';
import { originOf, toChromium, toElectron } from './scheme.ts';
import type { StandInSession } from './session.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

/** A printed paper, as the printer would have got it. */
export interface Printed {
  /** What the window showed: the bytes of a PDF, or null for a page. */
  readonly pdf: Uint8Array | null;
  readonly options: Readonly<Record<string, unknown>> & { readonly deviceName?: string; readonly copies?: number; readonly silent?: boolean };
}

/** What a window needs of the program it belongs to. */
export interface Host {
  newPage(): Promise<Page>;
  readonly windows: StandInWindow[];
  readonly printers: readonly { readonly name: string; readonly displayName: string; readonly description: string; readonly options: Readonly<Record<string, string>> }[];
  readonly printed: Printed[];
  sessionOf(options: WindowOptions): StandInSession;
  created(window: StandInWindow): void;
  closed(): void;
  /** A window that was to close did not. */
  stays(): void;
  /** Something main started failed in a way no listener of main hears. */
  fail(problem: unknown): void;
}

const contentsEvents = [
  'did-start-navigation', 'did-navigate', 'did-navigate-in-page', 'dom-ready', 'did-finish-load', 'did-fail-load', 'did-start-loading', 'did-stop-loading', 'did-frame-finish-load',
  'will-navigate', 'will-redirect', 'will-frame-navigate', 'page-title-updated', 'render-process-gone', 'destroyed', 'zoom-changed', 'context-menu',
  'before-input-event', 'unresponsive', 'responsive', 'preload-error', 'console-message', 'did-create-window', '-pdf-ready-to-print', 'will-prevent-unload',
  // Of the engine: the stand-in lets a test emit them, and never does so by itself.
  'will-attach-webview', 'certificate-error', 'login', 'select-client-certificate', 'select-bluetooth-device', 'devtools-opened', 'ipc-message',
] as const;

const windowEvents = [
  'ready-to-show', 'show', 'hide', 'close', 'closed', 'focus', 'blur', 'resize', 'resized', 'move', 'moved', 'maximize', 'unmaximize', 'minimize', 'restore',
  'enter-full-screen', 'leave-full-screen', 'session-end', 'query-session-end', 'unresponsive', 'responsive', 'page-title-updated', 'app-command', 'system-context-menu',
] as const;

let nextId = 1;

/** A frame as main sees it. */
export class StandInFrame {
  readonly contents: StandInContents;
  readonly frame: Frame | null;

  constructor(contents: StandInContents, frame: Frame | null) {
    this.contents = contents;
    this.frame = frame;
  }

  get url(): string {
    return toElectron((this.frame ?? this.contents.page?.mainFrame())?.url() ?? '');
  }

  get origin(): string {
    return originOf(this.url);
  }

  get parent(): StandInFrame | null {
    const parent = this.frame?.parentFrame() ?? null;
    return parent === null ? null : loud('WebFrameMain', new StandInFrame(this.contents, parent));
  }

  get top(): StandInFrame {
    return this.contents.mainFrame;
  }

  get detached(): boolean {
    return this.isDestroyed();
  }

  isDestroyed(): boolean {
    return this.contents.gone || (this.frame?.isDetached() ?? false);
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    if (this.frame !== null && this.frame.parentFrame() !== null) throw new Error('the stand-in posts to the main frame alone');
    this.contents.postMessage(channel, message, transfer);
  }
}

/** A navigation that main asked for itself, and that no listener is asked about. */
type Asked = 'main' | 'page';

export class StandInContents extends KnownEvents {
  readonly id: number;
  readonly session: StandInSession;
  readonly bridge = new PageBridge();
  readonly mainFrame: StandInFrame;
  readonly host: Host;
  readonly preferences: NonNullable<WindowOptions['webPreferences']>;
  /** Null until Chromium made it. */
  page: Page | null = null;
  cdp: CDPSession | null = null;
  readonly ready: Promise<Page>;
  openHandler: ((details: Readonly<Record<string, unknown>>) => { readonly action: string }) | null = null;
  /** What the window handler answered, newest last. */
  readonly opened: { readonly url: string; readonly action: string }[] = [];
  gone = false;
  crashed = false;
  zoom = 1;
  devTools = false;
  navigating: Asked = 'page';
  /** Of a paper: Chromium without a viewer shows an empty page in its place. */
  pdf: Uint8Array | null = null;
  /** Commands of the edit menu, newest last. */
  readonly commands: string[] = [];

  constructor(host: Host, options: WindowOptions) {
    super('webContents', contentsEvents);
    this.id = nextId;
    nextId += 1;
    this.host = host;
    this.preferences = options.webPreferences ?? {};
    this.session = host.sessionOf(options);
    this.mainFrame = loud('WebFrameMain', new StandInFrame(this, null));
    this.ready = this.begin();
    this.ready.catch((problem: unknown) => { host.fail(problem); });
  }

  async begin(): Promise<Page> {
    const page = await this.host.newPage();
    const { preload } = this.preferences;
    await this.bridge.install(page, preload === undefined ? null : readFileSync(preload, 'utf8'));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.emit('did-navigate', {}, toElectron(frame.url + (frame.urlFragment ?? '')), 200, '');
    });
    cdp.on('Page.navigatedWithinDocument', ({ url }) => { this.emit('did-navigate-in-page', {}, toElectron(url), true); });
    cdp.on('Page.domContentEventFired', () => { this.emit('dom-ready', {}); });
    cdp.on('Page.loadEventFired', () => {
      this.emit('did-finish-load', {});
      if (this.pdf !== null && this.preferences['plugins'] === true) this.emit('-pdf-ready-to-print', {});
    });
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => { this.windowOpen(toElectron(url), windowName, windowFeatures.join(',')); });
    page.on('crash', () => {
      this.crashed = true;
      this.bridge.forget();
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    });
    page.on('close', () => { this.end(); });
    page.on('dialog', (dialog) => void this.unload(dialog).catch((problem: unknown) => { if (!this.gone) this.host.fail(problem); }));
    page.on('download', (download) => void this.session.download(download, this).catch((problem: unknown) => { this.host.fail(problem); }));
    this.page = page;
    this.cdp = cdp;
    return page;
  }

  /** The page's own listener of `beforeunload` said no: main may overrule it. Like Electron, nobody else is asked. */
  async unload(dialog: Dialog): Promise<void> {
    if (dialog.type() !== 'beforeunload') throw new Error(`the window shows ${dialog.type()}: the stand-in answers no dialog of a page`);
    const event = preventable({});
    try {
      this.emit('will-prevent-unload', event);
    } catch (problem) {
      // What main's listener throws must not leave a window that nobody can close.
      this.host.fail(problem);
      event.preventDefault();
    }
    if (event.defaultPrevented) return dialog.accept();
    this.host.stays();
    return dialog.dismiss();
  }

  /** Does `act` on the page; what fails after the page is gone is nobody's concern. */
  later(act: (page: Page) => Promise<unknown>): void {
    void this.ready.then(act).catch((problem: unknown) => {
      if (!this.gone) this.host.fail(problem);
    });
  }

  windowOpen(url: string, frameName: string, features: string): void {
    const details = { url, frameName, features, disposition: features === '' ? 'foreground-tab' : 'new-window', referrer: { url: '', policy: 'no-referrer' } };
    const { action } = this.openHandler?.(details) ?? { action: 'allow' };
    this.opened.push({ url, action });
    if (action !== 'deny') this.host.fail(new Error(`main let the window open ${url}: the stand-in opens no window of a window`));
  }

  /** Asks main about a navigation of the page. False: it must not happen. */
  mayNavigate(url: string, frame: Frame | null): boolean {
    const isMainFrame = frame === null || frame.parentFrame() === null;
    if (isMainFrame && this.navigating === 'main') {
      this.navigating = 'page';
      return true;
    }
    const details = { url, isSameDocument: false, isMainFrame, frame: new StandInFrame(this, frame), initiator: new StandInFrame(this, null) };
    return this.asks('will-frame-navigate', details) && (!isMainFrame || this.asks('will-navigate', details));
  }

  mayRedirect(url: string, frame: Frame | null): boolean {
    const isMainFrame = frame === null || frame.parentFrame() === null;
    return this.asks('will-redirect', { url, isSameDocument: false, isMainFrame, frame: new StandInFrame(this, frame) });
  }

  /** Every question about a navigation with main's answer, newest last. */
  readonly asked: { readonly event: string; readonly url: string; readonly allowed: boolean }[] = [];

  asks(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', details: Readonly<Record<string, unknown>> & { readonly url: string; readonly isMainFrame: boolean }): boolean {
    const question: Preventable & { readonly url: string } = preventable(details);
    // The older form of these events carries address and place as arguments too.
    this.emit(event, question, details.url, false, details.isMainFrame);
    this.asked.push({ event, url: details.url, allowed: !question.defaultPrevented });
    return !question.defaultPrevented;
  }

  setWindowOpenHandler(handler: (details: Readonly<Record<string, unknown>>) => { readonly action: string }): void {
    this.openHandler = handler;
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    this.bridge.post(channel, message, transfer);
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return !this.bridge.there;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.ready;
    await this.session.settlePermissions(page.context(), this);
    this.navigating = 'main';
    await page.goto(toChromium(url));
  }

  reload(): void {
    this.later(async (page) => {
      await this.session.settlePermissions(page.context(), this);
      this.navigating = 'main';
      await page.reload();
    });
  }

  /** The page may say no (`unload`); one that crashed is not asked. */
  close(): void {
    this.later(async (page) => page.close({ runBeforeUnload: !this.crashed }));
  }

  focus(): void {
    this.later(async (page) => page.bringToFront());
  }

  getZoomFactor(): number {
    return this.zoom;
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor;
  }

  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2);
  }

  setZoomLevel(level: number): void {
    this.zoom = 1.2 ** level;
  }

  async setVisualZoomLevelLimits(_least: number, _most: number): Promise<void> {
    // Pinching is the engine's.
  }

  /** What main set once about the engine. */
  readonly policies: Record<string, string> = {};

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.policies['webRTC'] = policy;
  }

  isDevToolsOpened(): boolean {
    return this.devTools;
  }

  openDevTools(): void {
    this.devTools = true;
  }

  closeDevTools(): void {
    this.devTools = false;
  }

  toggleDevTools(): void {
    this.devTools = !this.devTools;
  }

  edit(command: string): void {
    this.commands.push(command);
  }

  undo(): void { this.edit('undo'); }
  redo(): void { this.edit('redo'); }
  cut(): void { this.edit('cut'); }
  copy(): void { this.edit('copy'); }
  paste(): void { this.edit('paste'); }
  delete(): void { this.edit('delete'); }
  selectAll(): void { this.edit('selectAll'); }

  replaceMisspelling(text: string): void {
    this.edit(`replaceMisspelling ${text}`);
  }

  async getPrintersAsync(): Promise<Host['printers']> {
    return this.host.printers;
  }

  print(options: Printed['options'] = {}, callback: (success: boolean, failureReason: string) => void = () => undefined): void {
    const { deviceName } = options;
    setImmediate(() => {
      if (deviceName !== undefined && !this.host.printers.some(({ name }) => name === deviceName)) {
        callback(false, 'Invalid deviceName provided');
        return;
      }
      this.host.printed.push({ pdf: this.pdf, options });
      callback(true, '');
    });
  }

  end(): void {
    if (this.gone) return;
    this.gone = true;
    this.bridge.forget();
    this.emit('destroyed', {});
  }
}

export class StandInWindow extends KnownEvents {
  readonly id: number;
  readonly webContents: StandInContents;
  readonly options: WindowOptions;
  readonly host: Host;
  bounds: Bounds;
  title: string;
  backgroundColor: string;
  visible: boolean;
  focused = false;
  minimized = false;
  maximized = false;
  fullScreen = false;
  menuBar = true;
  destroyed = false;

  constructor(host: Host, options: WindowOptions = {}) {
    super('BrowserWindow', windowEvents);
    this.host = host;
    this.options = options;
    this.webContents = loud('webContents', new StandInContents(host, options));
    this.id = this.webContents.id;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.title = options.title ?? 'Lotse';
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.visible = options.show ?? true;
    this.webContents.once('dom-ready', () => { this.emit('ready-to-show'); });
    this.webContents.once('destroyed', () => { this.finish(); });
  }

  finish(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.host.windows.splice(this.host.windows.findIndex(({ id }) => id === this.id), 1);
    this.emit('closed');
    this.host.closed();
  }

  async loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void { this.webContents.reload(); }

  show(): void {
    if (this.visible) return;
    this.visible = true;
    this.emit('show');
  }

  showInactive(): void { this.show(); }

  hide(): void {
    this.visible = false;
    this.emit('hide');
  }

  isVisible(): boolean { return this.visible; }
  isDestroyed(): boolean { return this.destroyed; }
  isFocused(): boolean { return this.focused; }

  focus(): void {
    this.focused = true;
    this.emit('focus');
  }

  blur(): void {
    this.focused = false;
    this.emit('blur');
  }

  isMinimized(): boolean { return this.minimized; }

  minimize(): void {
    this.minimized = true;
    this.emit('minimize');
  }

  restore(): void {
    this.minimized = false;
    this.emit('restore');
  }

  isMaximized(): boolean { return this.maximized; }

  maximize(): void {
    this.maximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.maximized = false;
    this.emit('unmaximize');
  }

  isFullScreen(): boolean { return this.fullScreen; }

  setFullScreen(on: boolean): void {
    this.fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }

  getBounds(): Bounds { return this.bounds; }
  getNormalBounds(): Bounds { return this.bounds; }
  getContentBounds(): Bounds { return this.bounds; }
  getSize(): [number, number] { return [this.bounds.width, this.bounds.height]; }

  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    for (const event of ['resize', 'resized', 'move', 'moved']) this.emit(event);
  }

  setSize(width: number, height: number): void { this.setBounds({ width, height }); }
  setMinimumSize(_width: number, _height: number): void { /* Of the window manager. */ }
  center(): void { /* Of the window manager. */ }
  moveTop(): void { /* Of the window manager. */ }
  flashFrame(_on: boolean): void { /* Of the window manager. */ }
  getTitle(): string { return this.title; }
  setTitle(title: string): void { this.title = title; }
  getBackgroundColor(): string { return this.backgroundColor; }
  setBackgroundColor(color: string): void { this.backgroundColor = color; }
  setMenuBarVisibility(visible: boolean): void { this.menuBar = visible; }
  setAutoHideMenuBar(_hide: boolean): void { /* Of the window manager. */ }
  removeMenu(): void { this.menuBar = false; }

  /** As the person does who clicks on the cross: main may say no, then the page. */
  close(): void {
    if (this.destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) this.host.stays();
    else this.webContents.close();
  }

  destroy(): void {
    if (this.destroyed) return;
    const page = this.webContents.ready;
    this.webContents.end();
    void page.then(async (one) => one.close()).catch((problem: unknown) => { this.host.fail(problem); });
  }
}
