/** Packs in a process of its own, as `npm run package` does: electron-builder prints, and changes the directory and the environment it runs in. */
import { spawnSync } from 'node:child_process';
import type { Platform } from '../../build/desktop/platforms.ts';

const packModule = import.meta.resolve('../../build/package/pack.ts');
const ownProcess = import.meta.resolve('../../build/desktop/own-process.ts');

export interface PackRun {
  readonly platform: Platform;
  readonly electronDist: string;
  readonly output: string;
  readonly tree: string;
}

/** Why nothing can be run without a network here; null where it can (Linux, as root). */
export const whyWithNetwork = spawnSync('unshare', ['--net', 'true']).status === 0 ? null : 'a process cannot be cut off from the network here';

/** Without an installer (`dir`), and without a network where that is possible. `output` is everything that was printed. */
export function runPack(run: PackRun): { readonly status: number | null; readonly output: string } {
  const script = `const { inOwnProcess } = await import(${JSON.stringify(ownProcess)}); await inOwnProcess(${JSON.stringify(packModule)}, 'pack', ${JSON.stringify({ ...run, targets: ['dir'], unsigned: true })});`;
  const command = [...(whyWithNetwork === null ? ['unshare', '--net'] : []), process.execPath, '--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
    encoding: 'utf8',
    // A bundler that hangs is an error of this run, not a run without end.
    timeout: 240_000,
    killSignal: 'SIGKILL',
    // Nobody's keys are asked for, nothing of a run of tests comes along.
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  return { status, output: stdout + stderr };
}
