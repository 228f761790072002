/**
 * Stands in for the `electron` module in unit tests: remembers what main registers, and lets a test ask it. Ports are real ones of Node.
 * What the engine enforces is not here; the whole program in a real Chromium is in stand-in/.
 */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { processes, utilityProcess } from './fake-processes.ts';

export { processes, utilityProcess };

type Handler = (...args: never[]) => unknown;

/** One object, so that a test sees what main sees. */
export const state = {
  packaged: false,
  firstInstance: true,
  dark: false,
  userData: '',
  printers: [] as { name: string; displayName: string; description: string; options: Record<string, unknown> }[],
  /** Answers of the person to the next dialogs, in order; a dialog nobody expected fails. */
  answers: [] as object[],
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  /** How the next paper is taken: reason of the failure, '' for success, null for no answer at all. */
  printing: '' as string | null,
  /** Whether the viewer says when a paper is ready. */
  viewerSpeaks: true,
  /** Whether the load of a paper is broken off. */
  loadFails: false,
};
export const switches = new Set<string>();
/** What main did once for the whole program, in order. */
export const calls: string[] = [];
export const shown: { readonly kind: string; readonly options: Record<string, unknown> }[] = [];

/** As Electron's in main: silent until started, a message is an event with `data`. */
export class Port extends EventEmitter {
  readonly raw: MessagePort;
  closed = false;
  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => {
      this.closed = true;
      this.emit('close');
    });
  }
  start(): void {
    this.raw.on('message', (data: unknown) => { this.emit('message', { data, ports: [] }); });
  }
  postMessage(message: unknown): void {
    this.raw.postMessage(message);
  }
  close(): void {
    this.raw.close();
  }
}

export class MessageChannelMain {
  readonly port1: Port;
  readonly port2: Port;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    [this.port1, this.port2] = [new Port(port1), new Port(port2)];
  }
}

export class FakeSession extends EventEmitter {
  readonly name: string;
  readonly options: object;
  readonly registered: Record<string, Handler> = {};
  readonly spelling: Record<string, unknown> = {};
  proxy: unknown = null;
  availableSpellCheckerLanguages = ['de', 'en-US'];
  constructor(name: string, options: object = {}) {
    super();
    this.name = name;
    this.options = options;
  }
  readonly protocol = { handle: (scheme: string, handler: Handler): void => void (this.registered[scheme] = handler) };
  readonly webRequest = { onBeforeRequest: (handler: Handler): void => void (this.registered['beforeRequest'] = handler) };
  setPermissionRequestHandler(handler: Handler): void { this.registered['permissionRequest'] = handler; }
  setPermissionCheckHandler(handler: Handler): void { this.registered['permissionCheck'] = handler; }
  setDevicePermissionHandler(handler: Handler): void { this.registered['devicePermission'] = handler; }
  setDisplayMediaRequestHandler(handler: Handler): void { this.registered['displayMedia'] = handler; }
  setSpellCheckerEnabled(on: boolean): void { this.spelling['enabled'] = on; }
  setSpellCheckerLanguages(languages: readonly string[]): void { this.spelling['languages'] = languages; }
  setSpellCheckerDictionaryDownloadURL(url: string): void { this.spelling['downloads'] = url; }
  async setProxy(proxy: unknown): Promise<void> { this.proxy = proxy; }
}

export class FakeContents extends EventEmitter {
  readonly posted: { readonly channel: string; readonly ports: readonly Port[] }[] = [];
  readonly done: string[] = [];
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly mainFrame = {
    origin: 'lotse://app',
    isDestroyed: () => false,
    postMessage: (channel: string, _message: unknown, ports: readonly Port[]): void => void this.posted.push({ channel, ports }),
  };
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  loaded: string | null = null;
  printed: Record<string, unknown> | null = null;
  /** What a paper's window shows: asked for as Chromium would. */
  shows: Uint8Array | null = null;
  constructor(preferences: Readonly<Record<string, unknown>>) {
    super();
    this.preferences = preferences;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void { this.openHandler = handler; }
  setWebRTCIPHandlingPolicy(policy: string): void { this.done.push(`webrtc ${policy}`); }
  setZoomFactor(factor: number): void { this.done.push(`zoom ${String(factor)}`); }
  replaceMisspelling(word: string): void { this.done.push(`replace ${word}`); }
  reload(): void { this.done.push('reload'); }
  forcefullyCrashRenderer(): void { this.done.push('crash'); }
  toggleDevTools(): void { this.done.push('devtools'); }
  async getPrintersAsync(): Promise<typeof state.printers> { return state.printers; }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    const { session } = this.preferences as { readonly session?: FakeSession };
    const handler = session?.registered['lotse'] as ((request: { url: string; method: string; headers: Headers }) => Response | Promise<Response>) | undefined;
    if (handler === undefined || !url.startsWith('lotse://paper/')) return;
    const answer = await handler({ url, method: 'GET', headers: new Headers() });
    if (answer.status === 200) this.shows = new Uint8Array(await answer.arrayBuffer());
    if (state.viewerSpeaks) this.emit('-pdf-ready-to-print');
    if (state.loadFails) throw new Error('ERR_ABORTED');
  }
  print(options: Record<string, unknown>, callback: (taken: boolean, reason: string) => void): void {
    this.printed = options;
    if (state.printing !== null) setImmediate(callback, state.printing === '', state.printing);
  }
}

export interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly backgroundColor?: string;
  readonly show?: boolean;
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents: FakeContents;
  readonly options: WindowOptions;
  readonly done: string[] = [];
  destroyed = false;
  maximised = false;
  constructor(options: WindowOptions) {
    super();
    this.options = options;
    this.webContents = new FakeContents(options.webPreferences);
    FakeWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> { await this.webContents.loadURL(url); }
  show(): void { this.done.push('show'); }
  focus(): void { this.done.push('focus'); }
  restore(): void { this.done.push('restore'); }
  maximize(): void { this.maximised = true; }
  isMaximized(): boolean { return this.maximised; }
  isMinimized(): boolean { return true; }
  isDestroyed(): boolean { return this.destroyed; }
  destroy(): void { this.destroyed = true; }
  setBackgroundColor(colour: string): void { this.done.push(`background ${colour}`); }
  getNormalBounds(): object { return { x: 40, y: 30, width: 1000, height: 700 }; }
}
export { FakeWindow as BrowserWindow };

export const app = Object.assign(new EventEmitter(), {
  getVersion: () => '0.1.0',
  getPath: (name: string) => (name === 'userData' ? state.userData : `${state.userData}/${name}`),
  setPath: (name: string, path: string) => calls.push(`setPath ${name} ${path}`),
  commandLine: { hasSwitch: (name: string) => switches.has(name) },
  requestSingleInstanceLock: () => state.firstInstance,
  setAppUserModelId: (id: string) => calls.push(`id ${id}`),
  enableSandbox: () => calls.push('enableSandbox'),
  quit: () => calls.push('quit'),
  exit: (code: number) => calls.push(`exit ${String(code)}`),
  relaunch: ({ args = [] }: { readonly args?: readonly string[] } = {}) => calls.push(['relaunch', ...args].join(' ')),
  releaseSingleInstanceLock: () => calls.push('lock released'),
  whenReady: async () => { calls.push('ready'); },
});
Object.defineProperty(app, 'isPackaged', { get: () => state.packaged });

const sessionsByName = new Map<string, FakeSession>();
function sessionOf(name: string, options?: object): FakeSession {
  const there = sessionsByName.get(name);
  if (there !== undefined) return there;
  const fresh = new FakeSession(name, options);
  sessionsByName.set(name, fresh);
  app.emit('session-created', fresh);
  return fresh;
}
export const session = {
  fromPartition: sessionOf,
  get defaultSession() {
    return sessionOf('');
  },
};

export const protocol = { registerSchemesAsPrivileged: (schemes: unknown) => calls.push(`schemes ${JSON.stringify(schemes)}`) };
export const powerMonitor = new EventEmitter();
export const screen = { getAllDisplays: () => state.displays };
export const nativeTheme = Object.defineProperty(new EventEmitter(), 'shouldUseDarkColors', { get: () => state.dark }) as EventEmitter & { readonly shouldUseDarkColors: boolean };

function ask(kind: string, args: readonly unknown[]): object {
  const options = args.at(-1) as Record<string, unknown>;
  shown.push({ kind, options });
  const answer = state.answers.shift();
  if (answer === undefined) throw new Error(`nobody expected ${kind}`);
  return answer;
}
export const dialog = {
  showMessageBox: async (...args: unknown[]) => ask('message', args),
  showMessageBoxSync: (...args: unknown[]) => (ask('message', args) as { readonly response: number }).response,
  showSaveDialog: async (...args: unknown[]) => ask('save', args),
  showOpenDialog: async (...args: unknown[]) => ask('open', args),
  showErrorBox: (title: string, content: string) => shown.push({ kind: 'error', options: { title, content } }),
};
export const opened: string[] = [];
export const shell = {
  openExternal: async (url: string) => void opened.push(`external ${url}`),
  showItemInFolder: (path: string) => void opened.push(`folder ${path}`),
  openPath: async (path: string) => {
    opened.push(`path ${path}`);
    return '';
  },
};

export interface Item {
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
}
export const menus = { application: [] as readonly Item[], popup: null as readonly Item[] | null };
export const Menu = {
  buildFromTemplate: (template: readonly Item[]) => ({ template, popup: () => { menus.popup = template; } }),
  setApplicationMenu: ({ template }: { readonly template: readonly Item[] }) => { menus.application = template; },
};

/** Everything as at the start of a process. */
export function forget(): void {
  for (const emitter of [app, powerMonitor, nativeTheme]) emitter.removeAllListeners();
  for (const list of [calls, shown, opened, FakeWindow.all, state.answers, state.printers]) list.length = 0;
  sessionsByName.clear();
  switches.clear();
  Object.assign(menus, { application: [], popup: null });
  Object.assign(state, { packaged: false, firstInstance: true, dark: false, printing: '', viewerSpeaks: true, loadFails: false, displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] });
}
