/**
 * Runs command lines as a person would. In this process: to start one and load the core takes longer than most commands. What is about the
 * process itself (its start, its switches, the whole way of a case) has one of its own: {@link runCliProcess}.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runLine } from '../../cli/run-line.ts';

const main = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');

export interface CliRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Run = (args: readonly string[], password?: string | null) => Promise<CliRun>;

/** A command finds its password in the environment, and this process has one for all: one after the other. */
let before: Promise<unknown> = Promise.resolve();

export const runCli: Run = (args, password = null) => {
  const run = before.then(() => runHere(args, password));
  before = run.catch(() => undefined);
  return run;
};

async function runHere(args: readonly string[], password: string | null): Promise<CliRun> {
  const own = process.env['LOTSE_PASSWORD'];
  if (password !== null) process.env['LOTSE_PASSWORD'] = password;
  let [stdout, stderr] = ['', ''];
  try {
    const exit = await runLine(args, { stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
    return { exit, stdout, stderr };
  } finally {
    if (own === undefined) delete process.env['LOTSE_PASSWORD'];
    else process.env['LOTSE_PASSWORD'] = own;
  }
}

export const runCliProcess: Run = (args, password = null) =>
  new Promise((resolve, reject) => {
    // As the launcher does: a command does not compile what the one before compiled.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', '.build', 'compile-cache'), ...(password === null ? {} : { LOTSE_PASSWORD: password }) };
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exit) => { resolve({ exit, stdout, stderr }); });
  });

/** The one JSON value on stdout; fails on anything beside it. */
export async function cliJson(args: readonly string[], password: string | null = null, by: Run = runCli): Promise<Record<string, unknown>> {
  const run = await by([...args, '--json'], password);
  if (run.exit !== 0) throw new Error(`exit ${String(run.exit)}: ${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout) as Record<string, unknown>;
}
