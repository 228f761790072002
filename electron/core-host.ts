/**
 * The office core in a process of its own: started, started again when it ends by itself, ended with the program.
 *
 *     starting ──ready──► ready ──ends──► lost ──ready──► ready
 *         └──────ends──────────────────────▲ └─ends too often─► given_up
 *
 * A core that is back is locked and knows no window: whoever has one hands it a new port at `back`. end() leads out of every state.
 */
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FromCore, type ToCore } from '../office/desktop-messages.ts';
import { noteCodes } from './core-lines.ts';
import { serveDocuments, type DocumentsHost } from './documents-host.ts';
import { afterEnd } from './restarts.ts';

/** A core that does not say it is ready by then hangs, ms: a slow disk and a virus scanner are no reason. */
const startMs = 60_000;
/** How long it may take to lock and close its files, ms. */
export const endMs = 5_000;
/** How long a killed process may take to be gone, ms; afterwards nobody waits for it. */
const goneMs = 2_000;

export type CoreState = 'starting' | 'ready' | 'lost' | 'given_up' | 'ended';

export interface CoreHostOptions {
  /** Folder of the built program: `core.mjs` and `documents.mjs` lie in it. */
  readonly folder: string;
  /** For the core: `--dir D`, `--today YYYY-MM-DD`. */
  readonly args: readonly string[];
  /** One line for the notes on this PC: codes and numbers, never a word of a person. */
  readonly note: (line: string) => void;
  /** `lost`: started again by itself; `back`: it waits for a new port of the window; `given_up`: it ended again and again. */
  readonly onState: (state: 'lost' | 'back' | 'given_up') => void;
}

export interface CoreHost {
  readonly state: CoreState;
  /** Gives the port of a window to the core, at once or when it is ready. Without a core the port is closed: after `back` a new one is wanted. */
  handPort(port: MessagePortMain): void;
  /** Where nothing runs nothing is open. */
  lock(): void;
  /** Locks, closes files, ends; killed after 5 s. Resolves when the process is gone. Also ends a restart that waits. */
  end(): Promise<void>;
}

interface Running {
  readonly process: UtilityProcess;
  readonly documents: DocumentsHost;
  readonly gone: Promise<void>;
  readonly patience: NodeJS.Timeout;
}

export function startCoreHost({ folder, args, note, onState }: CoreHostOptions): CoreHost {
  let state: CoreState = 'starting';
  let running: Running | null = null;
  let waiting: MessagePortMain | null = null;
  let pause: NodeJS.Timeout | undefined;
  let ends: readonly number[] = [];
  let ending: Promise<void> | null = null;

  function say(message: ToCore, ports: MessagePortMain[] = []): void {
    running?.process.postMessage(message, ports);
  }

  function dropWaiting(): void {
    waiting?.close();
    waiting = null;
  }

  function start(): void {
    const process = utilityProcess.fork(join(folder, 'core.mjs'), [...args], { serviceName: 'Lotse', stdio: 'pipe' });
    for (const output of [process.stdout, process.stderr]) if (output) process.once('exit', noteCodes(output as Readable, note));
    // Electron adds a report with the whole environment; that it happened is enough. Without a listener it would end main.
    process.on('error', () => { note('CORE_FATAL'); });
    const gone = new Promise<void>((resolve) => { process.once('exit', () => { resolve(); }); });
    const patience = setTimeout(() => {
      note('CORE_HANGS_AT_START');
      process.kill();
    }, startMs);
    const one = { process, documents: serveDocuments(process, folder), gone, patience };
    running = one;
    process.on('message', (message: unknown) => { heard(one, message); });
    process.once('exit', (code) => { ended(one, code); });
  }

  function heard(one: Running, message: unknown): void {
    const said = FromCore.safeParse(message);
    if (!said.success) note('CORE_MESSAGE_UNKNOWN');
    else if (said.data.kind === 'ready') ready(one);
    else one.documents.heard(said.data);
  }

  function ready(one: Running): void {
    clearTimeout(one.patience);
    if (ending !== null) return;
    const again = state === 'lost';
    state = 'ready';
    if (waiting !== null) say({ kind: 'window' }, [waiting]);
    waiting = null;
    if (again) onState('back');
  }

  function ended(one: Running, code: number): void {
    clearTimeout(one.patience);
    one.documents.close();
    running = null;
    if (ending !== null) return;
    note(`CORE_ENDED ${String(code)}`);
    dropWaiting();
    const next = afterEnd(ends, performance.now());
    ({ ends } = next);
    if (next.restart === 'give_up') {
      note('CORE_GIVEN_UP');
      state = 'given_up';
      onState('given_up');
      return;
    }
    if (state !== 'lost') {
      state = 'lost';
      onState('lost');
    }
    pause = setTimeout(start, next.restart.pauseMs);
  }

  async function end(): Promise<void> {
    clearTimeout(pause);
    dropWaiting();
    if (running !== null) {
      const { process, gone } = running;
      say({ kind: 'end' });
      if (!(await within(gone, endMs))) {
        note('CORE_KILLED_AT_END');
        process.kill();
        await within(gone, goneMs);
      }
    }
    state = 'ended';
  }

  start();
  return {
    get state() {
      return state;
    },
    handPort: (port) => {
      if (ending !== null || (state !== 'ready' && state !== 'starting')) {
        port.close();
      } else if (state === 'ready') {
        say({ kind: 'window' }, [port]);
      } else {
        dropWaiting();
        waiting = port;
      }
    },
    lock: () => { say({ kind: 'lock' }); },
    end: () => (ending ??= end()),
  };
}

/** True when `done` came in time. */
async function within(done: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => { resolve(false); }, ms);
  });
  const inTime = await Promise.race([done.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
