/** Builds Electron's main and preload: the sandboxed preload must be one CommonJS file, main finds it beside itself. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outDir = join(root, '.build', 'electron');

function config(entry: string, format: 'es' | 'cjs', fileName: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: [/^electron$/], output: { format, entryFileNames: fileName } },
    },
  };
}

/** `package.json` names the built main file. */
export async function bundleShell(): Promise<void> {
  await build(config('electron/preload.ts', 'cjs', 'preload.cjs'));
  await build(config('electron/main.ts', 'es', 'main.mjs'));
}
