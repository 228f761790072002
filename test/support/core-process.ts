/** The office core as a process of its own that a test may kill without warning. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface CoreProcess {
  /** Opens the next window, once; read from what the process printed. */
  readonly address: string;
  /** SIGKILL: as a power cut looks to a process. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and waits. */
  end(): Promise<void>;
}

export async function startCoreProcess(dir: string, assets: string, today: string): Promise<CoreProcess> {
  const serve = join(import.meta.dirname, '..', '..', 'office', 'serve.ts');
  const child = spawn(process.execPath, [serve, '--dir', dir, '--today', today, '--assets', assets], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await firstLine(child);
  const signal = async (name: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(name);
    await gone;
  };
  return { address, kill: () => signal('SIGKILL'), end: () => signal('SIGTERM') };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) throw new Error('started without a pipe');
    createInterface({ input: stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the core ended with ${String(code)} before it said its address`)));
  });
}
