/** Runs one command line as a person would, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');

export interface CliRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runCli(args: readonly string[], password: string | null = null): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    // As the launcher does: a command does not compile what the one before compiled.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', '.build', 'compile-cache'), ...(password === null ? {} : { LOTSE_PASSWORD: password }) };
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exit) => { resolve({ exit, stdout, stderr }); });
  });
}

/** The one JSON value on stdout; fails on anything beside it. */
export async function cliJson(args: readonly string[], password: string | null = null): Promise<Record<string, unknown>> {
  const run = await runCli([...args, '--json'], password);
  if (run.exit !== 0) throw new Error(`exit ${String(run.exit)}: ${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout) as Record<string, unknown>;
}
