import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Two projects: unit (everything that needs no window) and e2e (real Chromium). TZ is pinned so that date bugs repeat.
process.env['TZ'] = 'Europe/Berlin';

export default defineConfig({
  plugins: [svelte()],
  test: {
    // Both cores of a small machine: left alone, vitest keeps one of two for itself.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          globalSetup: ['test/support/run-folder.ts', 'test/support/quick-processes.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
