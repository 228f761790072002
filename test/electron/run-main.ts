/** Runs main from its first line on the fake of the `electron` module, as a fresh process would. The test mocks the module. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type * as FakeElectron from './fake-electron.ts';
import type { FakeProcess } from './fake-processes.ts';

export interface Start {
  readonly packaged?: boolean;
  readonly firstInstance?: boolean;
  readonly dark?: boolean;
  readonly switches?: readonly string[];
  readonly args?: readonly string[];
  readonly nodeOptions?: string;
  /** What lies in userData from the last time. */
  readonly userData?: string;
}

const failures = ['uncaughtException', 'unhandledRejection'] as const;

export class MainProgram {
  readonly electron: typeof FakeElectron;
  readonly processes: readonly FakeProcess[];
  readonly userData: string;
  readonly #argv = process.argv;
  readonly #before = new Map(failures.map((name) => [name, process.listeners(name as 'exit')]));
  private constructor(electron: typeof FakeElectron, processes: readonly FakeProcess[], userData: string) {
    this.electron = electron;
    this.processes = processes;
    this.userData = userData;
  }

  static async start({ packaged = false, firstInstance = true, dark = false, switches = [], args = [], nodeOptions = '', userData = mkdtempSync(join(tmpdir(), 'lotse-shell-')) }: Start = {}): Promise<MainProgram> {
    vi.resetModules();
    const electron = (await import('electron')) as unknown as typeof FakeElectron;
    const { processes } = electron;
    electron.forget();
    processes.length = 0;
    Object.assign(electron.state, { packaged, firstInstance, dark, userData });
    for (const name of switches) electron.switches.add(name);
    const program = new MainProgram(electron, processes, userData);
    process.argv = ['/usr/bin/lotse', ...args];
    // The runner has some of its own.
    vi.stubEnv('NODE_OPTIONS', nodeOptions);
    await import('../../electron/main.ts');
    if (firstInstance && !electron.calls.some((call) => call.startsWith('exit'))) await vi.waitFor(() => { if (program.window.webContents.loaded === null) throw new Error('not loaded'); });
    return program;
  }

  get window(): FakeElectron.FakeWindow {
    const [window, ...more] = this.electron.FakeWindow.all;
    if (window === undefined || more.length > 0) throw new Error('not exactly one window');
    return window;
  }

  get contents(): FakeElectron.FakeContents {
    return this.window.webContents;
  }

  get core(): FakeProcess {
    const core = this.processes.findLast(({ module }) => /[\\/]core\.mjs$/.test(module));
    if (core === undefined) throw new Error('no core was started');
    return core;
  }

  get session(): FakeElectron.FakeSession {
    return this.contents.preferences['session'] as FakeElectron.FakeSession;
  }

  /** Puts back what of this process main took hold of. */
  end(): void {
    vi.unstubAllEnvs();
    process.argv = this.#argv;
    for (const name of failures) for (const listener of process.listeners(name as 'exit')) if (!this.#before.get(name)?.includes(listener)) process.off(name, listener);
    rmSync(this.userData, { recursive: true, force: true });
  }
}
