/** Packs in a process of its own, as `npm run package` does: electron-builder prints, and changes the directory and the environment it runs in. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Platform } from '../../build/desktop/platforms.ts';

const packModule = join(import.meta.dirname, '..', '..', 'build', 'package', 'pack.ts');

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
  const script = `const { pack } = await import(${JSON.stringify(packModule)}); await pack(${JSON.stringify({ ...run, targets: ['dir'] })});`;
  const command = [...(whyWithNetwork === null ? ['unshare', '--net'] : []), process.execPath, '--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
    encoding: 'utf8',
    // Nobody's keys are asked for, nothing of a run of tests comes along.
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  return { status, output: stdout + stderr };
}
