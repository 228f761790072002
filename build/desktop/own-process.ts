/**
 * Runs a build in a process of its own and ends that process by force once its answer is here: the bundler's threads have been seen to wait for
 * each other when the process wants to end, and then nobody's command ever returns (rolldown issue 10606).
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Job {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

type Answer = { readonly value: unknown } | { readonly problem: string };

/** Calls what `module` (a URL) exports as `name`. Arguments and answer go through JSON; what the build prints is printed. Throws what the build threw, as text. */
export async function inOwnProcess<T>(module: string, name: string, ...args: readonly unknown[]): Promise<T> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      child.once('message', (message) => { resolve(message as Answer); });
      child.once('error', reject);
      child.once('exit', (code, signal) => { reject(new Error(`the build ended without an answer (${String(code ?? signal)})`)); });
      child.send({ module, name, args } satisfies Job);
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.value as T;
  } finally {
    child.kill('SIGKILL');
  }
}

async function answerTo({ module, name, args }: Job): Promise<Answer> {
  try {
    const { [name]: build } = (await import(module)) as Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
    if (build === undefined) throw new Error(`${module} has no ${name}`);
    return { value: (await build(...args)) ?? null };
  } catch (problem) {
    return { problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}

if (import.meta.main) {
  // Nobody waits for the answer any more.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.once('message', (job) => {
    void answerTo(job as Job).then((answer) => process.send?.(answer));
  });
}
