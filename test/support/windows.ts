/** The built windows, current with their sources. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export const handbook = join(root, 'docs', 'handbook');

export interface BuiltWindows {
  readonly office: string;
  readonly centre: string;
}

let built: BuiltWindows | null = null;

/** Builds what is not current, once, in a process of its own: the test runner's NODE_ENV would make another build. */
export function builtWindows(): BuiltWindows {
  built ??= build();
  return built;
}

function build(): BuiltWindows {
  const env = { ...process.env };
  delete env['NODE_ENV'];
  delete env['VITEST'];
  execFileSync(process.execPath, [join(root, 'build', 'bundle.ts')], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const folder = join(root, '.build', 'renderer');
  return { office: join(folder, 'office'), centre: join(folder, 'centre') };
}
