import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { filesOf, type Project } from './test/support/spec-shells.ts';
import type { Shell } from './test/support/shells.ts';
import { together } from './test/support/unit-files.ts';

// unit: everything that needs no window; in `npm test` most of it as unit-together, many files in a process. e2e, e2e-stand-in, e2e-electron:
// the same windows in three shells. TZ is pinned so that date bugs repeat.
process.env['TZ'] = 'Europe/Berlin';

/** All of every shell, but in `npm test` (test/support/spec-shells.ts). */
const all = process.env['LOTSE_E2E'] !== 'npm test';

const quickStart = new URL('test/support/quick-start.mjs', import.meta.url).href;

const windows = (name: Project, shell: Shell, turn: number) => ({
  extends: true as const,
  test: {
    name,
    include: [...filesOf(name, all)],
    // In `npm test` all specs of a shell share a process, which loads core and browser driver once; else each has its own.
    isolate: all,
    // One shell after the other beside the unit tests; all at once, where the windows have the PC for themselves.
    sequence: { groupOrder: all ? 0 : turn },
    env: { LOTSE_SHELL: shell },
    globalSetup: ['test/support/run-folder.ts', ...(shell === 'browser' ? ['test/support/left-for-later.ts'] : [])],
    // Not for the processes of a program on the stand-in: the built one starts as it is.
    execArgv: ['--disable-warning=ExperimentalWarning', ...(shell === 'browser' ? [`--import=${quickStart}`] : [])],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});

/** Several files in a process: `npm test` (test/support/unit-files.ts). */
const shared = process.env['LOTSE_UNIT'] === 'together' ? [...together()] : [];

const unit = (name: string, isolate: boolean, files: { readonly include: string[]; readonly exclude?: string[] }) => ({
  extends: true as const,
  test: {
    name,
    ...files,
    isolate,
    globalSetup: ['test/support/run-folder.ts', 'test/support/quick-processes.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

export default defineConfig({
  plugins: [svelte()],
  test: {
    // Both cores of a small machine: left alone, vitest keeps one of two for itself.
    maxWorkers: '100%',
    projects: [
      unit('unit', true, { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', ...shared] }),
      ...(shared.length > 0 ? [unit('unit-together', false, { include: shared })] : []),
      windows('e2e', 'browser', 0),
      windows('e2e-stand-in', 'stand-in', 1),
      windows('e2e-electron', 'electron', 2),
    ],
  },
});
