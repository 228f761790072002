/** `app` of one program: its life, its paths, its switches. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { KnownEvents, loud, preventable } from './loud.ts';

export interface AppOptions {
  /** Folder main lies in. */
  readonly appPath: string;
  /** userData and the like lie below it. */
  readonly home: string;
  readonly packaged: boolean;
  readonly switches: readonly string[];
  /** Another start of the program runs already: this one gets no lock. */
  readonly second: boolean;
  /** Windows are asked to close, each in its time; false when there is none. */
  closeWindows(): boolean;
  /** The process would be gone now. */
  ended(code: number): void;
}

const events = [
  'will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'activate', 'open-file', 'open-url', 'second-instance',
  'web-contents-created', 'browser-window-created', 'session-created', 'child-process-gone', 'render-process-gone', 'gpu-info-update',
  'certificate-error', 'login', 'select-client-certificate', 'accessibility-support-changed', 'did-become-active', 'did-resign-active', 'continue-activity',
] as const;

export class StandInApp extends KnownEvents {
  readonly options: AppOptions;
  readonly paths = new Map<string, string>();
  /** What main did once and for the whole program, in order. */
  readonly acts: string[] = [];
  readonly commandLine: object;
  readonly isPackaged: boolean;
  /** There is none but on macOS. */
  readonly dock = undefined;
  name = 'Lotse';
  ready = false;
  over = false;
  locked = false;
  applicationMenu: unknown = null;

  constructor(options: AppOptions) {
    super('app', events);
    this.options = options;
    this.isPackaged = options.packaged;
    const switches = new Map(options.switches.map((text) => {
      const [name = '', ...value] = text.replace(/^--/, '').split('=');
      return [name, value.join('=')];
    }));
    this.commandLine = loud('commandLine', {
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
      appendArgument: (value: string): void => void this.acts.push(`appendArgument ${value}`),
      removeSwitch: (name: string): void => void switches.delete(name),
    });
  }

  getAppPath(): string { return this.options.appPath; }
  getName(): string { return this.name; }
  setName(name: string): void { this.name = name; }
  getVersion(): string { return '0.1.0'; }
  getLocale(): string { return 'de'; }
  getSystemLocale(): string { return 'de-DE'; }
  getPreferredSystemLanguages(): readonly string[] { return ['de-DE']; }
  isReady(): boolean { return this.ready; }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? (name === 'exe' ? process.execPath : name === 'home' ? this.options.home : join(this.options.home, name));
    if (name !== 'exe') mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.paths.set('logs', path ?? join(this.options.home, 'logs'));
  }

  async whenReady(): Promise<void> {
    if (!this.ready) await new Promise<void>((resolve) => this.once('ready', resolve));
  }

  enableSandbox(): void { this.before('enableSandbox'); }
  disableHardwareAcceleration(): void { this.before('disableHardwareAcceleration'); }
  setAppUserModelId(id: string): void { this.acts.push(`setAppUserModelId ${id}`); }
  setAboutPanelOptions(_options: object): void { this.acts.push('setAboutPanelOptions'); }
  focus(): void { this.acts.push('focus'); }
  setSecureKeyboardEntryEnabled(on: boolean): void { this.acts.push(`setSecureKeyboardEntryEnabled ${String(on)}`); }

  before(act: string): void {
    if (this.ready) throw new Error(`${act} must be called before the program is ready`);
    this.acts.push(act);
  }

  requestSingleInstanceLock(_data?: object): boolean {
    this.locked = !this.options.second;
    return this.locked;
  }

  hasSingleInstanceLock(): boolean { return this.locked; }
  releaseSingleInstanceLock(): void { this.locked = false; }

  relaunch(options: { readonly args?: readonly string[] } = {}): void {
    this.acts.push(`relaunch ${(options.args ?? []).join(' ')}`.trim());
  }

  /** On its way out: the last window that closes ends the program, and main is not asked whether it should. */
  quitting = false;

  /** Windows first; whoever listens may say no at each step, and so may a page with unsaved text (`windowStays`). */
  quit(): void {
    if (this.over || this.quitting) return;
    this.acts.push('quit');
    const asked = preventable({});
    this.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    this.quitting = true;
    if (!this.options.closeWindows()) this.leave();
  }

  /** A window that was to close stays: so does the program. */
  windowStays(): void {
    this.quitting = false;
  }

  /** After the last window is gone. */
  allWindowsClosed(): void {
    if (this.over) return;
    if (this.quitting) this.leave();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  leave(): void {
    const asked = preventable({});
    this.emit('will-quit', asked);
    this.quitting = false;
    if (!asked.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    if (this.over) return;
    this.over = true;
    this.acts.push(`exit ${String(code)}`);
    this.emit('quit', {}, code);
    this.options.ended(code);
  }
}
