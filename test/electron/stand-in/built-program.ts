/** The built program of this PC, current with its sources; built in a process of its own, because the test runner's NODE_ENV makes another build. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
let built: string | null = null;

/** Folder with main.mjs, preload.cjs, core.mjs, documents.mjs, window/. */
export function builtProgram(): string {
  built ??= build();
  return built;
}

function build(): string {
  const env = { ...process.env };
  delete env['NODE_ENV'];
  delete env['VITEST'];
  return execFileSync(process.execPath, [join(root, 'build', 'desktop', 'build-tree.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }).trim();
}
