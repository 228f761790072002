/** `session`: what main answers when the window asks for an address, a permission or a download. */
import type { BrowserContext, Download, Frame, Request as PageRequest, Route } from 'playwright-core';
import type { StandInContents } from './browser-window.ts';
import { KnownEvents, loud, preventable } from './loud.ts';
import { originOf, toChromium, toElectron } from './scheme.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;
type PermissionRequest = (contents: unknown, permission: string, decide: (granted: boolean) => void, details: object) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type DevicePermission = (details: { readonly deviceType: string; readonly origin: string; readonly device: object }) => boolean;
type BeforeRequest = (details: Readonly<Record<string, unknown>>, decide: (answer: { readonly cancel?: boolean; readonly redirectURL?: string }) => void) => void;

/** An address the window asked for, and what became of it. */
export interface AskedFor {
  readonly url: string;
  readonly method: string;
  /** `cancelled` by webRequest, `prevented` by a listener of a navigation, `no network`: nobody said no, and there is none here; else the status. */
  readonly answer: 'cancelled' | 'prevented' | 'no network' | number;
}

const resourceTypes: Readonly<Record<string, string>> = { stylesheet: 'stylesheet', script: 'script', image: 'image', font: 'font', fetch: 'xhr', xhr: 'xhr', ping: 'ping', media: 'media', websocket: 'webSocket' };

/** Permissions as Playwright names them, and as Electron does. */
const askedOfMain = [
  ['geolocation', 'geolocation'], ['camera', 'media'], ['microphone', 'media'], ['clipboard-read', 'clipboard-read'], ['clipboard-write', 'clipboard-sanitized-write'],
  ['notifications', 'notifications'], ['midi', 'midi'], ['midi-sysex', 'midiSysex'], ['local-fonts', 'local-fonts'], ['storage-access', 'storage-access'],
] as const;

function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    // Of a page that is only beginning: a new window, before Chromium made its frame.
    return null;
  }
}

export class StandInSession extends KnownEvents {
  readonly handlers = new Map<string, SchemeHandler>();
  readonly protocol = loud('protocol', {
    handle: (scheme: string, handler: SchemeHandler): void => void this.handlers.set(scheme, handler),
    unhandle: (scheme: string): void => void this.handlers.delete(scheme),
    isProtocolHandled: (scheme: string): boolean => this.handlers.has(scheme),
  });
  readonly webRequest = loud('webRequest', {
    onBeforeRequest: (...args: readonly unknown[]): void => {
      if (args.length !== 1) throw new Error('the stand-in knows webRequest.onBeforeRequest without a filter');
      this.beforeRequest = args[0] as BeforeRequest | null;
    },
  });
  beforeRequest: BeforeRequest | null = null;
  permissionRequest: PermissionRequest | null = null;
  permissionCheck: PermissionCheck | null = null;
  devicePermission: DevicePermission | null = null;
  displayMedia: ((request: object, decide: (streams: object | null) => void) => void) | null = null;
  /** Newest last. */
  readonly askedFor: AskedFor[] = [];
  readonly downloads: { readonly url: string; readonly prevented: boolean }[] = [];
  /** What main set about spelling: languages, address of the dictionaries, on or off. */
  readonly spelling: Record<string, unknown> = {};
  readonly readers: Record<string, unknown> = {};
  nextId = 1;

  constructor() {
    super('session', ['will-download', 'preconnect', 'spellcheck-dictionary-initialized', 'spellcheck-dictionary-download-begin', 'spellcheck-dictionary-download-failure', 'select-hid-device', 'select-serial-port', 'select-usb-device', 'file-system-access-restricted']);
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void { this.permissionRequest = handler; }
  setPermissionCheckHandler(handler: PermissionCheck | null): void { this.permissionCheck = handler; }
  setDevicePermissionHandler(handler: DevicePermission | null): void { this.devicePermission = handler; }
  setDisplayMediaRequestHandler(handler: ((request: object, decide: (streams: object | null) => void) => void) | null): void { this.displayMedia = handler; }
  setSpellCheckerEnabled(enabled: boolean): void { this.spelling['enabled'] = enabled; }
  setSpellCheckerLanguages(languages: readonly string[]): void { this.spelling['languages'] = languages; }
  setSpellCheckerDictionaryDownloadURL(url: string): void { this.spelling['downloads'] = url; }
  get availableSpellCheckerLanguages(): readonly string[] { return ['de-DE', 'en-US']; }
  setCertificateVerifyProc(proc: unknown): void { this.readers['certificates'] = proc; }
  setUSBProtectedClassesHandler(handler: unknown): void { this.readers['usb'] = handler; }
  setBluetoothPairingHandler(handler: unknown): void { this.readers['bluetooth'] = handler; }
  async setProxy(config: unknown): Promise<void> { this.readers['proxy'] = config; }
  setDownloadPath(path: string): void { this.readers['downloads'] = path; }
  async clearCache(): Promise<void> { /* Nothing is cached: every answer comes from main. */ }
  async clearStorageData(): Promise<void> { throw new Error('the stand-in for electron keeps no storage of a session'); }

  /** Of main: asks the real network, if the listener of this session lets it. */
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const { beforeRequest } = this;
    const url = typeof input === 'string' ? input : input.url;
    const { cancel } = await new Promise<{ readonly cancel?: boolean }>((resolve) => {
      if (beforeRequest === null) resolve({});
      else beforeRequest({ id: 0, url, method: init?.method ?? 'GET', resourceType: 'other', referrer: '', timestamp: Date.now(), uploadData: [] }, resolve);
    });
    if (cancel === true) throw new TypeError('net::ERR_BLOCKED_BY_CLIENT');
    return globalThis.fetch(input, init);
  }

  /** From now on Chromium gives the page what main gives, and refuses it all else, whatever the browser of the tests would do by itself. */
  async settlePermissions(context: BrowserContext, contents: unknown): Promise<void> {
    const given = askedOfMain.filter(([, permission]) => {
      const { checked, requested } = this.mayUse(contents, permission, originOf(toElectron('https://app/')));
      return checked || requested;
    });
    await context.clearPermissions();
    await context.grantPermissions(given.map(([name]) => name), { origin: 'https://app' });
  }

  /** What main answers to a page that asks for a permission in words, as Chromium would put it. */
  mayUse(contents: unknown, permission: string, origin: string): { readonly checked: boolean; readonly requested: boolean } {
    let requested = this.permissionRequest === null;
    this.permissionRequest?.(contents, permission, (granted) => { requested = granted; }, { requestingUrl: `${origin}/`, isMainFrame: true });
    return { checked: this.permissionCheck?.(contents, permission, origin, { requestingUrl: `${origin}/`, isMainFrame: true }) ?? true, requested };
  }

  async download(download: Download, contents: StandInContents): Promise<void> {
    const url = toElectron(download.url());
    const item = loud('DownloadItem', {
      getURL: () => url,
      getFilename: () => download.suggestedFilename(),
      getMimeType: () => '',
      getURLChain: () => [url],
      hasUserGesture: () => true,
      getInitiatorOrigin: () => contents.mainFrame.origin,
      cancel: () => undefined,
    });
    const event = preventable({});
    this.emit('will-download', event, item, contents, contents.mainFrame);
    this.downloads.push({ url, prevented: event.defaultPrevented });
    if (event.defaultPrevented) await download.cancel();
  }

  async cancelled(request: PageRequest, contents: StandInContents | null, url: string, frame: Frame | null): Promise<boolean> {
    const { beforeRequest } = this;
    if (beforeRequest === null) return false;
    const mainFrame = request.isNavigationRequest() && frame?.parentFrame() === null;
    const resourceType = mainFrame ? 'mainFrame' : request.isNavigationRequest() ? 'subFrame' : (resourceTypes[request.resourceType()] ?? 'other');
    const id = this.nextId;
    this.nextId += 1;
    const answer = await new Promise<{ readonly cancel?: boolean; readonly redirectURL?: string }>((resolve) => {
      beforeRequest({ id, url, method: request.method(), resourceType, referrer: '', timestamp: Date.now(), uploadData: [], ...(contents !== null && { webContentsId: contents.id, webContents: contents }) }, resolve);
    });
    if (answer.redirectURL !== undefined) throw new Error('the stand-in follows no redirectURL of webRequest');
    return answer.cancel === true;
  }

  /** Every request of the page passes here and ends here: there is no network. */
  async answer(route: Route, contents: StandInContents | null): Promise<void> {
    const request = route.request();
    const frame = frameOf(request);
    const url = toElectron(request.url());
    const note = (answer: AskedFor['answer']): void => void this.askedFor.push({ url, method: request.method(), answer });
    if (request.isNavigationRequest() && contents !== null && !contents.mayNavigate(url, frame)) {
      note('prevented');
      return route.abort('aborted');
    }
    if (await this.cancelled(request, contents, url, frame)) {
      note('cancelled');
      return route.abort('blockedbyclient');
    }
    const handler = this.handlers.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) {
      note('no network');
      return route.abort('internetdisconnected');
    }
    const body = request.postDataBuffer();
    const response = await handler(new Request(url, {
      method: request.method(),
      headers: request.headers(),
      ...(body !== null && !['GET', 'HEAD'].includes(request.method()) && { body: new Uint8Array(body) }),
    }));
    note(response.status);
    return this.deliver(route, response, contents, frame);
  }

  async deliver(route: Route, response: Response, contents: StandInContents | null, frame: Frame | null): Promise<void> {
    const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, value.replaceAll(/\blotse:/g, 'https:')]));
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      const to = new URL(toChromium(location), route.request().url()).href;
      if (route.request().isNavigationRequest() && contents !== null && !contents.mayRedirect(toElectron(to), frame)) return route.abort('aborted');
      throw new Error('main let the window be redirected: the stand-in follows no redirect');
    }
    const body = Buffer.from(await response.arrayBuffer());
    if (contents !== null && route.request().isNavigationRequest() && /^application\/pdf/.test(response.headers.get('content-type') ?? '')) {
      // This Chromium has no viewer: what it would show is kept for the printer.
      contents.pdf = new Uint8Array(body);
      return route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>PDF</title>' });
    }
    return route.fulfill({ status: response.status, headers, body });
  }
}

/** `electron.session` with the sessions of one program over one context of Chromium. */
export function sessions(context: BrowserContext, oncreated: (session: StandInSession) => void, contentsOf: (frame: Frame | null) => StandInContents | null, fail: (problem: unknown) => void) {
  const all = new Map<string, StandInSession>();
  const of = (partition: string): StandInSession => {
    const there = all.get(partition);
    if (there !== undefined) return there;
    const fresh = loud('session', new StandInSession());
    all.set(partition, fresh);
    oncreated(fresh);
    return fresh;
  };
  const session = loud('session', {
    get defaultSession() {
      return of('');
    },
    fromPartition: (partition: string, _options?: { readonly cache?: boolean }) => of(partition),
  });
  const begin = async (): Promise<void> => {
    await context.route('**/*', async (route) => {
      const contents = contentsOf(frameOf(route.request()));
      try {
        await (contents?.session ?? of('')).answer(route, contents);
      } catch (problem) {
        // A page that closes meanwhile needs no answer.
        if (contents !== null && !contents.gone) fail(problem);
      }
    });
  };
  return { session, of, begin };
}
