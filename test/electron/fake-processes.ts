/** Stands in for the processes and ports of the `electron` module: remembers what main does with them, and lets a test play the other end. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';

export class FakePort extends EventEmitter {
  closed = false;
  close(): void {
    this.closed = true;
  }
}

export class FakeProcess extends EventEmitter {
  readonly module: string;
  readonly args: readonly string[];
  readonly options: { readonly stdio?: unknown };
  readonly posted: { readonly message: unknown; readonly ports: readonly FakePort[] }[] = [];
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly pid = undefined;
  killed = 0;
  constructor(module: string, args: readonly string[], options: { readonly stdio?: unknown }) {
    super();
    this.module = module;
    this.args = args;
    this.options = options;
  }
  postMessage(message: unknown, ports: readonly FakePort[] = []): void {
    this.posted.push({ message, ports });
  }
  kill(): boolean {
    this.killed += 1;
    return true;
  }
}

export const processes: FakeProcess[] = [];

export const utilityProcess = {
  fork: (module: string, args: readonly string[], options: { readonly stdio?: unknown }): FakeProcess => {
    const one = new FakeProcess(module, args, options);
    processes.push(one);
    return one;
  },
};

export class MessageChannelMain {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
}
