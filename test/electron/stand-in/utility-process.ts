/** `utilityProcess`: the real entry as a real child process, with `process.parentPort` (parent-port.mjs). A kill is a kill. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KnownEvents, loud } from './loud.ts';
import type { MessagePortMain } from './ports.ts';
import { isCrossing, ProcessPorts } from './process-ports.ts';

export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly cwd?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
  readonly serviceName?: string;
}

/** How an entry that main names is really started: sources in place of a built file, more modules before it. */
export interface Replacement {
  readonly entry: string;
  readonly imports: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly serviceName: string;
  readonly exitCode: number;
  readonly crashed: boolean;
}

const parentPort = pathToFileURL(join(import.meta.dirname, 'parent-port.mjs')).href;

export class UtilityProcess extends KnownEvents {
  readonly child: ChildProcess;
  readonly ports: ProcessPorts;
  readonly args: readonly string[];
  readonly serviceName: string;
  /** As main named it. */
  readonly modulePath: string;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions, replacement: Replacement | null, onend: (ended: Ended) => void) {
    super('UtilityProcess', ['spawn', 'exit', 'message', 'error']);
    this.modulePath = modulePath;
    this.args = args;
    this.serviceName = options.serviceName ?? '';
    const imports = [parentPort, ...(replacement?.imports ?? [])].flatMap((url) => ['--import', url]);
    const stdio = options.stdio ?? 'inherit';
    this.child = fork(replacement?.entry ?? modulePath, [...args], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', ...imports, ...(options.execArgv ?? [])],
      env: { ...(options.env ?? process.env), ...replacement?.env, LOTSE_STAND_IN_PARENT: String(process.pid) },
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    this.ports = new ProcessPorts(
      (crossing) => {
        // Whatever is said to a process that is gone is lost, as in Electron.
        if (this.child.connected) this.child.send(crossing, () => undefined);
      },
      (data) => { this.emit('message', data); },
    );
    this.child.on('message', (message) => {
      if (isCrossing(message)) this.ports.receive(message);
    });
    this.child.once('spawn', () => { this.emit('spawn'); });
    this.child.once('exit', (code, signal) => {
      this.ports.end();
      const exitCode = code ?? (signal === 'SIGKILL' ? 9 : 15);
      onend({ serviceName: this.serviceName, exitCode, crashed: signal !== null || exitCode !== 0 });
      this.emit('exit', exitCode);
    });
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  get stdout(): ChildProcess['stdout'] {
    return this.child.stdout;
  }

  get stderr(): ChildProcess['stderr'] {
    return this.child.stderr;
  }

  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    this.ports.send(structuredClone(message), transfer);
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

/** `electron.utilityProcess`, and everything it started. */
export function utilityProcesses(replace: (modulePath: string) => Replacement | null, onend: (ended: Ended) => void) {
  const started: UtilityProcess[] = [];
  const utilityProcess = loud('utilityProcess', {
    fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess => {
      const child = loud('UtilityProcess', new UtilityProcess(modulePath, args, options, replace(modulePath), onend));
      started.push(child);
      return child;
    },
  });
  return { utilityProcess, started };
}
