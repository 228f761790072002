/**
 * Builds our code for the desktop program: `main.mjs`, `preload.cjs`, `core.mjs`, `documents.mjs` and the workers beside them.
 *
 * The same for every platform, and the same bytes for the same sources: no path of this machine, no time, no map.
 */
import { join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { inProduction } from './in-production.ts';
import { packagesIn } from './packages-in.ts';
import { workerChunks } from './worker-chunks.ts';

/** What is not taken into the bundle: Electron's own module, and packages around a binary (see platforms.ts). */
const outside = [/^electron$/, /^better-sqlite3$/, /^@myriaddreamin\//];

interface Part {
  /** File name without ending → source. */
  readonly input: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
}

/** A sandboxed preload must be one CommonJS file. The others share what they have in common. */
const parts: readonly Part[] = [
  { input: { preload: 'electron/preload.ts' }, format: 'cjs' },
  { input: { main: 'electron/main.ts', core: 'office/utility-entry.ts', documents: 'documents/utility-entry.ts' }, format: 'es' },
];

function config(root: string, outDir: string, { input, format }: Part): InlineConfig {
  const ending = format === 'cjs' ? 'cjs' : 'mjs';
  return {
    root,
    configFile: false,
    logLevel: 'error',
    // Everything is built in, so that the program resolves nothing on the PC it runs on.
    ssr: { noExternal: true },
    plugins: [workerChunks(root)],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([file, source]) => [file, join(root, source)])),
        external: outside,
        // Who takes no value from a native package does not load it: main knows the error codes of the store, not SQLite.
        treeshake: { moduleSideEffects: 'no-external' },
        // No comments with the path of each module: where node_modules lies is no business of the program.
        experimental: { attachDebugInfo: 'none' },
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `shared-[name].${ending}`, comments: { legal: true, annotation: false, jsdoc: false } },
      },
    },
  };
}

/** Returns the npm packages that went into the bundles. */
export async function bundleCode(root: string, outDir: string): Promise<readonly string[]> {
  const packages: string[] = [];
  for (const part of parts) {
    const built = (await inProduction(() => build(config(root, outDir, part)))) as Rolldown.RolldownOutput;
    packages.push(...packagesIn(built.output));
  }
  return packages;
}
