/** Stands in for the `electron` module: remembers what main registers, and lets a test ask it. What the engine enforces is not here. */
import { EventEmitter } from 'node:events';

export class FakePort extends EventEmitter {
  readonly sent: unknown[] = [];
  closed = false;
  close(): void {
    this.closed = true;
  }
}

export class FakeContents extends EventEmitter {
  readonly posted: { readonly channel: string; readonly ports: readonly unknown[] }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  readonly mainFrame = {
    origin: 'lotse://app',
    isDestroyed: () => false,
    postMessage: (channel: string, _message: unknown, ports: readonly unknown[]) => {
      this.posted.push({ channel, ports });
    },
  };
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> };
  loaded: string | null = null;
  focused = 0;
  constructor(options: { readonly webPreferences: Readonly<Record<string, unknown>> }) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
  }
  show(): void {
    this.emit('shown');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.emit('restored');
  }
  focus(): void {
    this.focused += 1;
  }
}

export class FakeCore extends EventEmitter {
  static readonly all: FakeCore[] = [];
  readonly module: string;
  readonly args: readonly string[];
  readonly posted: { readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  constructor(module: string, args: readonly string[]) {
    super();
    this.module = module;
    this.args = args;
    FakeCore.all.push(this);
  }
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.posted.push({ message, ports });
  }
  kill(): boolean {
    return true;
  }
}

export const switches = new Set<string>();
export const calls: string[] = [];
export const state = { packaged: false, firstInstance: true };

export const app = Object.assign(new EventEmitter(), {
  getAppPath: () => '/app',
  getPath: (name: string) => `/home/petra/${name}`,
  commandLine: { hasSwitch: (name: string) => switches.has(name) },
  requestSingleInstanceLock: () => state.firstInstance,
  enableSandbox: () => calls.push('enableSandbox'),
  quit: () => calls.push('quit'),
  whenReady: async () => { calls.push('ready'); },
});

Object.defineProperty(app, 'isPackaged', { get: () => state.packaged });

type Handler = (...args: never[]) => unknown;
export const registered: Record<string, Handler> = {};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: Handler) => (registered['permissionRequest'] = handler),
    setPermissionCheckHandler: (handler: Handler) => (registered['permissionCheck'] = handler),
    setDevicePermissionHandler: (handler: Handler) => (registered['devicePermission'] = handler),
    webRequest: { onBeforeRequest: (handler: Handler) => (registered['beforeRequest'] = handler) },
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => calls.push(`schemes ${JSON.stringify(schemes)}`),
  handle: (scheme: string, handler: Handler) => (registered[`scheme ${scheme}`] = handler),
};

export const powerMonitor = new EventEmitter();
export const utilityProcess = { fork: (module: string, args: readonly string[]) => new FakeCore(module, args) };
export class MessageChannelMain {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
}
export { FakeWindow as BrowserWindow };
