/** In which shell a window is opened: the same specs run in each. Chosen by LOTSE_SHELL, set by the projects of vitest.config.ts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const shells = ['browser', 'stand-in', 'electron'] as const;
export type Shell = (typeof shells)[number];

export function shellOfThisRun(): Shell {
  const named = process.env['LOTSE_SHELL'] ?? 'browser';
  const shell = shells.find((one) => one === named);
  if (shell === undefined) throw new RangeError(`LOTSE_SHELL is ${named}; there are ${shells.join(', ')}`);
  return shell;
}

const root = join(import.meta.dirname, '..', '..');

/** Why Electron cannot be started here; null when it can. */
export function whyNoElectron(): string | null {
  if (!existsSync(join(root, 'node_modules', 'electron', 'path.txt'))) return 'the Electron binary is not there (npm run electron:get)';
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  return process.platform === 'linux' && display === undefined ? 'no display: start it under xvfb-run' : null;
}

/**
 * For `describe.skipIf` and `test.skipIf`: false where the spec has something to say in this shell, else true, and the reason is printed.
 *
 * `onlyIn` the shells named; `because` completes "skipped in SHELL: WHAT, because …".
 */
export function skippedHere(what: string, onlyIn: readonly Shell[], because: string): boolean {
  const shell = shellOfThisRun();
  if (onlyIn.includes(shell)) return false;
  console.log(`skipped in ${shell}: ${what}, because ${because}`);
  return true;
}
